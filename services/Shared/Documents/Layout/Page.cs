using Fazhi.Catalogues;

namespace Fazhi.Documents.Layout;

/// <summary>The cleaned text of a document with its lines: the ground on which everything else is found.</summary>
internal sealed class Page
{
    public Page(string text, Line[] lines)
    {
        Text = text;
        Folded = Fold.Text(text);
        Lines = lines;
    }

    /// <summary>The text that all ranges refer to.</summary>
    public string Text { get; }

    /// <summary>The same, character for character, in folded forms: for recognising, never for showing.</summary>
    public string Folded { get; }

    public Line[] Lines { get; }

    public string? HeadTitle { get; init; }

    /// <summary>Lines of the page that are not content but say something about it: 发文字号, 发布日期.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    public ReadOnlySpan<char> FoldedLine(int line) => Folded.AsSpan(Lines[line].Start, Lines[line].Length);

    public ReadOnlySpan<char> FoldedAt(TextRange range) => Folded.AsSpan(range.Start, range.Length);

    public string Printed(TextRange range) => Text.Substring(range.Start, range.Length);
}
