using System.Globalization;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Themes;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>The terms of the field for what the reader found.</summary>
internal static class ParsedTerms
{
    public static string Of(ParsedDocument document) => document.DocumentType == DocumentType.Report
        ? "年度报告"
        : document.PlanKind switch
        {
            PlanKind.Outline => "计划（纲要）",
            PlanKind.ImplementationPlan => "计划（实施方案）",
            PlanKind.KeyPoints => "计划（工作要点）",
            PlanKind.TaskBreakdown => "计划（任务分解方案）",
            _ => "计划",
        };

    public static string Of(Period period) => period.StartYear == period.EndYear ? $"{period.StartYear} 年" : $"{period.StartYear}—{period.EndYear} 年";

    public static string Of(DocumentStatus status, Validity validity) => (status, validity) switch
    {
        (_, Validity.Repealed) => "已废止",
        (DocumentStatus.DraftForComment, _) => "征求意见稿",
        (DocumentStatus.Issued, Validity.InForce) => "已印发，有效",
        (DocumentStatus.Issued, _) => "已印发",
        _ => "",
    };

    public static string Of(DateMention date)
    {
        var role = date.Role switch
        {
            DateRole.Signed => "成文",
            DateRole.Published => "发布",
            DateRole.ConsultationStart => "征求意见开始",
            _ => "征求意见截止",
        };
        return date.Ambiguous
            ? $"{date.Text}（{role}，可能是 {string.Join(" 或 ", date.Readings.Select(Of))}）"
            : $"{Of(date.Readings[0])}（{role}）";
    }

    public static string Of(ContactKind kind) => kind switch
    {
        ContactKind.Address => "地址",
        ContactKind.Person => "联系人",
        ContactKind.Telephone => "电话",
        ContactKind.Fax => "传真",
        ContactKind.Email => "邮箱",
        ContactKind.PostalCode => "邮编",
        _ => "网址",
    };

    public static string Of(Citation citation) =>
        (citation.Title.Length > 0 ? $"《{citation.Title}》" : "") + (citation.Number is { } number ? citation.Title.Length > 0 ? $"（{number.Text}）" : number.Text : "");

    public static string Of(UnitRole role) => role switch
    {
        UnitRole.Lead => "牵头单位",
        UnitRole.Responsible => "责任单位",
        UnitRole.Cooperating => "配合单位",
        UnitRole.Assisting => "协办单位",
        _ => "责任领导",
    };

    /// <summary>A unit as printed, marked where it is a group or was not made out.</summary>
    public static string Of(string text, UnitReading unit) => unit.Kind switch
    {
        _ when unit.Suggestions is [var likely, ..] => $"{text}（疑为{likely.Unit}）",
        UnitMentionKind.Collective => $"{text}（群体）",
        UnitMentionKind.Unresolved => $"{text}（未识别）",
        _ => text,
    };

    public static string Of(Deadline deadline) => (deadline.Date, deadline.Recurrence) switch
    {
        ({ } date, "") => $"{deadline.Text}（{Of(date)}）",
        (null, { Length: > 0 } recurrence) => $"{deadline.Text}（{recurrence}）",
        ({ } date, { } recurrence) => $"{deadline.Text}（{Of(date)}，{recurrence}）",
        _ => deadline.Text,
    };

    public static string Of(Target target) =>
        $"{target.Text}（{(target.Period.Length > 0 ? target.Period + " " : "")}{Of(target.Comparator)}{target.Value.ToString(CultureInfo.InvariantCulture)}{target.Unit}）";

    public static string Of(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "≥",
        Comparator.AtMost => "≤",
        Comparator.MoreThan => ">",
        Comparator.LessThan => "<",
        Comparator.About => "约",
        _ => "",
    };

    public static string Of(SectionClass sectionClass) => sectionClass switch
    {
        SectionClass.Preamble => "导语",
        SectionClass.Achievements => "主要举措和成效",
        SectionClass.Problems => "存在问题",
        SectionClass.NextSteps => "下一步",
        SectionClass.Signature => "落款",
        _ => "其他",
    };

    public static string Of(ThemeMatch match)
    {
        var name = ThemeCatalogue.BuiltIn.Select(catalogue => catalogue.TryGetTheme(match.ThemeId, out var theme) ? theme.Name : null).FirstOrDefault(found => found is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{name}（{match.ThemeId}，{match.Score:0.00}）");
    }

    private static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
