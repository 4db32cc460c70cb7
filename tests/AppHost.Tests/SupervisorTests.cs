using System.Diagnostics;
using Fazhi.AppHost.Hosts;
using Fazhi.Testing;

namespace Fazhi.AppHost.Tests;

/// <summary>Real processes, small ones: shell scripts in the place of hosts.</summary>
public sealed class SupervisorTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly RecordingLog _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_that_ends_is_started_again_and_again()
    {
        using var stop = new CancellationTokenSource();
        var supervisor = Supervise("echo started; exit 3");
        var running = supervisor.RunAsync(stop.Token);
        await Eventually.True(() => supervisor.Starts >= 3, Limit);
        await stop.CancelAsync();
        await running;
        Assert.Contains("started", _log.Lines);
        Assert.Contains("代码 3", _log.Warnings.First(), StringComparison.Ordinal);
        Assert.Contains("重新启动", _log.Warnings.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_host_comes_back_as_another_process()
    {
        using var stop = new CancellationTokenSource();
        var supervisor = Supervise("exec cat");
        var running = supervisor.RunAsync(stop.Token);
        await Eventually.True(() => supervisor.ProcessId != 0, Limit);
        var first = supervisor.ProcessId;
        using (var process = Process.GetProcessById(first))
            process.Kill();
        await Eventually.True(() => supervisor.ProcessId != 0 && supervisor.ProcessId != first, Limit);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Told_to_stop_it_closes_the_input_of_the_host_and_waits_for_its_end()
    {
        using var stop = new CancellationTokenSource();
        var supervisor = Supervise("echo ready; cat > /dev/null; echo input closed");
        var running = supervisor.RunAsync(stop.Token);
        await Eventually.True(() => _log.Lines.Contains("ready"), Limit);
        await stop.CancelAsync();
        await running.WaitAsync(Limit, Cancellation);
        Assert.Contains("input closed", _log.Lines);
        Assert.Empty(_log.Warnings);
        Assert.Equal(1, supervisor.Starts);
    }

    [Fact]
    public async Task Host_that_does_not_end_is_ended_by_force()
    {
        using var stop = new CancellationTokenSource();
        var supervisor = Supervise("echo ready; while :; do sleep 1; done", patience: TimeSpan.FromMilliseconds(200));
        var running = supervisor.RunAsync(stop.Token);
        await Eventually.True(() => _log.Lines.Contains("ready"), Limit);
        var id = supervisor.ProcessId;
        await stop.CancelAsync();
        await running.WaitAsync(Limit, Cancellation);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id).Dispose());
        Assert.Contains("强制终止", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_that_is_not_there_is_reported_and_tried_again()
    {
        using var stop = new CancellationTokenSource();
        var supervisor = Supervise(["/nonexistent/program"]);
        var running = supervisor.RunAsync(stop.Token);
        await Eventually.True(() => supervisor.Starts >= 2, Limit);
        await stop.CancelAsync();
        await running;
        Assert.Contains("/nonexistent/program", _log.Warnings.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_sees_the_environment_that_it_was_given()
    {
        using var stop = new CancellationTokenSource();
        var running = Supervise("echo \"listen=$Fazhi__Listen\"; exec cat").RunAsync(stop.Token);
        await Eventually.True(() => _log.Lines.Contains("listen=http://127.0.0.1:1"), Limit);
        await stop.CancelAsync();
        await running;
    }

    private Supervisor Supervise(string script, TimeSpan? patience = null) => Supervise(["/bin/sh", "-c", script], patience);

    private Supervisor Supervise(IReadOnlyList<string> command, TimeSpan? patience = null)
    {
        var environment = new Dictionary<string, string> { ["Fazhi__Listen"] = "http://127.0.0.1:1" };
        var spec = new HostSpec("fake", command, Path.GetTempPath(), new Uri("http://127.0.0.1:1"), environment);
        var backOff = new BackOff(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        return new Supervisor(spec, backOff, patience ?? TimeSpan.FromSeconds(10), _log, TimeProvider.System);
    }
}
