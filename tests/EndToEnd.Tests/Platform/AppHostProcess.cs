using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>An AppHost with its hosts, started as a user starts it, with its log kept for the message of a failing test.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppHostProcess(string data, int port, bool samples)
    {
        Data = data;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Programs.AppHost, "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture) },
            WorkingDirectory = data,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (!samples)
            start.ArgumentList.Add("--no-samples");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The AppHost ended before it was ready."));
    }

    /// <summary>Address of the gateway.</summary>
    public Uri Address { get; }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    /// <summary>Process id of the AppHost.</summary>
    public int Id => _process.Id;

    /// <summary>What all processes wrote so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>The hosts that run now, by name: units, plans, reports, supervision, search, gateway.</summary>
    public IReadOnlyDictionary<string, HostProcess> Hosts =>
        LinuxProcess.ChildrenOf(Id).Select(HostProcess.From).OfType<HostProcess>().ToDictionary(host => host.Name);

    /// <summary>Starts an AppHost and returns without waiting for anything.</summary>
    public static AppHostProcess Launch(string data, int port, bool samples = false)
    {
        var host = new AppHostProcess(data, port, samples);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Starts an AppHost on a free port and waits until it says that it is ready.</summary>
    public static async Task<AppHostProcess> StartAsync(string data, CancellationToken cancellation, bool samples = false)
    {
        var host = Launch(data, FreePort.Find(), samples);
        try
        {
            await host._ready.Task.WaitAsync(StartLimit, cancellation);
            return host;
        }
        catch (Exception error)
        {
            var log = host.Log;
            await host.DisposeAsync();
            throw new InvalidOperationException($"The platform did not start ({error.Message}). Its log:\n{log}", error);
        }
    }

    /// <summary>Sends a signal to the AppHost and waits for its end; returns the exit code.</summary>
    public async Task<int> EndAsync(int signal, CancellationToken cancellation)
    {
        LinuxProcess.Signal(Id, signal);
        return await WaitForExitAsync(cancellation);
    }

    /// <summary>Waits for the end of the AppHost; returns the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).WaitAsync(StopLimit, cancellation);
        return _process.ExitCode;
    }

    /// <summary>Ends everything, politely first, and fails when a process is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        var started = _process.HasExited ? [] : LinuxProcess.ChildrenOf(Id).Select(child => child.Id).ToList();
        try
        {
            if (!_process.HasExited)
                await EndAsync(LinuxProcess.Terminate, CancellationToken.None);
        }
        finally
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            _process.Dispose();
        }
        var left = started.Where(LinuxProcess.IsAlive).ToList();
        left.ForEach(id => LinuxProcess.Signal(id, LinuxProcess.Kill));
        if (left.Count > 0)
            throw new InvalidOperationException($"Processes outlived the AppHost: {string.Join(", ", left)}. Its log:\n{Log}");
    }

    private void Keep(object sender, DataReceivedEventArgs received)
    {
        if (received.Data is null)
            return;
        _log.Enqueue(received.Data);
        if (received.Data.Contains("已就绪", StringComparison.Ordinal))
            _ready.TrySetResult();
    }
}
