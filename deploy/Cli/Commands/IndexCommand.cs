using System.CommandLine;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Search.V1;
using Grpc.Core;
using static Fazhi.Search.V1.ReindexProgress.Types;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi index status|verify|rebuild</c></summary>
internal static class IndexCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static Command Create(SharedOptions shared) => new("index", "检索索引：状态、核对、重建")
    {
        Status(shared),
        Verify(shared),
        Rebuild(shared),
    };

    private static Command Status(SharedOptions shared)
    {
        var command = new Command("status", "索引里有多少内容、跟上了哪些变更");
        shared.Run(command, async (_, session, cancellation) =>
        {
            var status = await GetStatusAsync(session, cancellation);
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(status);
            else
                IndexView.Write(session.Terminal, status);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Verify(SharedOptions shared)
    {
        var command = new Command("verify", "逐份核对索引与各服务的数据，列出不同之处；不一致时退出码为 3");
        shared.Run(command, async (_, session, cancellation) =>
        {
            var response = await session.Waiting.ForAsync("正在核对", _ =>
                session.Gateway.Search.VerifyIndexAsync(new VerifyIndexRequest(), Gateway.Long(cancellation)).ResponseAsync);
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                IndexView.Write(session.Terminal, response);
            return response.Equal ? ExitCode.Success : ExitCode.Different;
        });
        return command;
    }

    private static Command Rebuild(SharedOptions shared)
    {
        var restart = new Option<bool>("--restart") { Description = "从头开始，不接着上次中断的做" };
        var noWait = new Option<bool>("--no-wait") { Description = "开始后不等它完成" };
        var command = new Command("rebuild", "用各服务的数据重建索引；其间检索照常，建成后换上") { restart, noWait };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var progress = await StartAsync(session, parsed.GetValue(restart), cancellation);
            if (!parsed.GetValue(noWait))
                progress = await session.Waiting.ForAsync("正在重建", report => WaitAsync(session, progress, report, cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(progress);
            else
                session.Terminal.WriteLine($"重建：{IndexView.Describe(progress)}");
            return ExitCode.Success;
        });
        return command;
    }

    // One that runs already is as good as a new one, unless it is to begin anew.
    private static async Task<ReindexProgress> StartAsync(Session session, bool restart, CancellationToken cancellation)
    {
        try
        {
            return (await session.Gateway.Search.ReindexAsync(new ReindexRequest { Restart = restart }, Gateway.Call(cancellation))).Progress;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.AlreadyExists && !restart)
        {
            return await GetProgressAsync(session, cancellation);
        }
    }

    /// <exception cref="CliException">It was given up, or ended with the service.</exception>
    private static async Task<ReindexProgress> WaitAsync(Session session, ReindexProgress progress, Action<string> report, CancellationToken cancellation)
    {
        while (progress.State == State.Running)
        {
            report(IndexView.Describe(progress));
            await Task.Delay(LookEvery, cancellation);
            progress = await GetProgressAsync(session, cancellation);
        }

        return progress.State switch
        {
            State.Done => progress,
            State.Failed => throw new CliException($"重建{IndexView.Describe(progress)}"),
            _ => throw new CliException("重建中断了：检索服务重新启动过。再次运行 fazhi index rebuild 会接着做"),
        };
    }

    private static async Task<ReindexProgress> GetProgressAsync(Session session, CancellationToken cancellation) =>
        (await GetStatusAsync(session, cancellation)).Reindex ?? new ReindexProgress();

    private static async Task<IndexStatus> GetStatusAsync(Session session, CancellationToken cancellation) =>
        await session.Gateway.Search.GetIndexStatusAsync(new GetIndexStatusRequest(), Gateway.Call(cancellation));
}
