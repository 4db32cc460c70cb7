using Fazhi.Plans.V1;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Hosting;

/// <summary>
/// Puts the catalogues in force that are loaded in the plan service, for as long as the host runs. They are kept here too, so that they are known also while the plan
/// service cannot be reached.
/// </summary>
public abstract partial class ThemeFollower(ThemeService.ThemeServiceClient themes, ILogger logger, TimeProvider? clock = null) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    // Services that are started together are not all there at once.
    private static readonly TimeSpan StartMayTake = TimeSpan.FromSeconds(20);

    private readonly TimeProvider time = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadKeptAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Puts in force what was kept the last time.</summary>
    protected abstract Task LoadKeptAsync(CancellationToken cancellationToken);

    /// <summary>Puts catalogues in force and keeps them, as JSON; those before and not among them are gone.</summary>
    protected abstract Task TakeAsync(IReadOnlyList<string> loaded, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        var started = time.GetTimestamp();
        var followed = false;
        var told = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var call = themes.WatchThemeCatalogues(new WatchThemeCataloguesRequest(), cancellationToken: stoppingToken);
                await foreach (var message in call.ResponseStream.ReadAllAsync(stoppingToken))
                {
                    await TakeAsync(message.Json, stoppingToken);
                    if (told)
                        LogFollowedAgain();
                    (followed, told) = (true, false);
                    pause = ShortestPause;
                }
            }
            // Whatever it was, giving up would leave the themes behind for good.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                if (!told && (followed || time.GetElapsedTime(started) > StartMayTake))
                {
                    LogNotFollowed(error);
                    told = true;
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, time, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [LoggerMessage(EventName = "ThemesNotFollowed", Level = LogLevel.Warning, Message = "The theme catalogues of the plan service cannot be followed; those last seen stay in force")]
    private partial void LogNotFollowed(Exception error);

    [LoggerMessage(EventName = "ThemesFollowed", Level = LogLevel.Information, Message = "The theme catalogues of the plan service are followed again")]
    private partial void LogFollowedAgain();
}
