using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Cli.Output;

/// <summary>The terms of the field for what the API says with enums and messages.</summary>
internal static class Words
{
    public static string Of(DocumentType type) => type switch
    {
        DocumentType.Plan => "计划",
        DocumentType.Report => "年度报告",
        _ => "",
    };

    public static string Of(ReprocessDocumentsResponse.Types.Outcome outcome) => outcome switch
    {
        ReprocessDocumentsResponse.Types.Outcome.Unchanged => "无变化",
        ReprocessDocumentsResponse.Types.Outcome.Changed => "有变化",
        ReprocessDocumentsResponse.Types.Outcome.Moved => "改了类型，编号不变",
        ReprocessDocumentsResponse.Types.Outcome.Failed => "未能重新解析，保持原样",
        _ => "",
    };

    /// <summary>The figure of a report with how it is meant: 57件, >100份.</summary>
    public static string Of(Fact fact)
    {
        var sign = fact.Comparator switch
        {
            Comparator.AtLeast => "≥",
            Comparator.AtMost => "≤",
            Comparator.MoreThan => ">",
            Comparator.LessThan => "<",
            Comparator.About => "约",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{fact.Period}{sign}{fact.Value:0.####}{fact.Unit}");
    }

    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Outline => "纲要",
        PlanKind.ImplementationPlan => "实施方案",
        PlanKind.KeyPoints => "工作要点",
        PlanKind.TaskBreakdown => "任务分解方案",
        PlanKind.Other => "其他",
        _ => "",
    };

    public static string Of(PlanStatus status) => status switch
    {
        PlanStatus.DraftForComment => "征求意见稿",
        PlanStatus.Issued => "已印发",
        PlanStatus.Superseded => "已被替代",
        PlanStatus.Repealed => "已废止",
        _ => "",
    };

    public static string Of(RegionLevel level) => level switch
    {
        RegionLevel.Nation => "国家",
        RegionLevel.Province => "省级",
        RegionLevel.Prefecture => "地级",
        RegionLevel.County => "县级",
        RegionLevel.Township => "乡级",
        _ => "",
    };

    public static string Of(UnitRole role) => role switch
    {
        UnitRole.Lead => "牵头单位",
        UnitRole.Responsible => "责任单位",
        UnitRole.Cooperating => "配合单位",
        UnitRole.Assisting => "协办单位",
        UnitRole.Leader => "责任领导",
        _ => "",
    };

    public static string Of(SectionClass part) => part switch
    {
        SectionClass.Preamble => "导语",
        SectionClass.Achievements => "主要举措和成效",
        SectionClass.Problems => "存在问题",
        SectionClass.NextSteps => "下一步",
        SectionClass.Signature => "落款",
        _ => "",
    };

    public static string Of(DocumentDate.Types.Role role) => role switch
    {
        DocumentDate.Types.Role.Signed => "成文日期",
        DocumentDate.Types.Role.Issued => "发布日期",
        DocumentDate.Types.Role.ConsultationStart => "征求意见开始",
        DocumentDate.Types.Role.ConsultationEnd => "征求意见截止",
        _ => "日期",
    };

    public static string Of(SourceFormat format) => format switch
    {
        SourceFormat.Text => "文本",
        SourceFormat.Html => "网页",
        SourceFormat.Docx => "docx",
        SourceFormat.Ofd => "OFD",
        SourceFormat.Pdf => "PDF",
        _ => "",
    };

    public static string Of(FacetField field) => field switch
    {
        FacetField.Type => "文件类型",
        FacetField.Year => "年份",
        FacetField.Level => "级别",
        FacetField.Region => "地区",
        FacetField.Province => "省份",
        FacetField.Prefecture => "市（州）",
        FacetField.County => "县（市、区）",
        FacetField.PlanKind => "计划种类",
        FacetField.Status => "计划状态",
        FacetField.Theme => "主题",
        FacetField.Function => "职能",
        FacetField.Issuer => "发文机关",
        _ => "其他",
    };

    public static string Of(Suggestion.Types.Kind kind) => kind switch
    {
        Suggestion.Types.Kind.Title => "标题",
        Suggestion.Types.Kind.Unit => "单位",
        Suggestion.Types.Kind.Theme => "主题",
        Suggestion.Types.Kind.Term => "词语",
        Suggestion.Types.Kind.Region => "地区",
        _ => "",
    };

    /// <summary>A time as the clock on the wall shows it; empty if there is none.</summary>
    public static string Of(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The region with what is special about it: hidden by the document, not registered, not certain.</summary>
    public static string Of(RegionRef? region)
    {
        if (region is null)
            return "";
        var name = region.FullName.Length > 0 ? region.FullName : region.DisplayName;
        if (region.Anonymised)
            return name.Length > 0 ? $"{name}（已匿名）" : "（已匿名）";
        if (region.Ambiguous)
            return $"{name}（有重名，未确定）";
        return region.Code.Length == 0 && name.Length > 0 ? $"{name}（未登记）" : name;
    }

    /// <summary>A title, with a word where the document has none and it was made from its text.</summary>
    public static string Title(string title, bool inferred) => inferred ? $"{title}（原文无标题）" : title;

    /// <summary>The name of a service for people: 计划 for plans.</summary>
    public static string Service(string area) => area switch
    {
        "units" => "地区与单位",
        "plans" => "计划",
        "reports" => "年度报告",
        "supervision" => "督察",
        "search" => "检索",
        _ => area,
    };

    /// <summary>The years in running text: 2024年, 2021—2025年.</summary>
    public static string InText(Period? period) => Of(period) is { Length: > 0 } years ? $"{years}年" : "";

    /// <summary>The years in a table: 2024, 2021—2025.</summary>
    public static string Of(Period? period) => period switch
    {
        null or { StartYear: 0 } => "",
        _ when period.EndYear <= period.StartYear => Year(period.StartYear),
        _ => string.Create(CultureInfo.InvariantCulture, $"{period.StartYear}—{period.EndYear}"),
    };

    public static string Year(int year) => year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture);
}
