using System.CommandLine;
using Fazhi.Cli.Commands.Searching;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Search.V1;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi similar NAME</c></summary>
internal static class SimilarCommand
{
    private const int Most = 100;

    public static Command Create(SharedOptions shared)
    {
        var name = new Argument<string>("NAME") { Description = "任务 plans/编号/tasks/序号、段落 reports/编号/passages/序号，或整份文件" };
        var filter = new FilterOptions();
        var rows = SearchChoices.PassageRows.One("--rows", "每行是什么；任务默认找任务，其余找段落");
        var sameRegion = new Option<bool>("--same-region") { Description = "连同本地区的文件" };
        var pageSize = Filters.PageSize(10, Most);
        var command = new Command("similar", "其他地区与它相近的任务或段落") { name };
        filter.AddTo(command);
        foreach (var option in new Option[] { rows, sameRegion, pageSize })
            command.Options.Add(option);
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var request = new MoreLikeThisRequest
            {
                Filter = await filter.ReadAsync(parsed, session.Gateway, cancellation),
                PageSize = parsed.GetValue(pageSize),
                IncludeSameRegion = parsed.GetValue(sameRegion),
                Rows = parsed.GetValue(rows),
            };
            var response = await Lookup.FirstAsync(parsed.GetRequiredValue(name), candidate =>
                session.Gateway.Search.MoreLikeThisAsync(new MoreLikeThisRequest(request) { Name = candidate }, Gateway.Call(cancellation)).ResponseAsync);
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                Write(session.Terminal, response);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Terminal terminal, MoreLikeThisResponse response)
    {
        if (response.Words.Count > 0)
            terminal.WriteLine($"据以判断的词：{string.Join("、", response.Words)}");
        if (response.Results.Count == 0)
            terminal.WriteLine("没有相近的内容。");
        foreach (var result in response.Results)
            SearchView.Write(terminal, result, ofDocument: false);
    }
}
