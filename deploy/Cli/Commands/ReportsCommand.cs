using System.CommandLine;
using System.Globalization;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Reports.V1;
using Spectre.Console;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi reports</c></summary>
internal static class ReportsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var region = Filters.Region();
        var year = Filters.Year();
        var text = new Option<string>("--text") { Description = "标题中的文字", HelpName = "TEXT" };
        var pageSize = Filters.PageSize(50, 200);
        var pageToken = Filters.PageToken();
        var command = new Command("reports", "列出年度报告") { region, year, text, pageSize, pageToken };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var response = await session.Gateway.Reports.ListReportsAsync(
                new ListReportsRequest
                {
                    RegionCode = await RegionArgument.ToCodeAsync(session.Gateway, parsed.GetValue(region), cancellation),
                    Year = parsed.GetValue(year),
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

    private static void Write(Terminal terminal, ListReportsResponse response)
    {
        var table = terminal.Table("编号", "地区", "年度", "标题");
        table.Columns[0].NoWrap();
        table.Columns[2].NoWrap();
        foreach (var report in response.Reports)
            table.AddRow(Cells.Text(report.Name), Cells.Text(Words.Of(report.Region)), Cells.Text(Words.Year(report.Year)), Cells.Text(Words.Title(report.Title, report.TitleInferred)));
        if (response.Reports.Count > 0)
            terminal.Write(table);
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份年度报告"));
        Paging.Write(terminal, response.NextPageToken);
    }
}
