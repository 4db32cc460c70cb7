using System.Diagnostics;

namespace Fazhi.AppHost.Hosts;

/// <summary>
/// One running host. Its standard input is a pipe that stays open as long as the AppHost lives: the host ends when it closes,
/// so that it does not outlive an AppHost that was killed.
/// </summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts the program.</summary>
    /// <param name="spec">What to run.</param>
    /// <param name="line">Takes each line the program writes; called from other threads.</param>
    /// <exception cref="AppHostException">The program cannot be started.</exception>
    public static HostProcess Start(HostSpec spec, Action<string> line)
    {
        var start = new ProcessStartInfo(spec.Command[0], spec.Command.Skip(1))
        {
            WorkingDirectory = spec.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in spec.Environment)
            start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += Forward;
        process.ErrorDataReceived += Forward;
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            process.Dispose();
            throw new AppHostException($"无法启动 {spec.Name}（{string.Join(' ', spec.Command)}）：{error.Message}");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostProcess(process);

        void Forward(object sender, DataReceivedEventArgs received)
        {
            if (received.Data is { Length: > 0 } text)
                line(text);
        }
    }

    /// <summary>Waits for the end of the process and of its output; returns its exit code.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Asks the host to end, and ends it by force when it has not done so within the patience.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> EndAsync(TimeSpan patience)
    {
        CloseInput();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            return false;
        }
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already, and its end of the pipe with it.
        }
    }

    public void Dispose() => _process.Dispose();
}
