namespace Fazhi.Hosting;

/// <summary>Opens the store at start: a database that cannot be used ends the process before it takes a call.</summary>
internal sealed partial class StoreOpening(IServiceProvider services, ILogger<StoreOpening> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<SqliteStore>();
        LogOpened(logger, store.Path);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventName = "StoreOpened", Level = LogLevel.Information, Message = "Store {Path} is open")]
    private static partial void LogOpened(ILogger logger, string path);
}
