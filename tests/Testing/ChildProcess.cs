using System.Collections.Concurrent;
using System.Diagnostics;

namespace Fazhi.Testing;

/// <summary>A program that a test runs beside itself. It is killed, with its children, at the end at the latest.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Every line of its output and error output so far.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Its id.</summary>
    public int Id => process.Id;

    /// <summary>It has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Its standard input.</summary>
    public StreamWriter Input => process.StandardInput;

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set on top of the test's own.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += child.Keep;
        child.process.ErrorDataReceived += child.Keep;
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it has printed a line that fits.</summary>
    /// <returns>That line.</returns>
    public async Task<string> WaitForLineAsync(Func<string, bool> fits, TimeSpan? deadline = null)
    {
        await Eventually.True(() => Lines.Any(fits) || HasExited, deadline, $"a line of {process.StartInfo.FileName}");
        return Lines.FirstOrDefault(fits)
            ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {ExitCode} first:\n{string.Join('\n', Lines)}");
    }

    /// <summary>SIGKILL to it alone: it gets no chance to tidy up, nor to end its children.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Waits until it has ended by itself, and all its output is read.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan? deadline = null)
    {
        using var limit = new CancellationTokenSource(deadline ?? Eventually.DefaultDeadline);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            lines.Enqueue(text);
    }
}
