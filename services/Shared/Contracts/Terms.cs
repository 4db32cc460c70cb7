using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;

namespace Fazhi.Contracts;

/// <summary>What the values of the contract are called in Chinese: the same words on the pages, at the command line and in answers. Empty for a value that is not stated or not known.</summary>
public static class Terms
{
    /// <summary>Type of document.</summary>
    public static string Of(DocumentType type) => type switch
    {
        DocumentType.Plan => "计划",
        DocumentType.Report => "年度报告",
        _ => "",
    };

    /// <summary>Kind of plan.</summary>
    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Outline => "纲要",
        PlanKind.ImplementationPlan => "实施方案",
        PlanKind.KeyPoints => "工作要点",
        PlanKind.TaskBreakdown => "任务分解方案",
        PlanKind.Other => "其他",
        _ => "",
    };

    /// <summary>Status of a plan.</summary>
    public static string Of(PlanStatus status) => status switch
    {
        PlanStatus.DraftForComment => "征求意见稿",
        PlanStatus.Issued => "已印发",
        PlanStatus.Superseded => "已被替代",
        PlanStatus.Repealed => "已废止",
        _ => "",
    };

    /// <summary>Level of a region.</summary>
    public static string Of(RegionLevel level) => level switch
    {
        RegionLevel.Nation => "国家",
        RegionLevel.Province => "省级",
        RegionLevel.Prefecture => "地级",
        RegionLevel.County => "县级",
        RegionLevel.Township => "乡级",
        _ => "",
    };

    /// <summary>Role of a unit in a task.</summary>
    public static string Of(UnitRole role) => role switch
    {
        UnitRole.Lead => "牵头单位",
        UnitRole.Responsible => "责任单位",
        UnitRole.Cooperating => "配合单位",
        UnitRole.Assisting => "协办单位",
        UnitRole.Leader => "责任领导",
        _ => "",
    };

    /// <summary>What a section of a report is about.</summary>
    public static string Of(SectionClass part) => part switch
    {
        SectionClass.Preamble => "导语",
        SectionClass.Achievements => "主要举措和成效",
        SectionClass.Problems => "存在问题",
        SectionClass.NextSteps => "下一步",
        SectionClass.Signature => "落款",
        _ => "",
    };

    /// <summary>What a date of a document is; "日期" where it is not known.</summary>
    public static string Of(DocumentDate.Types.Role role) => role switch
    {
        DocumentDate.Types.Role.Signed => "成文日期",
        DocumentDate.Types.Role.Issued => "发布日期",
        DocumentDate.Types.Role.ConsultationStart => "征求意见开始",
        DocumentDate.Types.Role.ConsultationEnd => "征求意见截止",
        _ => "日期",
    };

    /// <summary>Field that a facet counts by.</summary>
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
        FacetField.Function => "单位职能",
        FacetField.Issuer => "发文机关",
        _ => "",
    };

    /// <summary>Kind of suggestion.</summary>
    public static string Of(Suggestion.Types.Kind kind) => kind switch
    {
        Suggestion.Types.Kind.Title => "标题",
        Suggestion.Types.Kind.Unit => "单位",
        Suggestion.Types.Kind.Theme => "主题",
        Suggestion.Types.Kind.Term => "词语",
        Suggestion.Types.Kind.Region => "地区",
        _ => "",
    };

    /// <summary>Rows of a result.</summary>
    public static string Of(ResultRows rows) => rows switch
    {
        ResultRows.Passages => "段落",
        ResultRows.Tasks => "任务",
        _ => "文件",
    };

    /// <summary>Order of a result.</summary>
    public static string Of(SortOrder sort) => sort switch
    {
        SortOrder.Relevance => "相关度",
        SortOrder.Newest => "最新",
        SortOrder.Oldest => "最早",
        SortOrder.Region => "地区",
        _ => "",
    };

    /// <summary>A service, or its change feed, by its area: 计划 for plans; the area itself where it is not known.</summary>
    public static string OfArea(string area) => area switch
    {
        "units" => "地区与单位",
        "plans" => "计划",
        "reports" => "年度报告",
        "supervision" => "督察",
        "search" => "检索",
        _ => area,
    };
}
