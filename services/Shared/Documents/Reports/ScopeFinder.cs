using Fazhi.Documents.Values;

namespace Fazhi.Documents.Reports;

/// <summary>
/// Finds for each figure of a sentence the words that speak of it. 责令3家单位对4项行为进行整改 is one part with two figures;
/// 组织评估4次、收到建议12条 are two; in 对文件、合同进行审查70件 the 、 divides nothing.
/// </summary>
internal sealed class ScopeFinder
{
    // What may stand around a figure without saying what it counts; the longer before the shorter that it contains.
    private static readonly string[] Fillers =
    [
        "今年以来", "一年来", "截至目前", "国家级", "省级", "市级", "县级", "区级", "平均", "累计", "共计", "总计", "合计", "分别", "达到", "总数", "数量", "全年", "今年", "年内", "其中", "先后", "每年", "人均", "件数", "次数", "场次", "占比", "完成", "实现", "继续", "保持", "目前", "总量", "规模",
        "共", "达", "为", "是", "约", "近", "超", "逾", "余", "均", "都", "各", "已", "了", "占", "计", "多", "有", "在", "(", ")",
    ];

    private readonly List<FigureScope> _scopes = [];
    private readonly List<TextRange> _parts = [];
    private readonly List<int> _breaks = [];

    /// <summary>The scopes of the figures, in order. The list is used again for the next sentence.</summary>
    /// <param name="folded">The whole folded text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="figures">All figures in it, in order.</param>
    public List<FigureScope> Find(ReadOnlySpan<char> folded, TextRange sentence, ReadOnlySpan<Quantity> figures)
    {
        _scopes.Clear();
        _parts.Clear();
        FindBreaks(folded, sentence, figures);
        var start = sentence.Start;
        var before = 0;
        foreach (var end in _breaks)
        {
            AddClause(folded, TextRange.Between(start, end), figures);
            // What stands behind a bracket goes on with what stood before it.
            if (folded[end] == '(')
                before = _parts.Count;
            else if (folded[end] == ')')
                _parts.RemoveRange(before, _parts.Count - before);
            start = end + 1;
        }

        AddClause(folded, TextRange.Between(start, sentence.End), figures);
        return _scopes;
    }

    private void FindBreaks(ReadOnlySpan<char> folded, TextRange sentence, ReadOnlySpan<Quantity> figures)
    {
        _breaks.Clear();
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            var next = folded[at..sentence.End].IndexOfAny(",;:(");
            if (next < 0)
                return;
            at += next;
            if (folded[at] == '(')
                at = BreakAtBracket(folded, at, sentence.End, figures);
            else if (!IsInside(at, figures))
                _breaks.Add(at);
        }
    }

    /// <summary>A bracket with a figure of its own stands apart: (其中受理5件).</summary>
    private int BreakAtBracket(ReadOnlySpan<char> folded, int open, int limit, ReadOnlySpan<Quantity> figures)
    {
        var length = folded[open..limit].IndexOf(')');
        if (length < 0 || !HasFigure(TextRange.Between(open, open + length), figures))
            return open;
        _breaks.Add(open);
        foreach (var at in CommasIn(folded, open + 1, open + length))
        {
            if (!IsInside(at, figures))
                _breaks.Add(at);
        }

        _breaks.Add(open + length);
        return open + length;
    }

    private static List<int> CommasIn(ReadOnlySpan<char> folded, int start, int end)
    {
        var found = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (folded[i] is ',' or ';' or ':')
                found.Add(i);
        }

        return found;
    }

    private void AddClause(ReadOnlySpan<char> folded, TextRange clause, ReadOnlySpan<Quantity> figures)
    {
        var first = 0;
        while (first < figures.Length && figures[first].Range.End <= clause.Start)
            first++;
        var last = first;
        while (last < figures.Length && figures[last].Range.Start < clause.End)
            last++;
        var start = clause.Start;
        for (var i = first; i < last;)
        {
            // The part ends behind the first figure after which another part with a figure begins.
            var next = i + 1;
            while (next < last && !IsDivided(folded, figures[next - 1], figures[next]))
                next++;
            var end = next < last ? EndOfPart(folded, figures[next - 1], figures[next]) : clause.End;
            AddPart(folded, TextRange.Between(start, end), clause, figures[i..next]);
            start = Math.Min(end + (end < clause.End && folded[end] == '、' ? 1 : 0), clause.End);
            i = next;
        }

        if (first == last && clause.Length > 0)
            _parts.Add(clause);
    }

    private static bool IsDivided(ReadOnlySpan<char> folded, in Quantity one, in Quantity other) =>
        one.Range != other.Range && EndOfPart(folded, one, other) < other.Range.Start;

    /// <summary>Where the part of a figure ends before the next: at 、, or at 和 right behind it.</summary>
    private static int EndOfPart(ReadOnlySpan<char> folded, in Quantity one, in Quantity other)
    {
        var between = folded[one.Range.End..Math.Max(one.Range.End, other.Range.Start)];
        if (StartsWithAnd(between))
            return one.Range.End;
        var mark = CommaIn(between);
        return mark < 0 ? other.Range.Start : one.Range.End + mark;
    }

    /// <summary>The 、 outside of brackets: 12个县(市、区)、35个部门.</summary>
    private static int CommaIn(ReadOnlySpan<char> words)
    {
        var depth = 0;
        for (var i = 0; i < words.Length; i++)
        {
            depth += words[i] == '(' ? 1 : words[i] == ')' ? -1 : 0;
            if (depth <= 0 && words[i] == '、')
                return i;
        }

        return -1;
    }

    private static bool StartsWithAnd(ReadOnlySpan<char> words)
    {
        foreach (var and in (ReadOnlySpan<string>)["和", "及", "以及", "与", "并", "暨", " "])
        {
            if (words.StartsWith(and, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private void AddPart(ReadOnlySpan<char> folded, TextRange part, TextRange clause, ReadOnlySpan<Quantity> figures)
    {
        var isBare = IsBare(folded, part, figures);
        var before = _parts.Count == 0 ? default : _parts[^1];
        var beforeUnit = _scopes.Count > 0 && before.Length > 0 && before.Contains(_scopes[^1].Quantity.Range) ? _scopes[^1].Quantity.Unit : null;
        for (var i = 0; i < figures.Length; i++)
        {
            var nearStart = i == 0 || figures[i - 1].Range == figures[i].Range ? part.Start : figures[i - 1].Range.End;
            var nearEnd = i + 1 == figures.Length || figures[i + 1].Range == figures[i].Range ? part.End : figures[i + 1].Range.Start;
            _scopes.Add(new(figures[i], part, TextRange.Between(nearStart, Math.Max(nearStart, nearEnd)), clause, before, isBare, beforeUnit is not null, beforeUnit == figures[i].Unit));
        }

        // 举办培训班5期、共300人次: what follows a bare figure shares the same subject.
        _parts.Add(isBare && before.Length > 0 ? TextRange.Between(before.Start, part.End) : part);
    }

    private static bool IsBare(ReadOnlySpan<char> folded, TextRange part, ReadOnlySpan<Quantity> figures)
    {
        var at = part.Start;
        foreach (var figure in figures)
        {
            if (figure.Range.Start > at && !IsFiller(folded[at..figure.Range.Start]))
                return false;
            at = Math.Max(at, figure.Range.End);
        }

        return at >= part.End || IsFiller(folded[at..part.End]);
    }

    private static bool IsFiller(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            var length = words[0] is ' ' or '。' or '、' or '!' or '”' or '“' ? 1 : 0;
            foreach (var filler in Fillers)
            {
                if (length == 0 && words.StartsWith(filler, StringComparison.Ordinal))
                    length = filler.Length;
            }

            if (length == 0)
                return false;
            words = words[length..];
        }

        return true;
    }

    private static bool IsInside(int at, ReadOnlySpan<Quantity> figures)
    {
        foreach (var figure in figures)
        {
            if (figure.Range.Start <= at && at < figure.Range.End)
                return true;
        }

        return false;
    }

    private static bool HasFigure(TextRange range, ReadOnlySpan<Quantity> figures)
    {
        foreach (var figure in figures)
        {
            if (range.Contains(figure.Range))
                return true;
        }

        return false;
    }
}
