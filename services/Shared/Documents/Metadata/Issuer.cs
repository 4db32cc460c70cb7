namespace Fazhi.Documents;

/// <summary>A body that issued or signed the document.</summary>
/// <param name="Name">Its name as printed.</param>
/// <param name="Range">Where it is printed first; null where only the page beside the text names it.</param>
public sealed record Issuer(string Name, TextRange? Range);
