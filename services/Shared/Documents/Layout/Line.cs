namespace Fazhi.Documents.Layout;

/// <summary>A line of the cleaned text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its length, without the line end.</param>
/// <param name="Table">The number of its table; -1 for a paragraph.</param>
/// <param name="Spanned">Bit n is set where cell n continues the cell above.</param>
internal readonly record struct Line(int Start, int Length, int Table, ulong Spanned)
{
    public int End => Start + Length;

    public bool IsRow => Table >= 0;

    public TextRange Range => new(Start, Length);
}
