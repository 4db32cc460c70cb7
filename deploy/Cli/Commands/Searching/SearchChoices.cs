using Fazhi.Search.V1;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>The words for the values that only searches have.</summary>
internal static class SearchChoices
{
    public static readonly Choices<ResultRows> Rows = new(
        (ResultRows.Documents, ["documents", "文件"]),
        (ResultRows.Passages, ["passages", "段落"]),
        (ResultRows.Tasks, ["tasks", "任务"]));

    /// <summary>Likeness is of passages; a document is no row of it.</summary>
    public static readonly Choices<ResultRows> PassageRows = new(
        (ResultRows.Passages, ["passages", "段落"]),
        (ResultRows.Tasks, ["tasks", "任务"]));

    public static readonly Choices<SortOrder> Orders = new(
        (SortOrder.Relevance, ["relevance", "相关"]),
        (SortOrder.Newest, ["newest", "最新"]),
        (SortOrder.Oldest, ["oldest", "最早"]),
        (SortOrder.Region, ["region", "地区"]));

    /// <summary>What not stated stands for is no facet at all.</summary>
    public static readonly Choices<FacetField> Facets = new(
        (FacetField.Type, ["kind", "文件类型"]),
        (FacetField.Year, ["year", "年份"]),
        (FacetField.Level, ["level", "级别"]),
        (FacetField.Province, ["province", "省"]),
        (FacetField.Prefecture, ["prefecture", "市"]),
        (FacetField.County, ["county", "县"]),
        (FacetField.Region, ["region", "地区"]),
        (FacetField.PlanKind, ["plan-kind", "计划种类"]),
        (FacetField.Status, ["status", "状态"]),
        (FacetField.Theme, ["theme", "主题"]),
        (FacetField.Function, ["function", "职能"]),
        (FacetField.Issuer, ["issuer", "发文机关"]),
        (FacetField.Unspecified, ["none", "无"]));

    public static readonly Choices<ExportFormat> Formats = new(
        (ExportFormat.Csv, ["csv"]),
        (ExportFormat.JsonLines, ["jsonl"]),
        (ExportFormat.Xlsx, ["xlsx"]));

    public static readonly Choices<Suggestion.Types.Kind> Suggestions = new(
        (Suggestion.Types.Kind.Title, ["title", "标题"]),
        (Suggestion.Types.Kind.Unit, ["unit", "单位"]),
        (Suggestion.Types.Kind.Theme, ["theme", "主题"]),
        (Suggestion.Types.Kind.Term, ["term", "词语"]),
        (Suggestion.Types.Kind.Region, ["region", "地区"]));
}
