using System.Buffers;

namespace Fazhi.Documents.Tasks;

/// <summary>The clauses of a unit note that say by when: 2016年年底前完成, 持续推进, 并长期坚持.</summary>
internal static class TimeClauses
{
    private const int Longest = 30;
    private const string Stops = ",;。、";
    private static readonly string[] Starts =
    [
        "年底", "年内", "年末", "每年", "每半年", "每季", "每月", "全年", "今年", "明年", "本年", "当年", "次年", "上半年", "下半年", "第一季", "第二季", "第三季", "第四季", "一季", "二季", "三季", "四季",
        "长期", "持续", "常态", "经常", "贯穿", "适时", "坚持", "任期内", "“十", "十二月", "十一月", "十月", "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月",
    ];

    private static readonly string[] Leads = ["并于", "并在", "并", "于", "在", "到", "至", "力争", "确保", "且"];

    // 年 and 月 say when only at such places: 五年规划办公室 is a unit.
    private static readonly SearchValues<string> Said = SearchValues.Create(
        ["完成", "前", "底", "年内", "年末", "半年", "季度", "长期", "持续", "常态", "坚持", "推进", "全年", "经常", "贯穿", "适时", "月内", "任期内", "每年", "每月", "旬", "启动", "实施"], StringComparison.Ordinal);

    /// <summary>Parts the words of a note at the clauses of time: gives what stands between them, and adds them to <paramref name="times"/>. Only whole clauses count.</summary>
    public static List<TextRange> CutOut(ReadOnlySpan<char> line, TextRange words, List<TextRange> times)
    {
        var others = new List<TextRange>();
        var (start, other) = (words.Start, words.Start);
        for (var i = words.Start; i <= words.End; i++)
        {
            if (i < words.End && !Stops.Contains(line[i]))
                continue;
            if (TryRead(line, start, i) is { } time)
            {
                AddTrimmed(others, line, other, start);
                times.Add(time);
                other = i;
            }

            start = i + 1;
        }

        AddTrimmed(others, line, other, words.End);
        return others;
    }

    private static TextRange? TryRead(ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && line[start] == ' ')
            start++;
        var led = true;
        while (led)
        {
            led = false;
            foreach (var lead in Leads)
            {
                if (!line[start..end].StartsWith(lead, StringComparison.Ordinal))
                    continue;
                (start, led) = (start + lead.Length, true);
                break;
            }
        }

        var clause = line[start..end];
        if (clause.Length is < 2 or > Longest || !Begins(clause))
            return null;
        return clause.ContainsAny(Said) || clause[^1] is '年' or '月' or '日' ? TextRange.Between(start, end) : null;
    }

    private static bool Begins(ReadOnlySpan<char> clause)
    {
        if (char.IsAsciiDigit(clause[0]))
            return clause.IndexOfAny('年', '月', '日') > 0;
        foreach (var word in Starts)
        {
            if (clause.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void AddTrimmed(List<TextRange> found, ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && (Stops.Contains(line[start]) || line[start] == ' '))
            start++;
        while (end > start && (Stops.Contains(line[end - 1]) || line[end - 1] == ' '))
            end--;
        if (end > start)
            found.Add(TextRange.Between(start, end));
    }
}
