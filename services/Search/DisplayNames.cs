using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Units.V1;

namespace Fazhi.Search;

/// <summary>What the values of a facet are called on a page.</summary>
internal static class DisplayNames
{
    private const string Other = "其他";

    public static string Of(RegionLevel level) => level switch
    {
        RegionLevel.Nation => "国家",
        RegionLevel.Province => "省级",
        RegionLevel.Prefecture => "地级",
        RegionLevel.County => "县级",
        RegionLevel.Township => "乡级",
        _ => Other,
    };

    public static string Of(DocumentType type) => type switch
    {
        DocumentType.Plan => "计划",
        DocumentType.Report => "年度报告",
        _ => Other,
    };

    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Outline => "纲要",
        PlanKind.ImplementationPlan => "实施方案",
        PlanKind.KeyPoints => "工作要点",
        PlanKind.TaskBreakdown => "任务分解方案",
        _ => Other,
    };

    public static string Of(PlanStatus status) => status switch
    {
        PlanStatus.DraftForComment => "征求意见稿",
        PlanStatus.Issued => "已印发",
        PlanStatus.Superseded => "已被替代",
        PlanStatus.Repealed => "已废止",
        _ => Other,
    };
}
