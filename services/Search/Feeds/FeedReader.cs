using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Fazhi.Search.Feeds;

/// <summary>
/// Reads a feed ahead of who takes it in. What arrives while a batch is being taken in becomes the next: one change alone is given at once, and a replay
/// in large batches, without any timer.
/// </summary>
internal sealed class FeedReader(ChangeFeed feed)
{
    /// <summary>The most messages of a batch.</summary>
    public const int MaxBatchCount = 200;

    private const long MaxBatchBytes = 32 * 1024 * 1024;

    private readonly Channel<FeedMessage> messages = Channel.CreateBounded<FeedMessage>(MaxBatchCount);

    /// <summary>When the oldest message arrived that has not been given yet; null when there is none.</summary>
    public long? OldestWaiting => messages.Reader.TryPeek(out var oldest) ? oldest.Arrived : null;

    /// <summary>The messages after a position, in order, none empty. To be called once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FeedMessage>> BatchesAsync(string position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reader = ReadAsync(position, reading.Token);
        try
        {
            while (await messages.Reader.WaitToReadAsync(cancellationToken))
                yield return Drain();
        }
        finally
        {
            await reading.CancelAsync();
            await reader;
        }
    }

    // Its errors reach the one who takes in through the channel, after everything that arrived before.
    private async Task ReadAsync(string position, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in feed.WatchAsync(position, cancellationToken))
                await messages.Writer.WriteAsync(message, cancellationToken);
            messages.Writer.Complete();
        }
        catch (Exception error)
        {
            messages.Writer.Complete(error);
        }
    }

    private List<FeedMessage> Drain()
    {
        var batch = new List<FeedMessage>();
        long bytes = 0;
        while (batch.Count < MaxBatchCount && bytes < MaxBatchBytes && messages.Reader.TryRead(out var message))
        {
            batch.Add(message);
            bytes += message.Size;
        }
        return batch;
    }
}
