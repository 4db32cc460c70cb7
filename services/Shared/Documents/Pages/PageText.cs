using System.Text;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Pages;

/// <summary>Pages → lines of content: furniture off, tables as rows, lines joined into the paragraphs that they were broken from.</summary>
internal sealed class PageText
{
    // In units of the type's size.
    private const double Indent = 0.8;
    private const double CentredMargin = 2;
    private const double Slack = 0.6;
    private const double NotFull = 1 + Slack;
    private const double LargestPitch = 2.6;

    private const double OtherSize = 1.12;

    private readonly ReadBudget _budget;
    private readonly StringBuilder _text = new();
    private readonly List<RawLine> _lines = [];
    private readonly StringBuilder _open = new();
    private PrintedLine? _last;
    private double _lastRight;
    private int _tables;
    private int _columns;

    private PageText(ReadBudget budget) => _budget = budget;

    public static RawContent Read(IReadOnlyList<PrintedPage> pages, ReadBudget budget)
    {
        var reader = new PageText(budget);
        var lines = pages.Select(p => PrintedLine.Find(p, budget)).ToList();
        PageFurniture.Remove(lines, [.. pages.Select(p => p.Height)]);
        foreach (var page in lines)
            reader.Add(page);
        reader.EndParagraph();
        return new(reader._text.ToString(), reader._lines);
    }

    private void Add(List<PrintedLine> page)
    {
        if (page.Count == 0)
            return;
        var (left, right) = Margins(page);
        for (var i = 0; i < page.Count; i++)
        {
            _budget.Spend();
            if (PageTable.TryBegin(page, i, _budget) is { } table)
            {
                AddTable(table);
                i += table.Count - 1;
                continue;
            }

            Add(page[i], left, right, isFirst: i == 0);
        }
    }

    /// <summary>Where full lines begin and end: the margin that most lines have in common.</summary>
    private static (double Left, double Right) Margins(List<PrintedLine> page)
    {
        var size = page[page.Count / 2].Size;
        // A title in larger type may be wider than the text.
        page = [.. page.Where(l => l.Size <= OtherSize * size)];
        var left = page.GroupBy(l => Math.Round(l.Left / size)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Min(l => l.Left);
        var smallest = page.Where(l => left - l.Left < 3 * size).Min(l => l.Left);
        var right = page.Max(l => l.Right);
        // A page of short paragraphs begins most of its lines with an indent: the margin is then where the few full lines begin.
        return (page.Any(l => l.Left < left - (Indent * size) && l.Right > right - (NotFull * size)) ? smallest : left, right);
    }

    private void Add(PrintedLine line, double left, double right, bool isFirst)
    {
        if (_last is null || BeginsParagraph(line, left, right, isFirst))
            EndParagraph();
        if (_open.Length > 0 && char.IsAsciiLetterOrDigit(_open[^1]) && char.IsAsciiLetter(line.Text[0]))
            _open.Append(' ');
        _open.Append(line.Text);
        ReadBudget.Require(_text.Length + _open.Length, _budget.Limits.MaxTextLength, "文字长度");
        (_last, _lastRight) = (line, right);
    }

    private bool BeginsParagraph(PrintedLine line, double left, double right, bool isFirst)
    {
        var size = line.Size;
        var last = _last!;
        if (Math.Max(size, last.Size) > OtherSize * Math.Min(size, last.Size))
            return true;
        if (last.Right < _lastRight - ((Slack + WidthOfFirst(line.Text)) * size) || IsCentred(line, left, right))
            return true;
        if (!isFirst && line.Y - last.Y > LargestPitch * size)
            return true;
        if (line.Left - left > Indent * size)
            return true;
        return last.Text[^1] is '。' or '；' or '〕' or '：' or '！' && LabelScanner.TryRead(Catalogues.Fold.Text(line.Text), out _);
    }

    /// <summary>The room that the first word of a line takes, in units of the type's size: a number is not broken, and no line begins with a closing mark.</summary>
    private static double WidthOfFirst(string text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetterOrDigit(text[letters]))
            letters++;
        var end = Math.Max(letters, 1);
        var first = end;
        while (end < text.Length && "，。、；：！？）〕】》”’%％".Contains(text[end]))
            end++;
        return Math.Max(1, letters / 2.0) + end - first;
    }

    private static bool IsCentred(PrintedLine line, double left, double right) =>
        line.Left - left > CentredMargin * line.Size && right - line.Right > CentredMargin * line.Size;

    private void EndParagraph()
    {
        if (_open.Length > 0)
            AddLine(_open.ToString(), -1, 0);
        _open.Clear();
        _last = null;
    }

    private void AddTable(PageTable table)
    {
        var rows = table.Rows().ToList();
        var goesOn = _open.Length == 0 && _lines.Count > 0 && _lines[^1].Table >= 0 && rows[0].Cells.Length == _columns;
        EndParagraph();
        var number = goesOn ? _tables - 1 : _tables++;
        foreach (var row in rows)
            AddLine(string.Join('\t', row.Cells), number, goesOn && row.GoesOn ? 1UL : 0);
        _columns = rows[0].Cells.Length;
    }

    private void AddLine(string text, int table, ulong spanned)
    {
        _lines.Add(new(_text.Length, text.Length, table, spanned));
        ReadBudget.Require(_lines.Count, _budget.Limits.MaxParagraphs, "段落数");
        _text.Append(text).Append('\n');
    }
}
