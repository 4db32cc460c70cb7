using Fazhi.Catalogues;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Metadata;

/// <summary>Decides whether a document is a plan or a report, of which kind, and how far it has come.</summary>
internal static class Classifier
{
    private const int StatusWindow = 4000;
    private const int HeadLines = 12;
    private const int LongestTitle = 60;
    private const int ArticlesOfARegulation = 3;
    private static readonly string[] ReportEnds = ["报告", "总结", "汇报", "述职述法", "情况"];
    private static readonly string[] ReportWords = ["报告如下", "汇报如下", "总结如下", "情况如下"];
    private static readonly string[] ReportHeadings = ["存在问题", "存在的问题", "存在的不足", "主要问题", "下一步", "工作成效", "主要成效", "主要举措和成效", "开展情况", "完成情况"];
    private static readonly string[] PlanHeadings = ["总体要求", "指导思想", "工作目标", "主要任务", "重点任务", "工作任务", "保障措施", "组织保障", "工作要求", "组织实施"];
    private static readonly string[] SubjectWords = ["法治", "依法行政", "行政执法", "依法治"];
    private static readonly string[] RepealMarks = ["已废止", "已失效", "[废止]", "[失效]", "(废止)", "(失效)"];

    /// <summary>The type, and whether something spoke clearly for it.</summary>
    /// <exception cref="UnreadableException">Nothing speaks for either.</exception>
    public static (DocumentType Type, bool Sure) TypeOf(LineFacts facts, TitleCandidate? title, IReadOnlyList<Section> sections)
    {
        if (SourceCode.IsIn(facts.Page))
            throw NothingOfEither();
        if (title is { Score: not TitleCandidate.OfNotice })
            return (IsOfReport(Core(title.Text)) ? DocumentType.Report : DocumentType.Plan, true);

        var folded = facts.Page.Folded;
        var hasUnits = facts.Notes.Any(n => n is not null) || HasTaskTable(facts);
        var report = Share(sections, ReportHeadings) + (ReportWords.Any(w => folded.Contains(w, StringComparison.Ordinal)) ? 3 : 0);
        var plan = Share(sections, PlanHeadings) + (hasUnits ? 3 : 0) + (title is not null && sections.Count > 1 ? 1 : 0);
        if (!hasUnits && (IsRegulation(facts) || (title is null && HasOtherTitle(facts))))
            throw NothingOfEither();
        if (report != plan)
            return (report > plan ? DocumentType.Report : DocumentType.Plan, true);
        if (sections.Count > 0 && SubjectWords.Any(w => folded.Contains(w, StringComparison.Ordinal)))
            return (DocumentType.Plan, false);
        throw NothingOfEither();
    }

    /// <summary>工作报告, and 2023年工作总结和2024年工作计划: what was done, with the next steps.</summary>
    private static bool IsOfReport(string core)
    {
        if (ReportEnds.Any(end => core.EndsWith(end, StringComparison.Ordinal)))
            return true;
        var summary = core.IndexOf("总结", StringComparison.Ordinal);
        return summary > 0 && summary + 2 < core.Length && "和及与暨以、".Contains(core[summary + 2]);
    }

    private static UnreadableException NothingOfEither() =>
        new(DocumentErrorCode.NotAPlanOrReport, "文件里没有法治政府建设计划或报告的特征（标题、责任单位、章节都没有找到）。");

    /// <summary>第一条, 第二条, 第三条: a regulation.</summary>
    private static bool IsRegulation(LineFacts facts) => facts.Labels.Count(l => l is { Kind: LabelKind.Article }) >= ArticlesOfARegulation;

    private static bool HasOtherTitle(LineFacts facts)
    {
        for (var i = 0; i < Math.Min(facts.Count, HeadLines) && facts.Labels[i] is null; i++)
        {
            var line = facts.Page.FoldedLine(i);
            if (line.Length <= LongestTitle && TitleForm.IsOfOtherKind(line))
                return true;
        }

        return false;
    }

    /// <summary>The kind of plan that a title names; the words outside 《》 count, of them the last.</summary>
    public static PlanKind KindOf(string title)
    {
        var core = Core(title);
        if (core.Contains("分解", StringComparison.Ordinal) || core.Contains("分工", StringComparison.Ordinal) || core.EndsWith("清单", StringComparison.Ordinal) || EndsWith(core, "任务表", "台账", "任务书"))
            return PlanKind.TaskBreakdown;
        if (EndsWith(core, "行动计划"))
            return PlanKind.ImplementationPlan;
        if (EndsWith(core, "要点", "安排", "计划"))
            return PlanKind.KeyPoints;
        if (EndsWith(core, "纲要", "规划"))
            return PlanKind.Outline;
        return EndsWith(core, "方案", "意见", "措施") ? PlanKind.ImplementationPlan : PlanKind.Other;
    }

    public static DocumentStatus StatusOf(LineFacts facts, TitleCandidate? title, bool hasImprint)
    {
        var end = facts.FirstLabelled < facts.Count ? facts.Page.Lines[facts.FirstLabelled].Start : facts.Page.Folded.Length;
        var head = facts.Page.Folded.AsSpan(0, Math.Min(end, StatusWindow));
        if ((title is not null && DraftMark.IsIn(Fold.Text(title.Text))) || IsForComment(facts, title, head))
            return DocumentStatus.DraftForComment;

        return title is not null || hasImprint ? DocumentStatus.Issued : DocumentStatus.Unknown;
    }

    /// <summary>What is printed above the first number says whether the text is a draft; so does what is printed above a title further down.</summary>
    private static bool IsForComment(LineFacts facts, TitleCandidate? title, ReadOnlySpan<char> head)
    {
        if (title is { FirstLine: > 0 } && title.FirstLine >= facts.FirstLabelled)
            head = facts.Page.Folded.AsSpan(0, Math.Min(facts.Page.Lines[title.FirstLine].Start, StatusWindow));
        return DraftMark.IsIn(head) || head.Contains("公开征求意见", StringComparison.Ordinal) || head.Contains("公开征集意见", StringComparison.Ordinal)
            || (head.Contains("公开征求", StringComparison.Ordinal) && head.Contains("意见的", StringComparison.Ordinal));
    }

    /// <summary>已废止 in or right above the title.</summary>
    public static Validity ValidityOf(LineFacts facts, TitleCandidate? title)
    {
        if (title is null)
            return Validity.Unknown;
        var end = title.FirstLine < 0 ? 0 : facts.Page.Lines[title.LastLine].End;
        var head = facts.Page.Folded.AsSpan(0, Math.Min(end, StatusWindow));
        foreach (var mark in RepealMarks)
        {
            if (head.Contains(mark, StringComparison.Ordinal))
                return Validity.Repealed;
        }

        return Validity.Unknown;
    }

    private static bool EndsWith(string core, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (core.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The title without what it cites and without brackets: 某县贯彻落实《…纲要》实施方案(试行) → 某县贯彻落实实施方案.</summary>
    private static string Core(string title)
    {
        var folded = Fold.Text(title);
        if (folded.StartsWith('《') && folded.EndsWith('》'))
            folded = folded[1..^1];
        var core = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var c in folded)
        {
            depth += c is '《' or '(' or '[' ? 1 : 0;
            if (depth == 0)
                core.Append(c);
            depth -= depth > 0 && c is '》' or ')' or ']' ? 1 : 0;
        }

        return core.ToString().Trim();
    }

    private static int Share(IReadOnlyList<Section> sections, string[] words) =>
        sections.Count(s => words.Any(w => s.Heading.Contains(w, StringComparison.Ordinal)));

    private static bool HasTaskTable(LineFacts facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts.Page.Lines[i].IsRow && Tasks.TaskTable.IsHeader(facts.Page.FoldedLine(i), facts.Page.Text.AsSpan(facts.Page.Lines[i].Start, facts.Page.Lines[i].Length)))
                return true;
        }

        return false;
    }
}
