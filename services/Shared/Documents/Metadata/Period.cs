namespace Fazhi.Documents;

/// <summary>The years that a document is about. A single year has both ends equal.</summary>
/// <param name="StartYear">The first year.</param>
/// <param name="EndYear">The last year, included; not before <paramref name="StartYear"/>.</param>
/// <param name="Range">Where it is printed; null when it comes from the page's head.</param>
public sealed record Period(int StartYear, int EndYear, TextRange? Range);
