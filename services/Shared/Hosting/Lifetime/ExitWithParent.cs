namespace Fazhi.Hosting;

/// <summary>
/// Stops the host when its standard input ends. The app host holds the other end of that pipe, and the operating system closes
/// it even when the app host is killed with SIGKILL: no child is left behind.
/// </summary>
internal sealed partial class ExitWithParent(IHostApplicationLifetime lifetime, ILogger<ExitWithParent> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A read from a pipe cannot be cancelled: a background thread does not hold the process up.
        new Thread(ReadUntilEnd) { IsBackground = true, Name = "exit-with-parent" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void ReadUntilEnd()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[256];
        try
        {
            while (input.Read(ignored) > 0) { }
        }
        catch (IOException)
        {
            // A broken pipe says the same as its end.
        }

        LogParentGone(logger);
        lifetime.StopApplication();
        Thread.Sleep(Patience);
        Environment.Exit(1); // An orderly stop did not finish: an orphan would hold its port and its file.
    }

    [LoggerMessage(EventName = "ParentGone", Level = LogLevel.Information, Message = "Standard input has ended: stopping with the parent process")]
    private static partial void LogParentGone(ILogger logger);
}
