using System.Diagnostics;
using System.Runtime.InteropServices;
using Fazhi.AppHost.Hosts;
using Fazhi.AppHost.Output;
using Fazhi.AppHost.Samples;
using Spectre.Console;

namespace Fazhi.AppHost;

/// <summary>The whole platform on one machine, from the first check until the last process has ended.</summary>
internal static class Platform
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    // How long a host may answer that it does not serve yet, until the others do not wait for it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    // A log file has no width: nothing is to be broken over lines but the rules, which fill it.
    private const int FileWidth = 160;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs until Ctrl+C, SIGTERM or the cancellation; returns the exit code.</summary>
    public static async Task<int> RunAsync(AppHostOptions options, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        await using var parent = ParentWatch.Start(stop);
        try
        {
            await RunUntilAsync(options, stop.Token);
            return 0;
        }
        catch (AppHostException error)
        {
            await Console.Error.WriteLineAsync($"错误：{error.Message}");
            return 1;
        }

        void Stop(PosixSignalContext context)
        {
            // A second signal is not held back: it ends this process at once, and with it the hosts.
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private static async Task RunUntilAsync(AppHostOptions options, CancellationToken stop)
    {
        using var data = DataFolder.Open(options.Data);
        var console = Terminal();
        var hosts = HostCatalog.Describe(AppContext.BaseDirectory, data, GatewayPort(options.Port), PortAllocator.Take(HostCatalog.Services.Count));
        var log = new TerminalLog(Console.Out, console.Profile.Capabilities.Ansi, [.. hosts.Select(host => host.Name)]);
        var supervisors = hosts.Select(host => new Supervisor(host, BackOff.Default(), Patience, log, TimeProvider.System)).ToList();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = Task.WhenAll(supervisors.Select(supervisor => supervisor.RunAsync(end.Token)));
        try
        {
            await WaitUntilHealthyAsync(supervisors, log, stop);
            var healthy = SinceStart();
            var samples = await LoadSamplesAsync(options, data, hosts, log, stop);
            Welcome(console, data, hosts, samples, healthy);
            await running;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to end while still starting.
        }
        finally
        {
            await end.CancelAsync();
            await running;
            await Console.Out.WriteLineAsync("全部服务已结束。");
        }
    }

    private static Task<string> LoadSamplesAsync(AppHostOptions options, DataFolder data, IReadOnlyList<HostSpec> hosts, ILog log, CancellationToken stop) => options.LoadSamples
        ? SampleLoading.RunOnceAsync(Path.Combine(AppContext.BaseDirectory, "samples"), Gateway(hosts).Address, data, log, stop)
        : Task.FromResult("未导入（--no-samples）");

    private static void Welcome(IAnsiConsole console, DataFolder data, IReadOnlyList<HostSpec> hosts, string samples, TimeSpan healthy)
    {
        var services = hosts.Where(host => host.Name != HostCatalog.Gateway).Select(host => (host.Name, host.Address));
        Banner.Write(console, Gateway(hosts).Address, services, data.Root, samples, healthy, SinceStart());
    }

    private static TimeSpan SinceStart()
    {
        using var self = Process.GetCurrentProcess();
        return DateTime.Now - self.StartTime;
    }

    private static HostSpec Gateway(IReadOnlyList<HostSpec> hosts) => hosts.Single(host => host.Name == HostCatalog.Gateway);

    private static IAnsiConsole Terminal()
    {
        var person = !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = person ? AnsiSupport.Detect : AnsiSupport.No });
        if (!person)
            console.Profile.Width = FileWidth;
        return console;
    }

    private static int GatewayPort(int asked)
    {
        if (asked == 0)
            return PortAllocator.Take(1)[0];
        return PortAllocator.IsFree(asked)
            ? asked
            : throw new AppHostException($"端口 {asked} 已被其他程序占用。请结束该程序，或用 --port 另选一个端口（--port 0 表示任意空闲端口）。");
    }

    // What answers has started: that it waits for something outside, such as a search engine, keeps nobody else from working.
    private static async Task WaitUntilHealthyAsync(IReadOnlyList<Supervisor> supervisors, ILog log, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(StartLimit);
        var waits = supervisors.ToDictionary(supervisor => supervisor.Spec, supervisor => HealthProbe.WaitAsync(supervisor.Spec, Grace, limit.Token));
        try
        {
            await Task.WhenAll(waits.Values);
            var gateway = Gateway([.. waits.Keys]);
            // It may have waited in vain for a service that has come since.
            if (waits.All(wait => wait.Key == gateway || wait.Value.Result))
                await HealthProbe.WaitAsync(gateway, Grace, limit.Token);
            else
                await TellWaitingAsync(waits.Where(wait => wait.Key != gateway && !wait.Value.Result).Select(wait => wait.Key.Name), gateway, log, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            var missing = waits.Where(wait => !wait.Value.IsCompletedSuccessfully).Select(wait => wait.Key.Name).DefaultIfEmpty(HostCatalog.Gateway);
            throw new AppHostException($"{StartLimit.TotalSeconds:0} 秒内没有应答的服务：{string.Join("、", missing)}。原因见上面的日志。");
        }
    }

    private static async Task TellWaitingAsync(IEnumerable<string> waiting, HostSpec gateway, ILog log, CancellationToken cancellation)
    {
        var reasons = await HealthProbe.ReasonsAsync(gateway, cancellation);
        foreach (var name in waiting)
            log.Warn(name, $"已启动，但暂时不能服务：{reasons.GetValueOrDefault(name, "原因见它的日志")}。其余照常启动，条件具备后它自动恢复");
    }
}
