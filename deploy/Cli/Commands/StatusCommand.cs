using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Supervision.V1;
using Fazhi.Units.V1;
using Grpc.Core;
using Spectre.Console;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi status</c>: each service is asked the smallest question about what it holds.</summary>
internal static class StatusCommand
{
    /// <summary>What one service answered.</summary>
    private sealed record Answer(string Service, RpcException? Error, IReadOnlyList<(string Name, string Label, long Count)> Counts)
    {
        public StatusCode Code => Error?.StatusCode ?? StatusCode.OK;
    }

    public static Command Create(SharedOptions shared)
    {
        var command = new Command("status", "各服务是否正常、各有多少数据、索引是否跟上");
        shared.Run(command, (_, session, cancellation) => RunAsync(session, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var gateway = session.Gateway;
        IndexStatus? index = null;
        var answers = await System.Threading.Tasks.Task.WhenAll(
            AskAsync("units", async options =>
            [
                ("regions", "个地区", (await gateway.Units.ListRegionsAsync(new ListRegionsRequest { PageSize = 1 }, options)).TotalSize),
                ("units", "个单位", (await gateway.Units.ListUnitsAsync(new ListUnitsRequest { PageSize = 1 }, options)).TotalSize),
            ], cancellation),
            AskAsync("plans", async options => [("plans", "份计划", (await gateway.Plans.ListPlansAsync(new ListPlansRequest { PageSize = 1 }, options)).TotalSize)], cancellation),
            AskAsync("reports", async options => [("reports", "份年度报告", (await gateway.Reports.ListReportsAsync(new ListReportsRequest { PageSize = 1 }, options)).TotalSize)], cancellation),
            AskAsync("supervision", async options => [("inspections", "次督察", (await gateway.Supervision.ListInspectionsAsync(new ListInspectionsRequest { PageSize = 1 }, options)).TotalSize)], cancellation),
            AskAsync("search", async options =>
            {
                index = await gateway.Search.GetIndexStatusAsync(new GetIndexStatusRequest(), options);
                // What it says of its feeds is shown even so.
                return index.CountsMissingReason.Length > 0
                    ? throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, index.CountsMissingReason))
                    : [("documents", "份文件", index.DocumentCount), ("passages", "个段落", index.PassageCount)];
            }, cancellation));

        // No service is to blame where the server itself is not there: that is said once.
        if (answers.All(answer => answer.Error is not null && ErrorReport.IsConnection(answer.Error)))
            throw answers[0].Error!;
        if (session.Terminal.IsJson)
            session.Terminal.WriteJsonLine(ToJson(answers, index).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        else
            Write(session.Terminal, answers, index);
        return answers.All(answer => answer.Code == StatusCode.OK) ? ExitCode.Success : ExitCode.Unreachable;
    }

    private static async Task<Answer> AskAsync(string service, Func<CallOptions, Task<IReadOnlyList<(string, string, long)>>> ask, CancellationToken cancellation)
    {
        try
        {
            return new Answer(service, null, await ask(Gateway.Call(cancellation)));
        }
        catch (RpcException error) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(service, error, []);
        }
    }

    private static void Write(Terminal terminal, IReadOnlyList<Answer> answers, IndexStatus? index)
    {
        var table = terminal.Table("服务", "状态", "数据");
        foreach (var answer in answers)
        {
            var fine = answer.Code == StatusCode.OK;
            table.AddRow(
                Cells.Area(answer.Service),
                fine ? new Text("正常", new Style(Color.Green)) : new Text("不可用", new Style(Color.Red, decoration: Decoration.Bold)),
                Cells.Text(fine ? string.Join("，", answer.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Label}"))) : answer.Error!.Status.Detail.TrimEnd('。')));
        }
        terminal.Write(table);
        if (index is null)
            return;

        terminal.WriteLine();
        IndexView.WriteFeeds(terminal, index);
    }

    private static JsonObject ToJson(IReadOnlyList<Answer> answers, IndexStatus? index)
    {
        var services = new JsonArray();
        foreach (var answer in answers)
        {
            var service = new JsonObject { ["service"] = answer.Service, ["status"] = answer.Code.ToString() };
            if (answer.Error is { Status.Detail.Length: > 0 } error)
                service["message"] = error.Status.Detail;
            foreach (var (name, _, count) in answer.Counts)
                service[name] = count;
            services.Add(service);
        }
        return new JsonObject { ["services"] = services, ["index"] = index is null ? null : JsonNode.Parse(Json.Format(index)) };
    }
}
