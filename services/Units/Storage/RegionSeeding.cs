using System.Diagnostics;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Storage;

/// <summary>Takes the region data that comes with the service over before the host listens.</summary>
internal sealed partial class RegionSeeding(RegionStore regions, ILogger<RegionSeeding> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var written = await regions.SeedAsync(RegionData.Edition, () => RegionData.Load(), cancellationToken);
        if (written > 0)
        {
            LogSeeded(logger, written, RegionData.Edition, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventName = "RegionsSeeded", Level = LogLevel.Information, Message = "{Count} regions of {Edition} taken over in {Milliseconds:F0} ms")]
    private static partial void LogSeeded(ILogger logger, int count, string edition, double milliseconds);
}
