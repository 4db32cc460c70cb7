namespace Fazhi.Documents.Metadata;

/// <summary>Recognises titles of plans and reports by their form: they end in the name of a kind of document.</summary>
internal static class TitleForm
{
    private const int Shortest = 4;
    private static readonly string[] KindEnds = ["报告", "总结", "方案", "要点", "纲要", "规划", "安排", "计划", "分解", "分解表", "分工", "分工表", "任务表", "意见", "清单", "措施", "台账"];

    /// <summary>True when the folded words can be a title.</summary>
    public static bool Is(ReadOnlySpan<char> folded)
    {
        var core = StripBrackets(folded);
        if (core.Length < Shortest || core.Count('《') != core.Count('》'))
            return false;
        core = core.TrimEnd('》');
        foreach (var end in KindEnds)
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
