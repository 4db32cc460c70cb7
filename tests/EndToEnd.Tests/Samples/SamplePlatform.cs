using Fazhi.EndToEnd.Tests.Platform;

namespace Fazhi.EndToEnd.Tests.Samples;

/// <summary>A platform as a newcomer starts it for the first time: with the samples.</summary>
public sealed class SamplePlatform : IAsyncLifetime
{
    private RunningPlatform? _platform;

    internal RunningPlatform Platform => _platform ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync(CancellationToken.None, samples: true);
        await _platform.WaitForIndexAsync(ExpectedSample.All.Count, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _platform?.DisposeAsync() ?? ValueTask.CompletedTask;
}
