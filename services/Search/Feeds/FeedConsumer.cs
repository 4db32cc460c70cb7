using System.Diagnostics;
using Fazhi.Contracts;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Fazhi.Search.SavedSearches;
using Grpc.Core;

namespace Fazhi.Search.Feeds;

/// <summary>Keeps the index up with one feed for as long as the service runs.</summary>
internal sealed class FeedConsumer(ChangeFeed feed, SearchIndex index, RegionLookup regions, MatchEvaluator matches, ILogger<FeedConsumer> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim applying = new(1, 1);
    private CancellationTokenSource restart = new();
    private FeedProgress progress = FeedProgress.None;

    /// <summary>Name of the feed.</summary>
    public string Feed => feed.Name;

    /// <summary>How far it has come.</summary>
    public FeedProgress Progress => Volatile.Read(ref progress);

    /// <summary>Lets the batch that is being taken in be finished, and takes in nothing more until <see cref="Resume"/>.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => applying.WaitAsync(cancellationToken);

    /// <summary>Goes on from where the index that is in use now has come.</summary>
    public void Resume()
    {
        Interlocked.Exchange(ref restart, new CancellationTokenSource()).Cancel();
        applying.Release();
    }

    public override void Dispose()
    {
        base.Dispose();
        applying.Dispose();
        restart.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            using var replaced = CancellationTokenSource.CreateLinkedTokenSource(Volatile.Read(ref restart).Token, index.InUse);
            var restarted = replaced.Token;
            try
            {
                using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, restarted);
                await ConsumeOrResetAsync(restarted, ending.Token);
            }
            catch (Exception) when (restarted.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation("feed.restarted: {Feed} goes on in another index", feed.Name);
                continue;
            }
            // Whatever it was, giving up would leave the index behind for good.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                var reason = ReasonOf(error);
                // Where somebody is away, the way to the call tells nothing.
                var told = error is FazhiException { Code: StatusCode.Unavailable } or RpcException { StatusCode: StatusCode.Unavailable } ? null : error;
                logger.Log(Progress.LastError.Length == 0 ? LogLevel.Warning : LogLevel.Debug, told, "feed.failed: {Feed}: {Reason}", feed.Name, reason);
                Update(now => now with { LastError = reason });
            }

            pause = Progress.Connected ? ShortestPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            Update(now => now with { Connected = false, CaughtUp = false, BehindSince = now.BehindSince ?? Stopwatch.GetTimestamp() });
            await Task.Delay(pause * (0.75 + (Random.Shared.NextDouble() / 2)), stoppingToken);
        }
    }

    private async Task ConsumeOrResetAsync(CancellationToken restarted, CancellationToken cancellationToken)
    {
        try
        {
            await ConsumeAsync(restarted, cancellationToken);
            logger.LogInformation("feed.ended: {Feed}", feed.Name);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.OutOfRange && ErrorStatus.ReasonOf(error) == "FEED_RESET")
        {
            logger.LogWarning("feed.reset: {Feed} is another one now; what came from it is dropped and read again", feed.Name);
            await InTurnAsync(() => index.ResetAsync(feed.Name, cancellationToken), restarted, cancellationToken);
            await matches.ResetAsync(feed.Name, cancellationToken);
            regions.Invalidate();
        }
    }

    private async Task ConsumeAsync(CancellationToken restarted, CancellationToken cancellationToken)
    {
        var position = await matches.StartAsync(feed.Name, await index.GetPositionAsync(feed.Name, cancellationToken), cancellationToken);
        Update(now => now with { ResumeToken = position });
        var reader = new FeedReader(feed);
        await foreach (var batch in reader.BatchesAsync(position, cancellationToken))
        {
            Update(now => now with { BehindSince = now.BehindSince ?? batch[0].Arrived });
            await InTurnAsync(() => ApplyAsync(batch, cancellationToken), restarted, cancellationToken);
            var last = batch[^1];
            if (last.CaughtUp && !Progress.CaughtUp)
                logger.LogInformation("feed.caught-up: {Feed} at {Position}", feed.Name, last.ResumeToken);
            Update(_ => new FeedProgress(Connected: true, last.CaughtUp, last.ResumeToken, "", reader.OldestWaiting));
        }
    }

    // Never into another index than the one whose position was read: what lies between would be lost to it.
    private async Task InTurnAsync(Func<Task> work, CancellationToken restarted, CancellationToken cancellationToken)
    {
        await applying.WaitAsync(cancellationToken);
        try
        {
            restarted.ThrowIfCancellationRequested();
            await work();
        }
        finally
        {
            applying.Release();
        }
    }

    private async Task ApplyAsync(IReadOnlyList<FeedMessage> batch, CancellationToken cancellationToken)
    {
        var position = batch[^1].ResumeToken;
        if (position == Progress.ResumeToken)
            return;
        var changes = batch.Select(message => message.Change).OfType<IndexChange>().ToList();
        await index.ApplyAsync(feed.Name, changes, position, cancellationToken);
        if (changes.Any(change => change is IndexChange.PutRegion or IndexChange.RemoveRegion))
            regions.Invalidate();
        await matches.AddAsync(feed.Name, changes, position, cancellationToken);
    }

    // What cannot be reached says nothing itself.
    private string ReasonOf(Exception error) => error switch
    {
        RpcException { StatusCode: StatusCode.Unavailable } away when ErrorStatus.ReasonOf(away).Length == 0 => $"{Terms.OfArea(feed.Name)}服务暂时无法连接",
        RpcException rpc => rpc.Status.Detail,
        _ => error.Message,
    };

    private void Update(Func<FeedProgress, FeedProgress> change) => Volatile.Write(ref progress, change(progress));
}
