namespace Fazhi.Documents;

/// <summary>A document that this one cites: 《…》（文号）.</summary>
/// <param name="Title">The words between 《 and 》, line ends removed; empty where only the number is printed.</param>
/// <param name="Number">Its 发文字号, where one is printed with it.</param>
/// <param name="Repeals">True when this document ends the cited one: …同时废止.</param>
/// <param name="Range">Where it is printed, number included.</param>
public sealed record Citation(string Title, DocumentNumber? Number, bool Repeals, TextRange Range);
