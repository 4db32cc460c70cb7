namespace Fazhi.Documents.Layout;

/// <summary>Splits plain text into lines, joins those that only the width of an editor broke, and finds tables printed as tab-separated lines.</summary>
internal static class PlainTextLines
{
    private const string LineEnds = "\n\r\f\v\u0085\u2028\u2029";

    // A line of a table has at least this many tabs between words; fewer are indents.
    private const int TabsOfARow = 2;

    public static RawContent Read(string text, ReadBudget budget)
    {
        var lines = new List<RawLine>();
        int start = 0, table = -1, tables = 0;
        while (start < text.Length)
        {
            budget.Spend();
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            if (length < 0)
                length = text.Length - start;
            var line = text.AsSpan(start, length).Trim();
            if (!line.IsEmpty)
            {
                table = line.Count('\t') < TabsOfARow ? -1 : table >= 0 ? table : tables++;
                lines.Add(new(start, length, table));
                ReadBudget.Require(lines.Count, budget.Limits.MaxParagraphs, "段落数");
            }

            start += length + 1;
        }

        return HardWrap.Width(text, lines) is var width and > 0 ? HardWrap.Join(text, lines, width, budget) : new(text, lines);
    }
}
