using System.CommandLine;
using System.Globalization;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Contracts;
using Fazhi.Units.V1;
using Spectre.Console;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi regions</c></summary>
internal static class RegionsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var name = new Argument<string>("NAME") { Description = "名称或简称中的文字", Arity = ArgumentArity.ZeroOrOne };
        var parent = new Option<string>("--parent") { Description = "上一级地区：代码或名称", HelpName = "REGION" };
        var below = new Option<string>("--below") { Description = "该地区及其全部下辖地区：代码或名称", HelpName = "REGION" };
        var level = Filters.Levels.One("--level", "级别");
        var pageSize = Filters.PageSize(50, 1000);
        var pageToken = Filters.PageToken();
        var command = new Command("regions", "列出行政区划") { name, parent, below, level, pageSize, pageToken };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var response = await session.Gateway.Units.ListRegionsAsync(
                new ListRegionsRequest
                {
                    Text = parsed.GetValue(name) ?? "",
                    ParentCode = await RegionArgument.ToCodeAsync(session.Gateway, parsed.GetValue(parent), cancellation),
                    BelowCode = await RegionArgument.ToCodeAsync(session.Gateway, parsed.GetValue(below), cancellation),
                    Level = parsed.GetValue(level),
                    PageSize = parsed.GetValue(pageSize),
                    PageToken = parsed.GetValue(pageToken) ?? "",
                },
                Gateway.Call(cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                Write(session.Terminal, response);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Terminal terminal, ListRegionsResponse response)
    {
        var table = terminal.Table("代码", "名称", "全称", "级别", "简称");
        foreach (var region in response.Regions)
        {
            table.AddRow(
                Cells.Text(region.Code), Cells.Text(region.DisplayName), Cells.Text(region.FullName), Cells.Text(Terms.Of(region.Level)), Cells.Text(string.Join("、", region.ShortNames)));
        }
        if (response.Regions.Count > 0)
            terminal.Write(table);
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 个地区"));
        Paging.Write(terminal, response.NextPageToken);
    }
}
