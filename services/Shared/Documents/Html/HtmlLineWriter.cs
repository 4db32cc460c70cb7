using System.Text;
using AngleSharp.Dom;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Html;

/// <summary>Writes an element as lines: a block or a br ends a line, a row of a data table is one line with its cells separated by tabs.</summary>
internal sealed class HtmlLineWriter(ReadBudget budget)
{
    private const int MaxColumns = 64;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
        "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "legend", "body",
    };

    private readonly StringBuilder _text = new();
    private readonly List<RawLine> _lines = [];
    private readonly Dictionary<IElement, int> _numbers = [];
    private int _lineStart;
    private int _tables;

    public void Write(IElement element)
    {
        WriteNode(element, preformatted: false);
        EndLine();
    }

    public RawContent ToContent() => new(_text.ToString(), _lines);

    private void WriteNode(INode node, bool preformatted)
    {
        budget.Spend();
        if (node is IText text)
        {
            WriteText(text.Data, preformatted);
            return;
        }

        if (node is not IElement element || Skipped.Is(element))
            return;
        if (element.LocalName == "br")
            EndLine();
        else if (HtmlTable.IsData(element))
            WriteTable(element);
        else if (Blocks.Contains(element.LocalName))
            WriteBlock(element, preformatted);
        else
            WriteChildren(element, preformatted);
    }

    private void WriteBlock(IElement element, bool preformatted)
    {
        EndLine();
        var before = _lines.Count;
        if (element.LocalName == "li")
            WriteMarker(element);
        var markerEnd = _text.Length;
        WriteChildren(element, preformatted || element.LocalName == "pre");
        if (element.LocalName == "li" && _lines.Count == before && _text.Length == markerEnd)
            _text.Length = _lineStart;
        EndLine();
    }

    private void WriteChildren(IElement element, bool preformatted)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is not IElement child || !Skipped.IsBox(child))
                WriteNode(node, preformatted);
        }
    }

    /// <summary>A list's number or bullet, as a browser prints it.</summary>
    private void WriteMarker(IElement item)
    {
        if (item.ParentElement is not { } list)
            return;
        var number = int.TryParse(item.GetAttribute("value"), out var own) ? own : _numbers.GetValueOrDefault(list, FirstNumber(list));
        _numbers[list] = number == int.MaxValue ? number : number + 1;
        _text.Append(ListMarker.Write(list, number));
    }

    private static int FirstNumber(IElement list) => int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;

    private void WriteText(string text, bool preformatted)
    {
        ReadBudget.Require(_text.Length + text.Length, budget.Limits.MaxTextLength, "文字长度");
        foreach (var c in text)
        {
            if (c is not ('\n' or '\r' or '\t'))
                _text.Append(c);
            else if (preformatted && c == '\n')
                EndLine();
            else
                _text.Append(' ');
        }
    }

    private void WriteTable(IElement table)
    {
        EndLine();
        var number = _tables++;
        Span<int> remaining = stackalloc int[MaxColumns];
        foreach (var row in HtmlTable.Rows(table))
        {
            budget.Spend();
            var spanned = WriteRow(row, remaining);
            EndLine(number, spanned);
        }
    }

    /// <summary>Writes the cells of one row. <paramref name="remaining"/> says for each column how many more rows a cell above reaches down.</summary>
    private ulong WriteRow(IElement row, Span<int> remaining)
    {
        ulong spanned = 0;
        var column = 0;
        foreach (var cell in HtmlTable.Cells(row))
        {
            SkipSpanned(ref column, ref spanned, remaining);
            if (column >= MaxColumns)
                break;
            WriteCell(cell, column);
            var (wide, down) = (HtmlTable.Span(cell, "colspan"), HtmlTable.Span(cell, "rowspan"));
            for (var i = 0; i < wide && column < MaxColumns; i++, column++)
            {
                remaining[column] = down - 1;
                if (i > 0)
                    _text.Append('\t');
            }
        }

        SkipSpanned(ref column, ref spanned, remaining);
        return spanned;
    }

    private void SkipSpanned(ref int column, ref ulong spanned, Span<int> remaining)
    {
        while (column < MaxColumns && remaining[column] > 0)
        {
            remaining[column]--;
            spanned |= 1UL << column;
            if (column > 0)
                _text.Append('\t');
            column++;
        }
    }

    private void WriteCell(IElement cell, int column)
    {
        if (column > 0)
            _text.Append('\t');
        WriteInCell(cell);
    }

    /// <summary>A cell is one line: what would end a line elsewhere is a blank here.</summary>
    private void WriteInCell(IElement element)
    {
        foreach (var node in element.ChildNodes)
        {
            budget.Spend();
            if (node is IText text)
                WriteText(text.Data, preformatted: false);
            if (node is not IElement child || Skipped.Is(child))
                continue;
            var apart = child.LocalName == "br" || Blocks.Contains(child.LocalName);
            if (apart)
                _text.Append(' ');
            WriteInCell(child);
            if (apart)
                _text.Append(' ');
        }
    }

    private void EndLine(int table = -1, ulong spanned = 0)
    {
        if (_text.Length > _lineStart)
        {
            _lines.Add(new(_lineStart, _text.Length - _lineStart, table, spanned));
            ReadBudget.Require(_lines.Count, budget.Limits.MaxParagraphs, "段落数");
            _text.Append('\n');
        }

        _lineStart = _text.Length;
    }
}
