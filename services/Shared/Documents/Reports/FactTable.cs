using Fazhi.Catalogues.Metrics;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Tasks;
using Fazhi.Documents.Values;

namespace Fazhi.Documents.Reports;

/// <summary>
/// Reads figures from the rows of a table: 项目 | 2023年 | 2024年, or 单位 | 受理（件） | 审结（件）. What a figure counts is said by the words of its row and the head of its column,
/// its measure word by a bracket in one of them, a column 单位, or the cell itself.
/// </summary>
internal sealed class FactTable(Page page, MetricMatcher matcher, int? year)
{
    private static readonly string[] Numbering = ["序号", "编号", "年份", "年度", "时间", "日期", "备注"];
    private static readonly string[] EmptyHeads = ["数量", "数值", "数据", "合计", "总数", "总计", "小计", "指标值", "完成数", "全年", "本年", "件数", "内容", "情况"];

    private int _table = -1;
    private List<TextRange> _heads = [];

    /// <summary>Adds the figures of the cells of a row that hold nothing else; gives the cells that are text.</summary>
    public List<TextRange> Read(int line, Action<Fact> add)
    {
        var cells = Cells(line);
        if (page.Lines[line].Table != _table)
        {
            _table = page.Lines[line].Table;
            _heads = cells.Exists(IsNumber) ? [] : cells;
        }

        var texts = cells.FindAll(c => !IsNumber(c));
        var subject = texts.Find(c => c.Length > 0 && !IsUnit(c));
        if (subject.Length == 0 || cells.TrueForAll(c => !IsNumber(c)))
            return texts;
        for (var i = 0; i < cells.Count; i++)
        {
            var isNumbering = cells[i].End <= subject.Start || HeadIs(i, Numbering);
            if (IsNumber(cells[i]) && !isNumbering && ReadCell(cells, i, subject) is { } fact)
                add(fact);
        }

        return [];
    }

    private Fact? ReadCell(List<TextRange> cells, int column, TextRange subject)
    {
        var words = page.FoldedAt(cells[column]);
        var digits = words.LastIndexOfAnyInRange('0', '9') + 1;
        if (!NumberScanner.TryReadArabic(words, 0, out var value, out var end, out _) || end < digits)
            return null;
        var head = column < _heads.Count ? _heads[column] : default;
        var unit = words[end..].Trim(' ').ToString();
        if (unit.Length == 0)
            unit = UnitIn(subject) ?? UnitIn(head) ?? cells.Where(IsUnit).Select(c => page.FoldedAt(c).Trim(' ').ToString()).FirstOrDefault() ?? "";
        var isYear = YearOf(head) is not null;
        var subjectWords = Words(subject) + (isYear || HeadIs(column, EmptyHeads) ? "" : Words(head));
        var match = matcher.MatchWords(subjectWords, new(subjectWords.Length, subjectWords.Length, unit, 0, subjectWords.Length, 0, subjectWords.Length));
        var period = isYear && YearOf(head) != year ? page.Printed(head) : "";
        var range = TextRange.Between(subject.Start, cells[column].End);
        return new(match?.Metric.Id ?? "", value, Comparator.Equal, unit, period, $"{page.Printed(subject)} {page.Printed(cells[column])}", range, range);
    }

    private List<TextRange> Cells(int line)
    {
        var row = page.Lines[line];
        return TableCells.Split(page.Text.AsSpan(row.Start, row.Length), row.Start).ConvertAll(c => SentenceReader.Trim(page.Folded, c));
    }

    private bool IsNumber(TextRange cell)
    {
        var words = page.FoldedAt(cell);
        if (words.IsEmpty || !char.IsAsciiDigit(words[0]))
            return false;
        var end = words.IndexOfAnyExcept("0123456789.,");
        return end < 0 || (words[end] != '年' && MeasureWords.TryMatch(words, end, out _, out var length) && end + length == words.Length);
    }

    private bool IsUnit(TextRange cell) => MeasureWords.TryMatch(page.FoldedAt(cell), 0, out _, out var length) && length == cell.Length;

    private bool HeadIs(int column, string[] words) => column < _heads.Count && Array.Exists(words, page.FoldedAt(_heads[column]).ToString().Equals);

    private int? YearOf(TextRange head)
    {
        var words = page.FoldedAt(head);
        return words.Length >= 4 && words[0] == '2' && int.TryParse(words[..4], out var named) && named is > 2000 and < 2100 ? named : null;
    }

    /// <summary>The measure word in brackets: 行政复议受理(件).</summary>
    private string? UnitIn(TextRange cell)
    {
        var words = page.FoldedAt(cell);
        var open = words.LastIndexOf('(');
        if (open < 0 || words[^1] != ')')
            return null;
        var unit = words[(open + 1)..^1];
        return MeasureWords.TryMatch(unit, 0, out _, out var length) && length == unit.Length ? unit.ToString() : null;
    }

    private string Words(TextRange cell)
    {
        var words = page.FoldedAt(cell);
        return UnitIn(cell) is null ? words.ToString() : words[..words.LastIndexOf('(')].ToString();
    }
}
