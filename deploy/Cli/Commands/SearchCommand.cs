using System.CommandLine;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Documents.V1;
using Fazhi.Search.V1;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi search QUERY</c></summary>
internal static class SearchCommand
{
    private const int MostDocuments = 100;
    private const int MostPassages = 20;
    private static readonly FacetField[] Facets = [FacetField.Type, FacetField.Year, FacetField.Level, FacetField.Region];

    public static Command Create(SharedOptions shared)
    {
        var query = new Argument<string[]>("QUERY") { Description = "检索词；多个词须同时出现，短语加引号。省略则列出符合条件的全部文件", Arity = ArgumentArity.ZeroOrMore };
        var regions = new Option<string[]>("--region") { Description = "地区（含下辖地区）：代码或名称（可重复）", HelpName = "REGION", DefaultValueFactory = _ => [] };
        var levels = Filters.Levels();
        var kinds = Choice.Many("--kind", "文件类型", (DocumentType.Plan, ["plan", "计划"]), (DocumentType.Report, ["report", "年度报告", "报告"]));
        var years = new Option<int[]>("--year")
        {
            Description = "年份（可重复）",
            HelpName = "YEAR",
            CustomParser = result => [.. result.Tokens.Select(token => Filters.ParseYear("--year", token.Value, result))],
            DefaultValueFactory = _ => [],
        };
        var period = Filters.Period();
        var planKind = Filters.PlanKinds("--plan-kind");
        var status = Filters.Statuses();
        var passages = new Option<int>("--passages")
        {
            Description = $"每份文件显示的段落数，1 到 {MostPassages}",
            HelpName = "N",
            DefaultValueFactory = _ => 3,
            CustomParser = result => Filters.ParseNumber("--passages", 1, MostPassages, result),
        };
        var pageSize = Filters.PageSize(10, MostDocuments);
        var pageToken = Filters.PageToken();

        var command = new Command("search", "全文检索，显示命中的段落及其所在标题") { query, regions, levels, kinds, years, period, planKind, status, passages, pageSize, pageToken };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var filter = new SearchFilter
            {
                Regions = { parsed.GetRequiredValue(regions) },
                Levels = { parsed.GetRequiredValue(levels) },
                Types_ = { parsed.GetRequiredValue(kinds) },
                Years = { parsed.GetRequiredValue(years) },
                Period = parsed.GetValue(period),
            };
            if (parsed.GetValue(planKind) is var kind and not 0)
                filter.PlanKinds.Add(kind);
            if (parsed.GetValue(status) is var state and not 0)
                filter.Statuses.Add(state);

            var response = await session.Gateway.Search.SearchAsync(
                new SearchRequest
                {
                    Query = string.Join(' ', parsed.GetValue(query) ?? []),
                    Filter = filter,
                    PageSize = parsed.GetValue(pageSize),
                    PageToken = parsed.GetValue(pageToken) ?? "",
                    PassagesPerDocument = parsed.GetValue(passages),
                    Facets = { Facets },
                },
                Gateway.Call(cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                SearchView.Write(session.Terminal, response);
            return ExitCode.Success;
        });
        return command;
    }
}
