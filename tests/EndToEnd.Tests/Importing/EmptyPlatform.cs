using Fazhi.EndToEnd.Tests.Platform;

namespace Fazhi.EndToEnd.Tests.Importing;

/// <summary>A platform without samples, shared by tests that take back what they import.</summary>
public sealed class EmptyPlatform : IAsyncLifetime
{
    private RunningPlatform? _platform;

    internal RunningPlatform Platform => _platform ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _platform = await RunningPlatform.StartAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _platform?.DisposeAsync() ?? ValueTask.CompletedTask;
}
