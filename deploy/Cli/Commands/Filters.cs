using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Units.V1;

namespace Fazhi.Cli.Commands;

/// <summary>The values, filters and paging options that several commands share; each call makes an option of its own.</summary>
internal static class Filters
{
    public const int FirstYear = 1949;
    public const int LastYear = 2100;

    public static readonly Choices<RegionLevel> Levels = new(
        (RegionLevel.Nation, ["nation", "国家"]),
        (RegionLevel.Province, ["province", "省"]),
        (RegionLevel.Prefecture, ["prefecture", "市"]),
        (RegionLevel.County, ["county", "县"]),
        (RegionLevel.Township, ["township", "乡"]));

    public static readonly Choices<DocumentType> Types = new(
        (DocumentType.Plan, ["plan", "计划"]),
        (DocumentType.Report, ["report", "年度报告", "报告"]));

    public static readonly Choices<PlanKind> PlanKinds = new(
        (PlanKind.Outline, ["outline", "纲要"]),
        (PlanKind.ImplementationPlan, ["implementation", "实施方案"]),
        (PlanKind.KeyPoints, ["key-points", "工作要点"]),
        (PlanKind.TaskBreakdown, ["breakdown", "任务分解方案"]),
        (PlanKind.Other, ["other", "其他"]));

    public static readonly Choices<PlanStatus> Statuses = new(
        (PlanStatus.DraftForComment, ["draft", "征求意见稿"]),
        (PlanStatus.Issued, ["issued", "已印发"]),
        (PlanStatus.Superseded, ["superseded", "已被替代"]),
        (PlanStatus.Repealed, ["repealed", "已废止"]));

    public static readonly Choices<UnitRole> Roles = new(
        (UnitRole.Lead, ["lead", "牵头", "牵头单位"]),
        (UnitRole.Responsible, ["responsible", "责任", "责任单位"]),
        (UnitRole.Cooperating, ["cooperating", "配合", "配合单位"]),
        (UnitRole.Assisting, ["assisting", "协办", "协办单位"]),
        (UnitRole.Leader, ["leader", "责任领导"]));

    public static Option<string> Region() => new("--region") { Description = "地区（含下辖地区）：代码或名称，例如 430408、衡阳市", HelpName = "REGION" };

    public static Option<int> Year() => new("--year") { Description = "年份", HelpName = "YEAR", CustomParser = result => ParseYear("--year", result.Tokens[^1].Value, result) };

    public static Option<Period?> Period() => new("--period")
    {
        Description = "时期，例如 2021-2025 或 2024",
        HelpName = "FROM-TO",
        CustomParser = result => ParsePeriod(result),
    };

    public static Option<int> PageSize(int @default, int limit) => new("--page-size")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"每页条数，1 到 {limit}"),
        HelpName = "N",
        DefaultValueFactory = _ => @default,
        CustomParser = result => ParseNumber("--page-size", 1, limit, result),
    };

    public static Option<string> PageToken() => new("--page-token") { Description = "上一页给出的翻页标记", HelpName = "TOKEN" };

    public static int ParseNumber(string option, int least, int most, ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} 应为 {least} 到 {most} 之间的整数，而不是 {text}"));
        return least;
    }

    public static int ParseYear(string option, string text, ArgumentResult result)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
            return year;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} 应为 {FirstYear} 到 {LastYear} 之间的年份，而不是 {text}"));
        return FirstYear;
    }

    private static Period ParsePeriod(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        var years = text.Split(['-', '–', '—'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (years.Length is < 1 or > 2)
        {
            result.AddError($"--period 应为 2021-2025 这样的时期，而不是 {text}");
            return new Period();
        }

        var period = new Period { StartYear = ParseYear("--period", years[0], result), EndYear = ParseYear("--period", years[^1], result) };
        if (period.EndYear < period.StartYear)
            result.AddError($"--period 的结束年份早于开始年份：{text}");
        return period;
    }
}
