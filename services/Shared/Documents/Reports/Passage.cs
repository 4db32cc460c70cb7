namespace Fazhi.Documents;

/// <summary>A part of a report that says one thing: an inline measure 一是…, or a paragraph that has none.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="SectionIndex">Its section; -1 before the first.</param>
/// <param name="Class">What its section is about.</param>
public sealed record Passage(TextRange Range, int SectionIndex, SectionClass Class);
