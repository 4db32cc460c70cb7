namespace Fazhi.Documents;

/// <summary>A document number 发文字号 as of GB/T 9704: 临法〔2023〕14号.</summary>
/// <param name="Text">The number as printed.</param>
/// <param name="IssuerCode">The short name of the issuing body: 临法.</param>
/// <param name="Year">The year.</param>
/// <param name="Number">The serial number in that year.</param>
/// <param name="Range">Where it is printed; null when it comes from the page's metadata.</param>
public sealed record DocumentNumber(string Text, string IssuerCode, int Year, int Number, TextRange? Range);
