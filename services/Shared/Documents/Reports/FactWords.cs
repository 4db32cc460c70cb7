using Fazhi.Catalogues;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Reports;

/// <summary>The words around a figure that say more about it: of what period it is, whether it is a change, what it may be shown with.</summary>
internal static class FactWords
{
    private static readonly string[] Changes = ["增长", "下降", "减少", "上升", "增加", "提高", "提升", "降低", "同比", "环比", "多", "少", "增幅", "降幅"];
    private static readonly string[] ChangeTails = ["了", "约", "近", "超", "达", "幅度", "率", "为", "过"];
    private static readonly string[] Lead = ["全年", "今年以来", "一年来", "今年", "本年度", "年内", "共计", "累计", "共", "其中", "先后", "截至目前", "目前", "并", "均", "已", "还", "同时", "年度", "以来", "以及", "和", "及"];
    // 共同, 共享, 和解, 及时: words of their own.
    private const string Compounds = "同享建治青解谐时";
    private static readonly string[] Spans = ["每年", "每季度", "每月", "每周", "每半年", "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "人均", "平均每", "“十四五”以来", "“十四五”期间", "“八五”普法以来", "近年来", "历年", "近三年", "近五年", "近两年", "三年来", "五年来"];

    private static readonly PhraseSet<bool> AnySpan = new(Spans.Append("20").Select(span => KeyValuePair.Create(span, true)));

    /// <summary>True when the figure says how much something has changed: 同比下降5%, 较上年增加12件.</summary>
    /// <param name="before">The folded words of its clause before it.</param>
    public static bool IsChange(ReadOnlySpan<char> before)
    {
        if (before.IndexOf("同比", StringComparison.Ordinal) >= 0 || before.IndexOf("环比", StringComparison.Ordinal) >= 0)
            return true;
        before = before.TrimEnd(' ');
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var tail in ChangeTails)
            {
                if (before.EndsWith(tail, StringComparison.Ordinal))
                {
                    before = before[..^tail.Length];
                    cut = true;
                }
            }
        }

        foreach (var change in Changes)
        {
            if (before.EndsWith(change, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>How many characters of the words only lead to the subject: 2024年全年共.</summary>
    public static int LeadLength(ReadOnlySpan<char> words)
    {
        var at = 0;
        for (var cut = true; cut;)
        {
            cut = false;
            while (at < words.Length && words[at] is ' ' or '”' or ')' or '、' or '。' or ';')
                at++;
            if (MarkAt(words, at) is > 0 and var mark)
                (at, cut) = (at + mark, true);
            if (YearAt(words, at) is > 0 and var year)
                (at, cut) = (at + year, true);
            foreach (var lead in Lead)
            {
                if (words[at..].StartsWith(lead, StringComparison.Ordinal) && !(lead.Length == 1 && at + 1 < words.Length && Compounds.Contains(words[at + 1])))
                    (at, cut) = (at + lead.Length, true);
            }
        }

        return at;
    }

    /// <summary>The words that give a figure a period other than the year of the report, in the sentence before it; the last ones count.</summary>
    /// <param name="before">The folded sentence up to the figure.</param>
    /// <param name="year">The year of the report; null where it is unknown.</param>
    /// <returns>Where they stand; empty where the figure is of the year of the report.</returns>
    public static TextRange PeriodIn(ReadOnlySpan<char> before, int? year)
    {
        var found = default(TextRange);
        if (!AnySpan.TryFind(before, 0, out _, out _, out _))
            return found;
        foreach (var span in Spans)
        {
            if (before.LastIndexOf(span, StringComparison.Ordinal) is var at and >= 0 && at >= found.Start)
                found = new(at, span.Length);
        }

        for (var at = 0; at + 5 <= before.Length; at++)
        {
            var next = before[at..].IndexOf("20", StringComparison.Ordinal);
            if (next < 0)
                break;
            at += next;
            if (YearAt(before, at) is > 0 and var length && at >= found.Start && !IsInTitle(before[at..]))
                found = int.Parse(before.Slice(at, 4)) == year ? new(at, 0) : WithSince(before, new(at, length));
        }

        return before.LastIndexOf("今年", StringComparison.Ordinal) > found.Start || before.LastIndexOf("全年", StringComparison.Ordinal) > found.Start ? default : found;
    }

    /// <summary>The length of 一是 or 二要 at that place; 0 when there is none.</summary>
    private static int MarkAt(ReadOnlySpan<char> words, int at)
    {
        var digits = HanNumber.Measure(words[at..]);
        return digits > 0 && at + digits < words.Length && words[at + digits] is '是' or '要' ? digits + 1 : 0;
    }

    private static bool IsInTitle(ReadOnlySpan<char> after) => after.IndexOfAny('《', '》') is var mark and >= 0 && after[mark] == '》';

    /// <summary>2021年以来, 2021年至2023年 with what belongs to it.</summary>
    private static TextRange WithSince(ReadOnlySpan<char> before, TextRange year)
    {
        var end = year.End;
        foreach (var tail in (ReadOnlySpan<string>)["以来", "起", "底", "期间"])
        {
            if (before[end..].StartsWith(tail, StringComparison.Ordinal))
                return new(year.Start, year.Length + tail.Length);
        }

        return year;
    }

    /// <summary>The length of 2024年, 2024年度 or 2024年1-12月 at that place; 0 when there is none.</summary>
    private static int YearAt(ReadOnlySpan<char> words, int at)
    {
        if (at + 5 > words.Length || words[at] is not ('1' or '2') || words[at + 4] != '年' || words.Slice(at, 4).IndexOfAnyExceptInRange('0', '9') >= 0)
            return 0;
        var length = 5;
        if (at + length < words.Length && words[at + length] == '度')
            length++;
        return length;
    }
}
