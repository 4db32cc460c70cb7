namespace Fazhi.Documents.Structure;

/// <summary>
/// Finds the end of a heading that runs into its text with no mark between: behind a noun that headings end in, before a verb that texts
/// begin with, where the other headings of the document are as long and have as many clauses. Of several such places the one nearest to their mean.
/// </summary>
internal static class UnmarkedHeading
{
    private const int ShortestText = 6;

    private static readonly string[] Ends =
    [
        "责任", "能力", "水平", "执行", "体系", "机制", "制度", "监督", "管理", "服务", "执法", "保障", "领导", "环境", "效能", "质效", "基础", "作用", "治理", "改革", "发展", "职能", "公开", "纠纷", "队伍",
        "素养", "意识", "氛围", "格局", "防线", "根基", "合力", "实效", "成效", "提升", "落实", "到位", "规范", "建设", "决策", "行为", "权力", "复议", "应诉", "普法", "培训", "考核", "督察", "举措", "质量",
    ];

    private static readonly string[] Beginnings =
    [
        "把", "将", "以", "各", "要", "对", "制定", "深化", "坚持", "全面", "严格", "认真", "深入", "充分", "积极", "持续", "加强", "健全", "完善", "推进", "推动", "建立", "开展", "落实", "组织", "按照", "根据",
        "围绕", "进一步", "切实", "着力", "大力", "强化", "优化", "规范", "推行", "聚焦", "依托", "结合", "贯彻", "发挥", "构建", "加快", "加大", "统筹", "定期", "修订", "编制", "印发", "通过", "不断", "牢固", "常态化",
    ];

    /// <summary>The length of the heading that the folded words begin with; 0 where none is found.</summary>
    public static int Measure(ReadOnlySpan<char> words, HeadingShape shape)
    {
        var clause = 0;
        for (var comma = 0; comma < shape.Commas; comma++)
        {
            var at = words[clause..].IndexOf(',');
            if (at < 0)
                return 0;
            clause += at + 1;
        }

        var end = words[clause..].IndexOfAny(",。;:");
        if (end < 0)
            return 0;
        end += clause;
        var best = 0;
        for (var at = Math.Max(shape.Least, clause + 4); at <= Math.Min(shape.Most, end - ShortestText); at++)
        {
            if (IsEnd(words[clause..at]) && IsBeginning(words[at..]) && (best == 0 || Math.Abs(at - shape.Mean) < Math.Abs(best - shape.Mean)))
                best = at;
        }

        return best > 0 && shape.Fits(words[..best]) ? best : 0;
    }

    private static bool IsEnd(ReadOnlySpan<char> words)
    {
        foreach (var end in Ends)
        {
            if (words.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsBeginning(ReadOnlySpan<char> words)
    {
        foreach (var beginning in Beginnings)
        {
            if (words.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
