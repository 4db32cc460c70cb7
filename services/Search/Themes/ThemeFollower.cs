using Fazhi.Plans.V1;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Search.Themes;

/// <summary>Puts the catalogues in force that are loaded in the plan service, for as long as the host runs.</summary>
internal sealed class ThemeFollower(ThemeService.ThemeServiceClient client, ThemeStore store, SearchThemes themes, ILogger<ThemeFollower> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(cancellationToken) is { } known)
            themes.Load(known);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var call = client.WatchThemeCatalogues(new WatchThemeCataloguesRequest(), cancellationToken: stoppingToken);
                await foreach (var message in call.ResponseStream.ReadAllAsync(stoppingToken))
                {
                    themes.Load(message.Json);
                    await store.ReplaceAsync(message.Json, stoppingToken);
                    pause = ShortestPause;
                }
            }
            // Whatever it was, giving up would leave the themes behind for good; at the end of the host it is the end of the call.
            catch (Exception error)
            {
                logger.LogDebug(error, "themes.unreachable");
            }

            if (stoppingToken.IsCancellationRequested)
                return;

            await Task.Delay(pause, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
