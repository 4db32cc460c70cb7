using System.Globalization;
using Fazhi.AppHost.Output;

namespace Fazhi.AppHost.Hosts;

/// <summary>Keeps one host running until told to stop.</summary>
internal sealed class Supervisor(HostSpec spec, BackOff backOff, TimeSpan patience, ILog log, TimeProvider clock)
{
    // Ctrl+C in a terminal reaches the hosts as well: they may end a moment before the AppHost hears of it.
    private static readonly TimeSpan StopMayFollow = TimeSpan.FromMilliseconds(100);

    public HostSpec Spec => spec;

    /// <summary>Process id of the running host; 0 between two runs.</summary>
    public int ProcessId { get; private set; }

    /// <summary>How often the host was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Runs the host, again and again, until <paramref name="stop"/>; then ends it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            var end = await RunOnceAsync(stop);
            if (!await WaitAsync(StopMayFollow, stop))
                return;

            var wait = backOff.Next(clock.GetElapsedTime(started));
            log.Warn(spec.Name, string.Create(CultureInfo.InvariantCulture, $"{end}，{wait.TotalSeconds:0.##} 秒后重新启动"));
            if (!await WaitAsync(wait, stop))
                return;
        }
    }

    private async Task<string> RunOnceAsync(CancellationToken stop)
    {
        Starts++;
        HostProcess process;
        try
        {
            process = HostProcess.Start(spec, text => log.Line(spec.Name, text));
        }
        catch (AppHostException error)
        {
            return error.Message;
        }

        using (process)
        {
            ProcessId = process.Id;
            try
            {
                return $"进程已退出（代码 {await process.WaitAsync(stop)}）";
            }
            catch (OperationCanceledException)
            {
                if (!await process.EndAsync(patience))
                    log.Warn(spec.Name, string.Create(CultureInfo.InvariantCulture, $"{patience.TotalSeconds:0} 秒内没有结束，已强制终止"));
                return "进程已结束";
            }
            finally
            {
                ProcessId = 0;
            }
        }
    }

    private async Task<bool> WaitAsync(TimeSpan time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(time, clock, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
