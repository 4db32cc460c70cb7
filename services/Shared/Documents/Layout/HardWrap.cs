using System.Text;
using Fazhi.Catalogues;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Layout;

/// <summary>
/// Text whose paragraphs were broken into lines of one width, as old editors and exports do: finds the width and joins the lines again. Widths are in columns: a Chinese
/// character takes two.
/// </summary>
internal static class HardWrap
{
    private const int SampleLines = 400;
    private const int FewestLines = 6;
    private const int Narrowest = 48;
    private const int Widest = 104;

    // A line is full when not even one more character and a closing mark would fit.
    private const int Slack = 4;
    private const int IndentColumns = 2;
    private const double FullShare = 0.35;
    private const double OpenShare = 0.7;

    /// <summary>The width of a full line; 0 when the text is not broken by width.</summary>
    public static int Width(string text, List<RawLine> lines)
    {
        if (lines.Count < FewestLines)
            return 0;
        var count = Math.Min(lines.Count, SampleLines);
        var widths = new int[count];
        for (var i = 0; i < count; i++)
            widths[i] = ColumnsOf(text.AsSpan(lines[i].Start, lines[i].Length).TrimEnd());
        var width = widths.Max();
        if (width is < Narrowest or > Widest)
            return 0;
        int full = 0, open = 0;
        for (var i = 0; i < count; i++)
        {
            if (widths[i] < width - Slack)
                continue;
            full++;
            open += EndsSentence(text.AsSpan(lines[i].Start, lines[i].Length).TrimEnd()) ? 0 : 1;
        }

        return full >= count * FullShare && open >= full * OpenShare ? width : 0;
    }

    /// <summary>The text with its paragraphs whole again.</summary>
    public static RawContent Join(string text, List<RawLine> lines, int width, ReadBudget budget)
    {
        var joined = new StringBuilder(text.Length);
        var whole = new List<RawLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            budget.Spend();
            var line = text.AsSpan(lines[i].Start, lines[i].Length).TrimEnd();
            if (i > 0 && GoesOn(text, lines, i, width))
            {
                joined.Length--;
                joined.Append(line.TrimStart());
                whole[^1] = whole[^1] with { Length = joined.Length - whole[^1].Start };
            }
            else
            {
                whole.Add(lines[i] with { Start = joined.Length, Length = line.Length });
                joined.Append(line);
            }

            joined.Append('\n');
        }

        return new(joined.ToString(), whole);
    }

    private static bool GoesOn(string text, List<RawLine> lines, int i, int width)
    {
        var (above, line) = (lines[i - 1], lines[i]);
        if (above.Table >= 0 || line.Table >= 0 || IsBlankBetween(text, above, line))
            return false;
        var words = text.AsSpan(above.Start, above.Length).TrimEnd();
        if (ColumnsOf(words) < width - Slack || IndentOf(text.AsSpan(line.Start, line.Length)) >= IndentColumns)
            return false;
        return !LabelScanner.TryRead(Fold.Text(text.Substring(line.Start, line.Length).TrimStart()), out _);
    }

    private static bool IsBlankBetween(string text, RawLine above, RawLine line) =>
        text.AsSpan(above.Start + above.Length, line.Start - above.Start - above.Length).Count('\n') > 1;

    private static bool EndsSentence(ReadOnlySpan<char> line) => line[^1] is '。' or '；' or '！' or '？' or '：' or ';' or ':' or '〕' or '】' or '）' or ')';

    private static int IndentOf(ReadOnlySpan<char> line) => ColumnsOf(line[..^line.TrimStart().Length]);

    private static int ColumnsOf(ReadOnlySpan<char> line)
    {
        var columns = 0;
        foreach (var c in line)
            columns += c >= '\u2010' ? 2 : 1;
        return columns;
    }
}
