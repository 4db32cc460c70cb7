using System.Diagnostics;
using System.Text;

namespace Fazhi.Documents;

/// <summary>
/// Poppler's <c>pdftotext</c>, found on the PATH, as an outside process: it gets the file through its standard input and no environment but the PATH,
/// and is killed with its children when it is over its time, its output or 1 GiB of memory.
/// </summary>
public sealed class PdfToText : IPdfTextSource
{
    private const string Program = "pdftotext";
    private const int BufferBytes = 64 * 1024;
    private const int ErrorBytes = 4096;
    private const long MostMemory = 1L << 30;
    private static readonly TimeSpan MemoryLook = TimeSpan.FromMilliseconds(50);

    private readonly string _program;

    /// <summary>Uses the program of the given path or name.</summary>
    public PdfToText(string program) => _program = program;

    /// <summary>The program as the PATH finds it.</summary>
    public static PdfToText Default { get; } = new(Program);

    /// <inheritdoc/>
    public PdfText Read(ReadOnlyMemory<byte> pdf, TimeSpan timeLimit, int mostBytes, CancellationToken cancellationToken)
    {
        using var process = TryStart();
        if (process is null)
            return new(PdfOutcome.ToolMissing);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            return RunAsync(process, pdf, mostBytes, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(PdfOutcome.TimedOut);
        }
        finally
        {
            End(process);
        }
    }

    private Process? TryStart()
    {
        var start = new ProcessStartInfo(_program, ["-bbox", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<PdfText> RunAsync(Process process, ReadOnlyMemory<byte> pdf, int mostBytes, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(process.StandardInput.BaseStream, pdf, cancellationToken);
        var complaints = ReadComplaintsAsync(process.StandardError.BaseStream, cancellationToken);
        var overMemory = EndOverMemoryAsync(process);
        var output = await ReadAsync(process.StandardOutput.BaseStream, mostBytes, cancellationToken);
        if (output is null)
            return new(PdfOutcome.TooLarge);
        await writing;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0)
            return new(PdfOutcome.Read, output.Value);
        if (await overMemory)
            return new(PdfOutcome.TooLarge);
        return new((await complaints).Contains("password", StringComparison.OrdinalIgnoreCase) ? PdfOutcome.Encrypted : PdfOutcome.Damaged);
    }

    /// <summary>A few kilobytes of PDF can ask for gigabytes: the program is ended before it has taken them.</summary>
    /// <returns>True when it was ended.</returns>
    private static async Task<bool> EndOverMemoryAsync(Process process)
    {
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                if (process.WorkingSet64 > MostMemory)
                {
                    process.Kill(entireProcessTree: true);
                    return true;
                }

                await Task.Delay(MemoryLook);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended, and is no longer looked after.
        }

        return false;
    }

    /// <summary>A program that has seen enough closes its input: what is left need not be written.</summary>
    private static async Task WriteAsync(Stream input, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await using (input)
                await input.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>All that comes; null when it is more than allowed.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream output, int most, CancellationToken cancellationToken)
    {
        var all = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (var read = await output.ReadAsync(buffer, cancellationToken); read > 0; read = await output.ReadAsync(buffer, cancellationToken))
        {
            if (all.Length + read > most)
                return null;
            all.Write(buffer, 0, read);
        }

        return new(all.GetBuffer(), 0, (int)all.Length);
    }

    /// <summary>The beginning of what it complains about; the rest is read too, or it would wait.</summary>
    private static async Task<string> ReadComplaintsAsync(Stream output, CancellationToken cancellationToken)
    {
        var buffer = new byte[ErrorBytes];
        var kept = await output.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        await output.CopyToAsync(Stream.Null, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, kept);
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
