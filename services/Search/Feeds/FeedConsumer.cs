using System.Threading.Channels;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Grpc.Core;

namespace Fazhi.Search.Feeds;

/// <summary>
/// Keeps the index up with one feed for as long as the service runs. What arrives while a batch is being written becomes the next
/// batch: one change alone is written at once, and a replay is written in large transactions, without any timer.
/// </summary>
internal sealed class FeedConsumer(ChangeFeed feed, SearchIndex index, RegionLookup regions, ILogger<FeedConsumer> logger) : BackgroundService
{
    private const int MaxBatchCount = 200;
    private const long MaxBatchBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private FeedProgress progress = FeedProgress.None;

    /// <summary>Name of the feed.</summary>
    public string Feed => feed.Name;

    /// <summary>How far it has come.</summary>
    public FeedProgress Progress => Volatile.Read(ref progress);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ConsumeOrResetAsync(stoppingToken);
            }
            // Whatever it was, giving up would leave the index behind for good.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.Log(Progress.LastError.Length == 0 ? LogLevel.Warning : LogLevel.Debug, error, "feed.failed: {Feed}", feed.Name);
                Update(now => now with { LastError = error is RpcException rpc ? rpc.Status.Detail : error.Message });
            }

            pause = Progress.Connected ? ShortestPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            Update(now => now with { Connected = false, CaughtUp = false });
            await Task.Delay(pause * (0.75 + (Random.Shared.NextDouble() / 2)), stoppingToken);
        }
    }

    private async Task ConsumeOrResetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ConsumeAsync(cancellationToken);
            logger.LogInformation("feed.ended: {Feed}", feed.Name);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.OutOfRange && ErrorStatus.ReasonOf(error) == "FEED_RESET")
        {
            logger.LogWarning("feed.reset: {Feed} is another one now; what came from it is dropped and read again", feed.Name);
            await index.ResetAsync(feed.Name, cancellationToken);
            regions.Invalidate();
        }
    }

    private async Task ConsumeAsync(CancellationToken cancellationToken)
    {
        var position = await index.GetPositionAsync(feed.Name, cancellationToken);
        Update(now => now with { ResumeToken = position });

        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var messages = Channel.CreateBounded<FeedMessage>(MaxBatchCount);
        var reader = ReadAsync(messages.Writer, position, reading.Token);
        try
        {
            while (await messages.Reader.WaitToReadAsync(cancellationToken))
                await ApplyAsync(Drain(messages.Reader), cancellationToken);
        }
        finally
        {
            await reading.CancelAsync();
            await reader;
        }
    }

    // Its errors reach the one who writes through the channel, after everything that arrived before.
    private async Task ReadAsync(ChannelWriter<FeedMessage> messages, string position, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in feed.WatchAsync(position, cancellationToken))
                await messages.WriteAsync(message, cancellationToken);
            messages.Complete();
        }
        catch (Exception error)
        {
            messages.Complete(error);
        }
    }

    private static List<FeedMessage> Drain(ChannelReader<FeedMessage> messages)
    {
        var batch = new List<FeedMessage>();
        long bytes = 0;
        while (batch.Count < MaxBatchCount && bytes < MaxBatchBytes && messages.TryRead(out var message))
        {
            batch.Add(message);
            bytes += message.Size;
        }
        return batch;
    }

    private async Task ApplyAsync(List<FeedMessage> batch, CancellationToken cancellationToken)
    {
        var last = batch[^1];
        var changes = batch.Select(message => message.Change).OfType<IndexChange>().ToList();
        if (last.ResumeToken != Progress.ResumeToken)
            await index.ApplyAsync(feed.Name, changes, last.ResumeToken, cancellationToken);
        if (changes.Any(change => change is IndexChange.PutRegion or IndexChange.RemoveRegion))
            regions.Invalidate();
        if (last.CaughtUp && !Progress.CaughtUp)
            logger.LogInformation("feed.caught-up: {Feed} at {Position}", feed.Name, last.ResumeToken);
        Update(_ => new FeedProgress(Connected: true, last.CaughtUp, last.ResumeToken, ""));
    }

    private void Update(Func<FeedProgress, FeedProgress> change) => Volatile.Write(ref progress, change(progress));
}
