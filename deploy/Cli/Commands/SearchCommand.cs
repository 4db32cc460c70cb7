using System.CommandLine;
using System.CommandLine.Parsing;
using Fazhi.Cli.Commands.Searching;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Search.V1;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi search QUERY</c>: shows the result, explains one row of it, or writes all of it to a file.</summary>
internal static class SearchCommand
{
    private const int MostRows = 100;
    private const int MostPassages = 20;
    private static readonly FacetField[] UsualFacets = [FacetField.Type, FacetField.Year, FacetField.Level, FacetField.Region];

    public static Command Create(SharedOptions shared)
    {
        var query = new QueryOptions();
        var rows = SearchChoices.Rows.One("--rows", "每行是什么");
        var order = SearchChoices.Orders.One("--sort", "排列顺序");
        var facets = SearchChoices.Facets.Many("--facets", "按这些项统计文件数，列成表，并给出进一步筛选的选项");
        var passages = new Option<int>("--passages")
        {
            Description = $"每份文件显示的段落数，1 到 {MostPassages}",
            HelpName = "N",
            DefaultValueFactory = _ => 3,
            CustomParser = result => Filters.ParseNumber("--passages", 1, MostPassages, result),
        };
        var pageSize = Filters.PageSize(10, MostRows);
        var pageToken = Filters.PageToken();
        var explain = new Option<string>("--explain") { Description = "说明这份文件为什么命中、得分由什么构成，或为什么没有命中：plans/编号、reports/编号，或只写编号", HelpName = "ID" };
        var export = new SearchExport();

        var command = new Command("search", "全文检索，显示命中的段落及其所在标题；也可导出全部结果、说明命中的原因");
        query.AddTo(command);
        foreach (var option in new Option[] { rows, order, facets, passages, pageSize, pageToken, explain })
            command.Options.Add(option);
        export.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(explain) is not null && result.Children.Any(child => child is OptionResult { Option.Name: "--export" }))
                result.AddError("--explain 与 --export 不能同时使用");
        });
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var search = await query.ReadAsync(parsed, session.Gateway, cancellation);
            search.Rows = parsed.GetValue(rows);
            search.Sort = parsed.GetValue(order);
            if (export.IsWanted(parsed))
                return await export.RunAsync(parsed, session, search, cancellation);
            if (parsed.GetValue(explain) is { Length: > 0 } name)
                return await ExplainAsync(session, search, name, cancellation);

            var chosen = parsed.GetRequiredValue(facets);
            search.Facets.Add((chosen.Length > 0 ? chosen : UsualFacets).Where(facet => facet != FacetField.Unspecified));
            search.PassagesPerDocument = parsed.GetValue(passages);
            search.PageSize = parsed.GetValue(pageSize);
            search.PageToken = parsed.GetValue(pageToken) ?? "";
            var response = await RefusedQueryException.AskAsync(search, () => session.Gateway.Search.SearchAsync(search, Gateway.Call(cancellation)).ResponseAsync);
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                SearchView.Write(session.Terminal, search.Rows, response, FacetViewOf(chosen));
            return ExitCode.Success;
        });
        return command;
    }

    private static Action<Terminal, Facet> FacetViewOf(FacetField[] chosen) =>
        chosen.Length > 0 ? (terminal, facet) => FacetView.WriteTable(terminal, facet, FacetFilter.Write) : FacetView.WriteLine;

    private static async Task<int> ExplainAsync(Session session, SearchRequest search, string id, CancellationToken cancellation)
    {
        var response = await RefusedQueryException.AskAsync(search, () => Lookup.FirstAsync(id, name =>
            session.Gateway.Search.ExplainAsync(new ExplainRequest { Search = search, Name = name }, Gateway.Call(cancellation)).ResponseAsync));
        if (session.Terminal.IsJson)
            session.Terminal.WriteJson(response);
        else
            ExplainView.Write(session.Terminal, response);
        return ExitCode.Success;
    }
}
