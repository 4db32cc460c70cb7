using Fazhi.Catalogues.Metrics;

namespace Fazhi.Documents.Reports;

/// <summary>
/// Several subjects of one figure, or of as many: 参学、参考、通过率100% are three rates, 办结率和满意率分别为98%、95% are two.
/// </summary>
internal sealed class RateList(MetricMatcher matcher)
{
    private const int NounLength = 2;
    private static readonly char[] Joints = ['、', '和', '及', '与'];
    private static readonly string[] Tails = ["均", "都", "皆", "全部", "达到", "达", "为", "保持", "继续", "稳定", "在", "各", "约", "近", "是", "超过", "超", "分别", "实现", "了", "已"];

    private readonly List<TextRange> _items = [];

    /// <summary>Gives a fact of its figure.</summary>
    public delegate void Adder(TextRange sentence, FigureScope scope, MetricMatch? match, int from);

    /// <summary>Reads the figure at <paramref name="index"/> when its subject is one of a list; false when it is not.</summary>
    public bool TryRead(ReadOnlySpan<char> folded, TextRange sentence, List<FigureScope> scopes, int index, Adder add) =>
        TryReadRespective(folded, sentence, scopes, index, add) || TryReadShared(folded, sentence, scopes[index], add);

    private bool TryReadRespective(ReadOnlySpan<char> folded, TextRange sentence, List<FigureScope> scopes, int index, Adder add)
    {
        var scope = scopes[index];
        var first = index;
        while (first > 0 && scopes[first - 1].Clause == scope.Clause)
            first--;
        var count = 1;
        while (first + count < scopes.Count && scopes[first + count].Clause == scope.Clause)
            count++;
        var at = count < 2 ? -1 : folded[scope.Clause.Start..scopes[first].Quantity.Range.Start].IndexOf("分别", StringComparison.Ordinal);
        if (at < 0)
            return false;
        Split(folded, TextRange.Between(scope.Clause.Start, scope.Clause.Start + at));
        if (_items.Count < count)
            return false;
        var item = _items[_items.Count - count + index - first];
        var match = Match(folded, sentence, scope, item) ?? MatchWithNoun(folded, sentence, scope, item);
        add(sentence, scope, match, item.Start);
        return true;
    }

    private MetricMatch? Match(ReadOnlySpan<char> folded, TextRange sentence, FigureScope scope, TextRange item)
    {
        var figure = scope.Quantity.Range;
        var (start, end) = (item.Start - sentence.Start, item.End - sentence.Start);
        return matcher.Match(folded[sentence.Start..sentence.End], new(figure.Start - sentence.Start, figure.End - sentence.Start, scope.Quantity.Unit, start, end, start, end));
    }

    /// <summary>行政复议、行政应诉案件: the last lends its noun.</summary>
    private MetricMatch? MatchWithNoun(ReadOnlySpan<char> folded, TextRange sentence, FigureScope scope, TextRange item)
    {
        var last = _items[^1];
        if (item == last || last.Length <= NounLength)
            return null;
        var words = string.Concat(folded[item.Start..item.End], folded[(last.End - NounLength)..last.End]);
        var (start, end) = (scope.Quantity.Range.Start - sentence.Start, scope.Quantity.Range.End - sentence.Start);
        return matcher.MatchWords(words, new(start, end, scope.Quantity.Unit, 0, start, 0, start));
    }

    private bool TryReadShared(ReadOnlySpan<char> folded, TextRange sentence, FigureScope scope, Adder add)
    {
        if (scope.Quantity.Unit != "%" || scope.Quantity.Range.Start <= scope.Near.Start)
            return false;
        var subject = SentenceReader.Trim(folded, TextRange.Between(scope.Near.Start, scope.Quantity.Range.Start));
        subject = TextRange.Between(subject.Start, subject.Start + WithoutTails(folded[subject.Start..subject.End]));
        if (subject.Length == 0 || folded[subject.End - 1] is not ('率' or '度'))
            return false;
        Split(folded, subject);
        var first = FirstOfList(folded);
        if (first == _items.Count - 1)
            return false;
        for (var i = first; i < _items.Count; i++)
        {
            var item = i == first ? Tail(folded, _items[i]) : _items[i];
            add(sentence, scope, MatchRate(folded, sentence, scope, item), item.Start);
        }

        return true;
    }

    /// <summary>The first item that is a rate of its own, going back from the last; the last itself where there is only one.</summary>
    private int FirstOfList(ReadOnlySpan<char> folded)
    {
        var last = folded[_items[^1].Start.._items[^1].End];
        var first = _items.Count - 1;
        for (var i = first - 1; i >= 0; i--)
        {
            var item = _items[i];
            var isRate = folded[item.End - 1] is '率' or '度';
            // 参学、参考、通过率: the last lends its 率.
            var isShort = last.Length == 3 && (item.Length == 2 || (item.Length > 2 && i < _items.Count - 2) || (item.Length > 2 && i == 0));
            if (!isRate && !isShort)
                break;
            first = i;
            if (!isRate && item.Length > 2)
                break;
        }

        return first;
    }

    /// <summary>The words of the first item that are the rate, without what leads to the list: 年度考试参学 → 参学.</summary>
    private static TextRange Tail(ReadOnlySpan<char> folded, TextRange item) =>
        folded[item.End - 1] is '率' or '度' || item.Length <= 2 ? item : TextRange.Between(item.End - 2, item.End);

    private MetricMatch? MatchRate(ReadOnlySpan<char> folded, TextRange sentence, FigureScope scope, TextRange item)
    {
        var words = folded[item.Start..item.End].ToString();
        if (words[^1] is not ('率' or '度'))
            words += "率";
        var figure = scope.Quantity.Range;
        var start = figure.Start - sentence.Start;
        return matcher.MatchWords(words, new(start, figure.End - sentence.Start, "%", 0, start, 0, start));
    }

    private static int WithoutTails(ReadOnlySpan<char> words)
    {
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var tail in Tails)
            {
                if (words.EndsWith(tail, StringComparison.Ordinal))
                {
                    words = words[..^tail.Length];
                    cut = true;
                }
            }
        }

        return words.Length;
    }

    private void Split(ReadOnlySpan<char> folded, TextRange list)
    {
        _items.Clear();
        var start = list.Start;
        for (var i = list.Start; i < list.End; i++)
        {
            // 和解率: not a list.
            if (Array.IndexOf(Joints, folded[i]) < 0 || i == start || (folded[i] != '、' && i + 1 < list.End && folded[i + 1] is '解' or '时'))
                continue;
            _items.Add(TextRange.Between(start, i));
            start = i + 1;
        }

        _items.Add(TextRange.Between(start, list.End));
    }
}
