namespace Fazhi.Documents;

/// <summary>A line of the text: a paragraph or a table row.</summary>
/// <param name="Range">The line without its end.</param>
/// <param name="SectionIndex">The innermost section it belongs to; -1 before the first heading and for what follows the body (signature, attachments, closing words).</param>
/// <param name="Kind">What it is.</param>
public sealed record Paragraph(TextRange Range, int SectionIndex, ParagraphKind Kind);
