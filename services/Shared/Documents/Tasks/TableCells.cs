namespace Fazhi.Documents.Tasks;

/// <summary>The cells of a table row.</summary>
internal static class TableCells
{
    /// <summary>The cells of a row that starts at <paramref name="offset"/>, without blanks around their words, as ranges of the text. Takes the printed row: folding turns tabs to blanks.</summary>
    public static List<TextRange> Split(ReadOnlySpan<char> row, int offset)
    {
        var cells = new List<TextRange>();
        foreach (var cell in row.Split('\t'))
        {
            var (start, length) = cell.GetOffsetAndLength(row.Length);
            var words = row.Slice(start, length);
            var lead = length - words.TrimStart().Length;
            cells.Add(new(offset + start + lead, words.Trim().Length));
        }

        return cells;
    }
}
