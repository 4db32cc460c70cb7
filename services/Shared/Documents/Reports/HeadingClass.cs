namespace Fazhi.Documents.Reports;

/// <summary>Says from a heading what a section of a report is about.</summary>
internal static class HeadingClass
{
    private const int LongestPlain = 36;
    private static readonly string[] ProblemNouns = ["问题", "不足", "短板", "弱项", "困难", "差距", "薄弱"];
    private static readonly string[] ProblemSigns = ["存在", "主要问题", "问题和", "问题与", "问题及", "问题、", "不足", "困难", "差距", "面临", "薄弱环节"];
    private static readonly string[] Deeds = ["整治", "整改", "导向", "解决", "治理", "排查", "化解", "补齐", "补足", "聚焦", "破解", "攻坚", "围绕", "针对", "着力", "清零"];
    private static readonly string[] NextSigns = ["下一步", "下步", "下一阶段", "下阶段", "今后", "努力方向", "工作打算", "工作思路", "明年", "来年", "接下来", "未来"];
    private static readonly string[] PlanNouns = ["安排", "计划", "打算", "思路", "重点", "要点", "目标", "部署", "工作", "任务", "展望", "举措", "措施"];
    private static readonly string[] Introductions = ["前言", "引言", "概述", "概况", "综述"];

    // What a heading may say beside the nouns and still name nothing but the kind of section.
    private static readonly string[] ProblemFillers =
        ["法治政府建设", "法治建设", "依法行政", "推进", "工作", "当前", "目前", "我们", "主要", "突出", "存在", "仍", "还", "之处", "环节", "原因", "分析", "以及", "方面", "一些", "几个", "情况", "挑战", "过程", "年度", "年", "的", "和", "及", "与", "、", "中", "在", "面临", "其", "是"];

    private static readonly string[] NextFillers =
        ["法治政府建设", "法治建设", "依法行政", "推进", "年度", "年", "主要", "改进", "整改", "方向", "努力", "举措", "措施", "以及", "的", "和", "及", "与", "、", "对策", "建议", "设想", "总体", "初步", "意见"];

    /// <summary>The class that a heading names; what names none tells what was done.</summary>
    /// <param name="heading">The folded heading, without its number.</param>
    /// <param name="year">The year of the report; null where it is unknown.</param>
    /// <param name="plain">True when it names nothing else: 存在的主要问题, but not 法治意识存在不足.</param>
    public static SectionClass Of(string heading, int? year, out bool plain)
    {
        plain = false;
        if (heading.Length == 0)
            return SectionClass.Achievements;
        var problem = IsProblem(heading);
        var next = IsNext(heading, year);
        if (problem || next)
            plain = IsPlain(heading);
        if (problem)
            return SectionClass.Problems;
        if (next)
            return SectionClass.NextSteps;
        return Contains(heading, Introductions) && heading.Length <= 8 ? SectionClass.Preamble : SectionClass.Achievements;
    }

    private static bool IsProblem(string heading) => Contains(heading, ProblemNouns) && Contains(heading, ProblemSigns) && !Contains(heading, Deeds);

    private static bool IsNext(string heading, int? year)
    {
        if (Contains(heading, NextSigns))
            return true;
        if (!Contains(heading, PlanNouns))
            return false;
        var named = YearIn(heading);
        if (named is null || year is null)
            return named is null && Array.Exists(PlanNouns[..5], noun => heading.EndsWith(noun, StringComparison.Ordinal)) && heading.Contains("工作", StringComparison.Ordinal) && heading.Length <= 8;
        return named > year;
    }

    private static bool IsPlain(string heading)
    {
        if (heading.Length > LongestPlain)
            return false;
        var rest = heading;
        foreach (var word in (string[][])[NextSigns, ProblemNouns, ProblemFillers, NextFillers, PlanNouns])
        {
            foreach (var part in word)
                rest = rest.Replace(part, "", StringComparison.Ordinal);
        }

        return rest.AsSpan().IndexOfAnyExcept("0123456789 :,") < 0;
    }

    private static int? YearIn(string heading)
    {
        var at = heading.IndexOf("20", StringComparison.Ordinal);
        return at >= 0 && at + 4 <= heading.Length && int.TryParse(heading.AsSpan(at, 4), out var year) ? year : null;
    }

    private static bool Contains(string heading, string[] words) => Array.Exists(words, word => heading.Contains(word, StringComparison.Ordinal));
}
