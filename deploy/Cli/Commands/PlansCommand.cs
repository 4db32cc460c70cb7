using System.CommandLine;
using System.Globalization;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Contracts;
using Fazhi.Plans.V1;
using Spectre.Console;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi plans</c></summary>
internal static class PlansCommand
{
    public static Command Create(SharedOptions shared)
    {
        var region = Filters.Region();
        var year = Filters.Year();
        var kind = Filters.PlanKinds.One("--kind", "计划种类");
        var status = Filters.Statuses.One("--status", "计划状态");
        var text = new Option<string>("--text") { Description = "标题中的文字", HelpName = "TEXT" };
        var pageSize = Filters.PageSize(50, 200);
        var pageToken = Filters.PageToken();
        var command = new Command("plans", "列出计划") { region, year, kind, status, text, pageSize, pageToken };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var response = await session.Gateway.Plans.ListPlansAsync(
                new ListPlansRequest
                {
                    RegionCode = await RegionArgument.ToCodeAsync(session.Gateway, parsed.GetValue(region), cancellation),
                    Year = parsed.GetValue(year),
                    Kind = parsed.GetValue(kind),
                    Status = parsed.GetValue(status),
                    Text = parsed.GetValue(text) ?? "",
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

    private static void Write(Terminal terminal, ListPlansResponse response)
    {
        var table = terminal.Table("编号", "地区", "时期", "种类", "状态", "任务", "标题");
        table.Columns[0].NoWrap();
        table.Columns[2].NoWrap();
        table.Columns[4].NoWrap();
        table.Columns[5].RightAligned();
        foreach (var plan in response.Plans)
        {
            table.AddRow(
                Cells.Text(plan.Name), Cells.Text(Words.Of(plan.Region)), Cells.Text(Words.Of(plan.Period)), Cells.Text(Terms.Of(plan.Kind)),
                Cells.Text(Terms.Of(plan.Status)), Cells.Text(plan.TaskCount.ToString(CultureInfo.InvariantCulture)), Cells.Text(Words.Title(plan.Title, plan.TitleInferred)));
        }
        if (response.Plans.Count > 0)
            terminal.Write(table);
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份计划"));
        Paging.Write(terminal, response.NextPageToken);
    }
}
