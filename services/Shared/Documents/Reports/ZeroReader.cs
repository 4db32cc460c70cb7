using Fazhi.Documents.Values;

namespace Fazhi.Documents.Reports;

/// <summary>Finds the figures that say that there was none: 零败诉, 败诉率为零.</summary>
internal static class ZeroReader
{
    private static readonly string[] Counted = ["败诉", "纠错", "投诉", "上访", "信访", "事故", "差错", "违纪", "复议", "诉讼", "逾期", "积案"];
    private static readonly string[] Joints = ["率为", "率是", "率保持", "率均为", "率仍为", "率", "数为", "数均为", "量为"];

    /// <summary>Adds them to the figures of the stretch, in their places.</summary>
    public static void Read(ReadOnlySpan<char> folded, TextRange range, List<Quantity> figures)
    {
        for (var at = range.Start; at < range.End; at++)
        {
            var next = folded[at..range.End].IndexOfAny('零', '0');
            if (next < 0)
                return;
            at += next;
            if (IsCount(folded[..range.End], at) || IsRate(folded[range.Start..range.End], at - range.Start))
                Insert(figures, new(0, Comparator.Equal, false, "", folded[at] == '零', new(at, 1), new(at, 1)));
        }
    }

    /// <summary>The measure word by which a figure is looked up: a bare zero is a rate.</summary>
    public static string UnitOf(in Quantity quantity) => quantity is { Unit: "", Value: 0 } ? "%" : quantity.Unit;

    private static bool IsCount(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '零')
            return false;
        foreach (var word in Counted)
        {
            if (text[(at + 1)..].StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsRate(ReadOnlySpan<char> text, int at)
    {
        var after = at + 1 < text.Length ? text[at + 1] : '。';
        if (after is not (',' or '。' or ';' or '、' or ')' or ' ' or '\n' or '的'))
            return false;
        foreach (var joint in Joints)
        {
            if (text[..at].EndsWith(joint, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Insert(List<Quantity> figures, Quantity zero)
    {
        var place = figures.FindIndex(f => f.Range.End > zero.Range.Start);
        if (place < 0)
            figures.Add(zero);
        else if (figures[place].Range.Start > zero.Range.Start)
            figures.Insert(place, zero);
    }
}
