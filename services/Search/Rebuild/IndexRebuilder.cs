using System.Diagnostics;
using Fazhi.Hosting;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Fazhi.Search.V1;
using Grpc.Core;

namespace Fazhi.Search.Rebuild;

/// <summary>
/// Builds the index anew from the feeds beside the one in use, which goes on meanwhile. When every feed has been caught up with, nothing more is taken into
/// the one in use, the new one comes as far, takes its place, and the feeds are gone on with from there: nothing that was found is lost for a moment.
/// What was begun goes on after a restart of the process.
/// </summary>
internal sealed class IndexRebuilder(
    SearchIndex index, IndexCounter counter, IEnumerable<ChangeFeed> feeds, IEnumerable<FeedConsumer> consumers, RegionLookup regions, RebuildStore store, ILogger<IndexRebuilder> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly FeedConsumer[] consumers = [.. consumers];
    private readonly SemaphoreSlim begun = new(0, 1);
    private readonly Lock gate = new();
    private ReindexProgress? progress;
    private bool restart;

    /// <summary>How far the last building has come; null when there has been none since the start.</summary>
    /// <param name="inUse">What the index in use holds now.</param>
    public ReindexProgress? GetProgress(IndexCount inUse)
    {
        ReindexProgress? now;
        lock (gate)
            now = progress?.Clone();
        // What is done or was given up is compared with nothing: the index in use goes on growing.
        if (now is { State: ReindexProgress.Types.State.Running })
            now.ExpectedCount = inUse.Statistics?.Documents ?? 0;
        return now;
    }

    /// <summary>Begins to build, or goes on with what an earlier attempt has left.</summary>
    /// <param name="anew">Drops what an earlier attempt has left.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FazhiException">ALREADY_EXISTS: one is being built.</exception>
    public async Task<ReindexProgress> BeginAsync(bool anew, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (progress is { State: ReindexProgress.Types.State.Running })
                throw FazhiException.AlreadyExists("Reindex", "reindex", "正在重建索引：可用 GetIndexStatus 查看进度");
            progress = new ReindexProgress { State = ReindexProgress.Types.State.Running };
            restart = anew;
        }
        try
        {
            await store.BeginAsync(cancellationToken);
        }
        catch
        {
            Update(now => now.State = ReindexProgress.Types.State.Failed);
            throw;
        }
        begun.Release();
        return GetProgress(await counter.CountAsync(cancellationToken))!;
    }

    public override void Dispose()
    {
        base.Dispose();
        begun.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await store.IsUnfinishedAsync(stoppingToken))
            await BeginAsync(anew: false, stoppingToken);
        while (true)
        {
            await begun.WaitAsync(stoppingToken);
            await RunAsync(stoppingToken);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        logger.LogInformation("reindex.begun");
        var pause = ShortestPause;
        while (true)
        {
            try
            {
                await BuildAsync(cancellationToken);
                logger.LogInformation("reindex.done");
                await EndAsync(ReindexProgress.Types.State.Done, "", cancellationToken);
                return;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                if (error is not (RpcException or FazhiException { Code: StatusCode.Unavailable }))
                {
                    logger.LogError(error, "reindex.failed");
                    await EndAsync(ReindexProgress.Types.State.Failed, error.Message, cancellationToken);
                    return;
                }
                logger.LogWarning(error, "reindex.interrupted: goes on");
                Update(now => now.Error = error is RpcException rpc ? rpc.Status.Detail : error.Message);
            }
            await Task.Delay(pause, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        bool anew;
        lock (gate)
            anew = restart;
        await using var build = await index.OpenBuildAsync(anew, cancellationToken);
        lock (gate)
            restart = false;

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counted = 0L;
        BuildFeed[] fills = [.. feeds.Select(feed => new BuildFeed(feed, build, CountAsync))];
        var running = fills.Select(fill => fill.RunAsync(ending.Token)).ToList();
        try
        {
            while (!await TryPromoteAsync(build, fills, running, ending, cancellationToken))
            {
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        async Task CountAsync()
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref counted)) < CountEvery)
                return;
            Interlocked.Exchange(ref counted, Stopwatch.GetTimestamp());
            var documents = (await build.GetStatisticsAsync(cancellationToken)).Documents;
            Update(now => (now.DocumentCount, now.Error) = (documents, ""));
        }
    }

    private async Task<bool> TryPromoteAsync(
        IndexBuild build, BuildFeed[] fills, List<Task> running, CancellationTokenSource ending, CancellationToken cancellationToken)
    {
        await UntilAsync(() => fills.All(fill => fill.CaughtUp), running, Timeout.InfiniteTimeSpan, cancellationToken);
        var paused = new List<FeedConsumer>();
        try
        {
            foreach (var consumer in consumers)
            {
                await consumer.PauseAsync(cancellationToken);
                paused.Add(consumer);
            }
            if (!await UntilAsync(() => fills.All(HasCaughtUpWithUse), running, LongestHold, cancellationToken))
                return false;
            await ending.CancelAsync();
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            var documents = (await build.GetStatisticsAsync(cancellationToken)).Documents;
            await build.PromoteAsync(cancellationToken);
            regions.Invalidate();
            Update(now => now.DocumentCount = documents);
            return true;
        }
        finally
        {
            foreach (var consumer in paused)
                consumer.Resume();
        }
    }

    private bool HasCaughtUpWithUse(BuildFeed fill) =>
        FeedPosition.HasReached(fill.Position, consumers.Single(consumer => consumer.Feed == fill.Name).Progress.ResumeToken);

    private static async Task<bool> UntilAsync(Func<bool> condition, List<Task> running, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (running.Find(task => task.IsCompleted) is { } ended)
                await ended;
            if (limit != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(started) > limit)
                return false;
            await Task.Delay(Look, cancellationToken);
        }
        return true;
    }

    private async Task EndAsync(ReindexProgress.Types.State state, string error, CancellationToken cancellationToken)
    {
        await store.EndAsync(cancellationToken);
        Update(now => (now.State, now.Error) = (state, error));
    }

    private void Update(Action<ReindexProgress> change)
    {
        lock (gate)
        {
            var next = progress?.Clone() ?? new ReindexProgress();
            change(next);
            progress = next;
        }
    }
}
