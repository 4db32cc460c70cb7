using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fazhi.Catalogues.Functions;
using Fazhi.Cli.Connection;
using Fazhi.Contracts;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>The options that say which documents and passages a search looks at: the same for every command that searches.</summary>
internal sealed class FilterOptions
{
    private const string DateForm = "yyyy-MM-dd";

    private readonly Option<string[]> _regions = Texts("--region", "地区（含下辖地区）：代码或名称（可重复）", "REGION");
    private readonly Option<RegionLevel[]> _levels = Filters.Levels.Many("--level", "地区级别");
    private readonly Option<DocumentType[]> _types = Filters.Types.Many("--kind", "文件类型");
    private readonly Option<PlanKind[]> _planKinds = Filters.PlanKinds.Many("--plan-kind", "计划种类");
    private readonly Option<PlanStatus[]> _statuses = Filters.Statuses.Many("--status", "计划状态");
    private readonly Option<int[]> _years = new("--year")
    {
        Description = "年份（可重复）",
        HelpName = "YEAR",
        CustomParser = result => [.. result.Tokens.Select(token => Filters.ParseYear("--year", token.Value, result))],
        DefaultValueFactory = _ => [],
    };
    private readonly Option<Period?> _period = Filters.Period();
    private readonly Option<string[]> _issuers = Texts("--issuer", "发文机关名称中的文字（可重复）", "TEXT");
    private readonly Option<string[]> _units = Texts("--unit", "任务的责任单位，或作出报告的单位：名称中的文字，或单位资源名（可重复）", "TEXT");
    private readonly Option<UnitRole[]> _roles = Filters.Roles.Many("--role", "单位在任务中的角色");
    private readonly Option<string[]> _themes = Texts("--theme", "主题：名称，或编号如 outline-2021/22（可重复）", "THEME");
    private readonly Option<string[]> _functions = new("--function")
    {
        Description = "责任单位的职能：名称如 司法行政，或编号如 judicial-administration（可重复）",
        HelpName = "FUNCTION",
        CustomParser = result => [.. result.Tokens.Select(token => ParseFunction(token.Value, result))],
        DefaultValueFactory = _ => [],
    };
    private readonly Option<string> _deadlineFrom = Day("--deadline-from", "只看完成时限在这一天或之后的任务");
    private readonly Option<string> _deadlineTo = Day("--deadline-to", "只看完成时限在这一天或之前的任务");
    private readonly Option<bool> _hasTarget = new("--has-target") { Description = "只看有指标值的任务" };
    private readonly Option<bool> _noTarget = new("--no-target") { Description = "只看没有指标值的任务" };
    private readonly Option<string[]> _documents = Texts("--document", "只在这份文件中：plans/编号、reports/编号，或只写编号（可重复）", "ID");

    /// <summary>Lets a command take these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
                 {
                     _regions, _levels, _types, _planKinds, _statuses, _years, _period, _issuers, _units, _roles, _themes, _functions,
                     _deadlineFrom, _deadlineTo, _hasTarget, _noTarget, _documents,
                 })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_hasTarget) && result.GetValue(_noTarget))
                result.AddError("--has-target 与 --no-target 不能同时使用");
        });
    }

    /// <summary>The filter that was asked for. Names of themes are looked up at the server.</summary>
    /// <exception cref="CliException">No theme, or several, have a name.</exception>
    public async Task<SearchFilter> ReadAsync(ParseResult parsed, Gateway gateway, CancellationToken cancellation)
    {
        var filter = new SearchFilter
        {
            Regions = { parsed.GetRequiredValue(_regions) },
            Levels = { parsed.GetRequiredValue(_levels) },
            Types_ = { parsed.GetRequiredValue(_types) },
            PlanKinds = { parsed.GetRequiredValue(_planKinds) },
            Statuses = { parsed.GetRequiredValue(_statuses) },
            Years = { parsed.GetRequiredValue(_years) },
            Period = parsed.GetValue(_period),
            Issuers = { parsed.GetRequiredValue(_issuers) },
            Units = { parsed.GetRequiredValue(_units) },
            UnitRoles = { parsed.GetRequiredValue(_roles) },
            Themes = { await ThemeArgument.ToIdsAsync(gateway, parsed.GetRequiredValue(_themes), cancellation) },
            Functions = { parsed.GetRequiredValue(_functions) },
            DeadlineFrom = parsed.GetValue(_deadlineFrom) ?? "",
            DeadlineTo = parsed.GetValue(_deadlineTo) ?? "",
            Names = { parsed.GetRequiredValue(_documents).SelectMany(DocumentName.Candidates) },
        };
        if (parsed.GetValue(_hasTarget) || parsed.GetValue(_noTarget))
            filter.HasTarget = parsed.GetValue(_hasTarget);
        return filter;
    }

    /// <summary>The options that ask for a filter, as they are typed.</summary>
    public static IEnumerable<string> Write(SearchFilter filter)
    {
        IEnumerable<(string Option, IEnumerable<string> Values)> options =
        [
            ("--region", filter.Regions),
            ("--level", filter.Levels.Select(Filters.Levels.NameOf)),
            ("--kind", filter.Types_.Select(Filters.Types.NameOf)),
            ("--plan-kind", filter.PlanKinds.Select(Filters.PlanKinds.NameOf)),
            ("--status", filter.Statuses.Select(Filters.Statuses.NameOf)),
            ("--year", filter.Years.Select(year => year.ToString(CultureInfo.InvariantCulture))),
            ("--period", filter.Period is { } period ? [string.Create(CultureInfo.InvariantCulture, $"{period.StartYear}-{period.EndYear}")] : []),
            ("--issuer", filter.Issuers),
            ("--unit", filter.Units),
            ("--role", filter.UnitRoles.Select(Filters.Roles.NameOf)),
            ("--theme", filter.Themes),
            ("--function", filter.Functions),
            ("--deadline-from", [filter.DeadlineFrom]),
            ("--deadline-to", [filter.DeadlineTo]),
            ("--document", filter.Names),
        ];
        return
        [
            .. options.SelectMany(option => option.Values.Where(value => value.Length > 0).Select(value => $"{option.Option} {ShellWord.Of(value)}")),
            .. filter.HasHasTarget ? [filter.HasTarget ? "--has-target" : "--no-target"] : Array.Empty<string>(),
        ];
    }

    /// <summary>What a filter says in words, each value by itself; themes as they were named.</summary>
    public IEnumerable<string> Words(ParseResult parsed, SearchFilter filter) =>
    [
        .. filter.Regions,
        .. filter.Types_.Select(Terms.Of),
        .. filter.Levels.Select(Terms.Of),
        .. filter.Years.Select(year => string.Create(CultureInfo.InvariantCulture, $"{year}年")),
        .. filter.Period is { } period ? [Output.Words.InText(period)] : Array.Empty<string>(),
        .. filter.PlanKinds.Select(Terms.Of),
        .. filter.Statuses.Select(Terms.Of),
        .. filter.Issuers,
        .. filter.Units,
        .. filter.UnitRoles.Select(Terms.Of),
        .. parsed.GetRequiredValue(_themes),
        .. filter.Functions.Select(function => FunctionCatalog.BuiltIn.Find(function)?.Name ?? function),
        Range(filter.DeadlineFrom, filter.DeadlineTo),
        filter.HasHasTarget ? filter.HasTarget ? "有指标" : "无指标" : "",
        filter.Names.Count > 0 ? "指定的文件" : "",
    ];

    private static string Range(string from, string to) => (from, to) switch
    {
        ("", "") => "",
        (_, "") => $"{from}起",
        ("", _) => $"{to}前（含）",
        _ => $"{from}至{to}",
    };

    private static Option<string[]> Texts(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => [] };

    private static Option<string> Day(string name, string description) => new(name)
    {
        Description = $"{description}，例如 2024-12-31",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"{name} 应为 2024-12-31 这样的日期，而不是 {text}");
            return text;
        },
    };

    // An id that is not known here may be known to a newer server.
    private static string ParseFunction(string text, ArgumentResult result)
    {
        if (text.All(char.IsAscii))
            return text;
        if (FunctionCatalog.BuiltIn.Functions.FirstOrDefault(function => function.Name == text) is { } known)
            return known.Id;
        var near = FunctionCatalog.BuiltIn.Functions.Where(function => function.Name.Contains(text, StringComparison.Ordinal)).Select(function => function.Name).ToList();
        result.AddError($"--function 没有名为“{text}”的职能{(near.Count > 0 ? $"，相近的有：{string.Join("、", near)}" : "")}");
        return text;
    }
}
