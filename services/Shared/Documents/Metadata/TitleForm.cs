namespace Fazhi.Documents.Metadata;

/// <summary>Recognises titles of plans and reports by their form: they end in the name of a kind of document.</summary>
internal static class TitleForm
{
    private const int Shortest = 4;
    private static readonly string[] KindEnds = ["报告", "总结", "方案", "要点", "纲要", "规划", "安排", "计划", "分解", "分解表", "分工", "分工表", "任务表", "意见", "清单", "措施", "台账", "汇报", "述职述法", "任务书"];

    private static readonly string[] OtherEnds =
    [
        "条例", "办法", "规定", "细则", "规则", "决定", "公告", "公示", "通告", "通报", "批复", "复函", "纪要", "讲话", "致辞", "解读", "问答", "简报", "名单", "指南", "须知", "公约", "章程", "通知", "决定书", "判决书",
        "一图读懂", "预算", "决算", "编制说明", "起草说明", "的说明",
    ];

    // What a page says about a plan, or about a meeting that heard a report.
    private static readonly string[] NewsWords = ["召开", "举行", "举办", "荣获", "出席", "听取", "出台", "召集", "会议审议"];

    // 法治政府建设情况 is a report; what else ends in 情况 need be none.
    private static readonly string[] ReportedSubjects = ["法治政府建设情况", "依法行政情况", "依法行政工作情况", "法治政府建设工作情况", "法治建设情况", "法治建设工作情况"];

    /// <summary>True when the folded words can be a title.</summary>
    public static bool Is(ReadOnlySpan<char> folded)
    {
        var core = StripBrackets(folded);
        if (core.Length < Shortest || core.Count('《') != core.Count('》'))
            return false;
        core = core.TrimEnd('》');
        return (EndsWithAny(core, KindEnds) || EndsWithAny(core, ReportedSubjects)) && !HoldsNews(core);
    }

    /// <summary>True when the folded words are the title of a text that is neither plan nor report.</summary>
    public static bool IsOfOtherKind(ReadOnlySpan<char> folded)
    {
        var core = StripBrackets(folded);
        return core.Length >= Shortest && core.IndexOfAny('。', ';', ':') < 0 && EndsWithAny(core, OtherEnds);
    }

    /// <summary>True when the folded words are a notice that sets work on the subject: 关于做好2024年法治政府建设工作的通知.</summary>
    public static bool IsWorkingNotice(ReadOnlySpan<char> folded) =>
        StripBrackets(folded).EndsWith("通知", StringComparison.Ordinal) && !HoldsNews(folded) && !folded.Contains("报送", StringComparison.Ordinal)
        && !folded.Contains("培训", StringComparison.Ordinal) && !folded.Contains("征求", StringComparison.Ordinal)
        && (folded.Contains("法治", StringComparison.Ordinal) || folded.Contains("依法行政", StringComparison.Ordinal) || folded.Contains("行政执法", StringComparison.Ordinal));

    private static bool HoldsNews(ReadOnlySpan<char> core)
    {
        foreach (var word in NewsWords)
        {
            var at = core.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && core[..at].Count('《') == core[..at].Count('》') && !core.StartsWith("关于", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> core, string[] ends)
    {
        foreach (var end in ends)
        {
            if (core.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Without (征求意见稿), (试行) and the like after the kind.</summary>
    private static ReadOnlySpan<char> StripBrackets(ReadOnlySpan<char> folded)
    {
        while (folded.Length > 2 && folded[^1] is ')' or ']')
        {
            var open = folded.LastIndexOfAny('(', '[');
            if (open <= 0)
                break;
            folded = folded[..open].TrimEnd();
        }

        return folded;
    }
}
