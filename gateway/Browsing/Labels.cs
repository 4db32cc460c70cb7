using System.Globalization;
using Fazhi.Contracts;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>What the values of the contract are called on the pages.</summary>
internal static class Labels
{
    public static string Of(DocumentType type) => Or(Terms.Of(type), "文件");

    public static string Of(PlanKind kind) => Or(Terms.Of(kind), Terms.Of(PlanKind.Other));

    public static string Of(PlanStatus status) => Or(Terms.Of(status), "状态不明");

    public static string Of(RegionLevel level) => Or(Terms.Of(level), "级别不明");

    public static string Of(UnitRole role) => Or(Terms.Of(role), "单位");

    /// <summary>What a section of a report is about, where that is worth saying beside its heading.</summary>
    public static string Of(SectionClass section) => section is SectionClass.Preamble or SectionClass.Signature ? "" : Terms.Of(section);

    public static string Of(Validity validity) => validity switch
    {
        Validity.InForce => "有效",
        Validity.Repealed => "失效或废止",
        _ => "",
    };

    /// <summary>What the reader made of a deadline's words; empty where it adds nothing.</summary>
    public static string Of(Deadline deadline)
    {
        var recurrence = deadline.Recurrence switch
        {
            "" => "",
            "ongoing" => "长期",
            "monthly" => "每月",
            "quarterly" => "每季度",
            "half-yearly" => "每半年",
            ['y', 'e', 'a', 'r', 'l', 'y', ':', .. var day] => $"每年 {day}",
            var other => other,
        };
        return (deadline.Date, recurrence) switch
        {
            ("", "") => "（日期未定）",
            ("", _) => recurrence == deadline.Text ? "" : recurrence,
            (var date, "") => date,
            (var date, _) => $"{date}，{recurrence}",
        };
    }

    /// <summary>The figure of a target with its comparison: ≥ 60 学时.</summary>
    public static string Of(Target target) => Figure(target.Comparator, target.Value, target.Unit, target.Period);

    /// <summary>The figure of a report: 57 件, 多于 100 份.</summary>
    public static string Of(Fact fact) => Figure(fact.Comparator, fact.Value, fact.Unit, fact.Period);

    /// <summary>A field of a task that can be corrected.</summary>
    public static string OfTaskField(string field) => field switch
    {
        "title" => "标题",
        "unit_lines" => "单位",
        "deadlines" => "时限",
        "targets" => "指标",
        "themes" => "主题",
        _ => field,
    };

    private static string Figure(Comparator comparator, double value, string unit, string period)
    {
        var sign = comparator switch
        {
            Comparator.AtLeast => "≥ ",
            Comparator.AtMost => "≤ ",
            Comparator.MoreThan => "> ",
            Comparator.LessThan => "< ",
            Comparator.About => "约 ",
            _ => "",
        };
        var space = unit.Length == 0 || unit[0] is '%' or '‰' ? "" : " ";
        return string.Create(CultureInfo.InvariantCulture, $"{(period.Length > 0 ? period + " " : "")}{sign}{value:#,0.##}{space}{unit}");
    }

    public static string Of(DocumentDate.Types.Role role) => Terms.Of(role);

    public static string Of(FacetField field) => Terms.Of(field);

    public static string Of(ResultRows rows) => Terms.Of(rows);

    /// <summary>What one row is counted by: 41 份文件.</summary>
    public static string CountOf(ResultRows rows, long count) => rows switch
    {
        ResultRows.Passages => $"{count} 个段落",
        ResultRows.Tasks => $"{count} 项任务",
        _ => $"{count} 份文件",
    };

    public static string Of(SortOrder sort) => Terms.Of(sort);

    public static string Of(Suggestion.Types.Kind kind) => Or(Terms.Of(kind), Terms.Of(Suggestion.Types.Kind.Term));

    /// <summary>An issuing body that is filtered by: a whole name, which stands in quotation marks, or a part of one.</summary>
    public static string OfIssuer(string filter) => filter is ['"' or '“', .. { Length: > 0 } name, '"' or '”'] ? name : $"含“{filter}”";

    /// <summary>A search engine as a reader of the status page knows it.</summary>
    public static string OfEngine(string engine) => engine switch
    {
        "fts5" => "SQLite FTS5（内嵌）",
        "elasticsearch" => "Elasticsearch",
        _ => engine,
    };

    public static string Of(ReindexProgress.Types.State state) => state switch
    {
        ReindexProgress.Types.State.Running => "正在重建",
        ReindexProgress.Types.State.Done => "已完成，新索引已启用",
        ReindexProgress.Types.State.Failed => "没有成功，仍用原索引",
        _ => "没有进行",
    };

    /// <summary>A stretch of time, to the unit that matters: 0.4 秒, 3 分 20 秒.</summary>
    public static string OfSeconds(double seconds) => seconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} 秒"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} 秒"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60)} 分 {seconds % 60:0} 秒"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} 小时"),
    };

    /// <summary>A moment in Chinese time, to the minute: 2024-06-30 09:05.</summary>
    public static string Of(Google.Protobuf.WellKnownTypes.Timestamp? time)
        => time is null ? "" : time.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What a service, or its change feed, is called: 计划 for plans.</summary>
    public static string OfArea(string area) => Terms.OfArea(area);

    /// <summary>"2024年" or "2021—2025年"; empty when not known.</summary>
    public static string Of(Period? period) => period switch
    {
        null or { StartYear: 0 } => "",
        _ when period.EndYear <= period.StartYear => OfYear(period.StartYear),
        _ => string.Create(CultureInfo.InvariantCulture, $"{period.StartYear}—{period.EndYear}年"),
    };

    public static string OfYear(int year) => year == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{year}年");

    /// <summary>The region as a reader knows it, with what is uncertain said.</summary>
    public static string Of(RegionRef? region)
    {
        if (region is null)
            return "地区不明";
        var name = region.FullName.Length > 0 ? region.FullName : region.DisplayName;
        if (region.Anonymised)
            return name.Length > 0 ? $"{name}（已匿名）" : "（已匿名）";
        if (name.Length == 0)
            return "地区不明";
        return region.Ambiguous ? $"{name}（有重名，未确定）" : name;
    }

    /// <summary>"12.5 KB" and the like.</summary>
    public static string OfSize(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#} MB"),
    };

    private static string Or(string name, string otherwise) => name.Length > 0 ? name : otherwise;
}
