using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.Storage;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;
using ThemeCatalogue = Fazhi.Catalogues.Themes.ThemeCatalogue;

namespace Fazhi.Reports.Themes;

/// <summary>
/// Puts the catalogues in force that are loaded in the plan service. They are kept here too: reports are classed by them also while the plan service
/// cannot be reached. A change of catalogues makes all reports be taken in anew by those who follow them.
/// </summary>
internal sealed class ThemeFollower(ThemeService.ThemeServiceClient themes, ThemeStore store, ThemeDirectory directory, ILogger<ThemeFollower> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        PutInForce(await store.AllAsync(cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var call = themes.WatchThemeCatalogues(new WatchThemeCataloguesRequest(), cancellationToken: stoppingToken);
                await foreach (var message in call.ResponseStream.ReadAllAsync(stoppingToken))
                {
                    await TakeAsync(message.Json, stoppingToken);
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

    private async Task TakeAsync(IReadOnlyList<string> loaded, CancellationToken cancellationToken)
    {
        // In force before it is told: who takes a report in because of it gets the new themes.
        PutInForce(loaded);
        await store.ReplaceAsync(loaded, cancellationToken);
    }

    private void PutInForce(IEnumerable<string> loaded) =>
        directory.Load(loaded.Select(json => ThemeCatalogue.Parse(json).Value).OfType<ThemeCatalogue>());
}
