using System.Buffers;
using System.Collections.Immutable;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Tasks;

/// <summary>
/// Finds the parts that a text counts up inside itself: 一是…；二是…, 一要…；二要…, 首先…其次…, 第一，…第二，…, ①…②…, (1)…(2)…, (一)…(二)…, 1.…2.….
/// Parts are found only where at least the first two are there; of lists inside a list, the outer one counts.
/// </summary>
internal static class MeasureReader
{
    private const string Openings = "。;:,!?\n ”)(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private static readonly SearchValues<char> Places = SearchValues.Create(Openings);

    private enum Form
    {
        HanWord,
        Ordinal,
        Order,
        Circled,
        ArabicInBrackets,
        HanInBrackets,
        Arabic,
    }

    /// <summary>The parts of a stretch of text, in order; empty where it counts nothing up.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="range">The stretch: a paragraph, or several with the line ends between them.</param>
    public static ImmutableArray<Measure> Read(string text, ReadOnlySpan<char> folded, TextRange range)
    {
        var marks = FindMarks(folded, range);
        if (marks.Count < 2)
            return [];
        var measures = ImmutableArray.CreateBuilder<Measure>();
        for (var i = 0; i < marks.Count;)
        {
            var last = i;
            var next = marks[i].Number == 1 ? FindNext(marks, i) : -1;
            if (next < 0)
            {
                i++;
                continue;
            }

            for (; next >= 0; last = next, next = FindNext(marks, last))
                Add(measures, text, folded, marks[last], marks[next].Start);
            Add(measures, text, folded, marks[last], EndOfList(folded, range, marks, last));
            i = last + 1;
            while (i < marks.Count && marks[i].Form != marks[last].Form && marks[i].Start < measures[^1].Range.End)
                i++;
        }

        return measures.ToImmutable();
    }

    private static int FindNext(List<Mark> marks, int at)
    {
        for (var i = at + 1; i < marks.Count; i++)
        {
            if (marks[i].Form != marks[at].Form)
                continue;
            return marks[i].Number == marks[at].Number + 1 || (marks[i].Number == int.MaxValue && marks[at].Number is > 1 and < int.MaxValue) ? i : -1;
        }

        return -1;
    }

    // The last part ends with its paragraph, or where the same kind of list begins anew.
    private static int EndOfList(ReadOnlySpan<char> folded, TextRange range, List<Mark> marks, int last)
    {
        var end = folded[marks[last].Start..range.End].IndexOf('\n');
        var limit = end < 0 ? range.End : marks[last].Start + end;
        for (var i = last + 1; i < marks.Count && marks[i].Start < limit; i++)
        {
            if (marks[i].Form == marks[last].Form && marks[i].Number == 1)
                return marks[i].Start;
        }

        return limit;
    }

    private static void Add(ImmutableArray<Measure>.Builder measures, string text, ReadOnlySpan<char> folded, Mark mark, int end)
    {
        while (folded[end - 1] is ' ' or '\n')
            end--;
        measures.Add(new(text.Substring(mark.Start, mark.Length), TextRange.Between(mark.Start, end)));
    }

    private static List<Mark> FindMarks(ReadOnlySpan<char> folded, TextRange range)
    {
        var marks = new List<Mark>();
        var text = folded[..range.End];
        if (TryReadMark(text, range.Start, out var first))
            marks.Add(first);
        for (var at = range.Start; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(Places);
            if (next < 0)
                break;
            at += next;
            var start = text[at] is '(' or (>= '①' and <= '⑳') ? at : at + 1;
            if (start < text.Length && (marks.Count == 0 || start > marks[^1].Start) && TryReadMark(text, start, out var mark))
                marks.Add(mark);
        }

        return marks;
    }

    private static bool TryReadMark(ReadOnlySpan<char> text, int at, out Mark mark)
    {
        mark = default;
        if (at + 2 >= text.Length)
            return false;
        switch (text[at])
        {
            case >= '①' and <= '⑳':
                mark = new(at, 1, Form.Circled, text[at] - '①' + 1);
                return true;
            case '(':
                return TryReadBracketed(text, at, out mark);
            case '首' or '其' or '再' or '最':
                return TryReadOrder(text, at, out mark);
            case '第':
                return TryReadOrdinal(text, at, out mark);
            case >= '1' and <= '9':
                return TryReadArabic(text, at, out mark);
            default:
                var digits = HanNumber.Measure(text[at..]);
                if (digits == 0 || at + digits >= text.Length || text[at + digits] is not ('是' or '要'))
                    return false;
                mark = new(at, digits + 1, Form.HanWord, HanNumber.Parse(text.Slice(at, digits)));
                return true;
        }
    }

    private static bool TryReadBracketed(ReadOnlySpan<char> text, int at, out Mark mark)
    {
        mark = default;
        var digits = CountDigits(text, at + 1);
        var han = digits == 0 ? HanNumber.Measure(text[(at + 1)..]) : 0;
        var close = at + 1 + digits + han;
        if (digits + han is 0 or > 3 || close >= text.Length || text[close] != ')')
            return false;
        var words = text[(at + 1)..close];
        mark = new(at, close + 1 - at, digits > 0 ? Form.ArabicInBrackets : Form.HanInBrackets, digits > 0 ? int.Parse(words) : HanNumber.Parse(words));
        return true;
    }

    private static bool TryReadOrder(ReadOnlySpan<char> text, int at, out Mark mark)
    {
        var number = text[at..(at + 2)] switch { "首先" => 1, "其次" => 2, "再次" => 3, "最后" => int.MaxValue, _ => 0 };
        mark = new(at, 2, Form.Order, number);
        return number > 0;
    }

    private static bool TryReadOrdinal(ReadOnlySpan<char> text, int at, out Mark mark)
    {
        mark = default;
        var digits = HanNumber.Measure(text[(at + 1)..]);
        var after = at + 1 + digits;
        if (digits == 0 || after >= text.Length || text[after] is not (',' or '、' or ':' or '是' or '要'))
            return false;
        mark = new(at, digits + 1, Form.Ordinal, HanNumber.Parse(text.Slice(at + 1, digits)));
        return true;
    }

    private static bool TryReadArabic(ReadOnlySpan<char> text, int at, out Mark mark)
    {
        mark = default;
        var digits = CountDigits(text, at);
        var after = at + digits;
        if (digits > 2 || after + 1 >= text.Length || text[after] is not ('.' or '、') || char.IsAsciiDigit(text[after + 1]))
            return false;
        mark = new(at, digits + 1, Form.Arabic, int.Parse(text.Slice(at, digits)));
        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i - at;
    }

    private readonly record struct Mark(int Start, int Length, Form Form, int Number);
}
