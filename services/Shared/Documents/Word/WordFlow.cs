using System.Text;

namespace Fazhi.Documents.Word;

/// <summary>Paragraphs and tables one below the other: the body, a cell, a text box, a note.</summary>
internal sealed class WordFlow(bool inCell)
{
    /// <summary>A cell: a number alone is its content there, where in running text it is an empty paragraph.</summary>
    public bool InCell { get; } = inCell;

    public List<WordLine> Lines { get; } = [];

    /// <summary>The words of paragraphs whose ends were deleted: the next paragraph goes on behind them.</summary>
    public StringBuilder Carried { get; } = new();

    /// <summary>All of it in one line, as a cell is read.</summary>
    public string InOneLine() => string.Join(' ', Lines.Select(l => l.Text.Trim()).Where(t => t.Length > 0)).Replace('\t', ' ');
}
