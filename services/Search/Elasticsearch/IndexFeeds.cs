using System.Collections.Concurrent;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Elasticsearch;

/// <summary>The feeds of one <see cref="IndexTarget"/>: remembers in which epoch each is, so that it need not be asked for with every batch.</summary>
internal sealed class IndexFeeds(IndexWriter writer, Func<IndexGeneration, CancellationToken, ValueTask<bool>> hasWords)
{
    private readonly ConcurrentDictionary<(string Index, string Feed), FeedPosition> known = new();

    /// <inheritdoc cref="IndexTarget.GetPositionAsync"/>
    public async Task<string> GetPositionAsync(IndexGeneration index, string feed, CancellationToken cancellationToken) =>
        (known[(index.State, feed)] = await writer.GetPositionAsync(index, feed, cancellationToken)).Position;

    /// <inheritdoc cref="IndexTarget.ApplyAsync"/>
    public async Task ApplyAsync(IndexGeneration index, string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken)
    {
        var from = await KnownAsync(index, feed, cancellationToken);
        var reached = await writer.ApplyAsync(index, from, changes, position, await hasWords(index, cancellationToken), cancellationToken);
        known[(index.State, feed)] = reached;
        // What was just written counts for nothing: the one who writes must begin again where the feed is now.
        if (reached.Epoch != from.Epoch)
            throw FazhiException.Unavailable(TimeSpan.FromMilliseconds(100), "变更流已由另一个副本重置，将从新的位置续传", "FEED_EPOCH_CHANGED");
    }

    /// <inheritdoc cref="IndexTarget.ResetAsync"/>
    public async Task ResetAsync(IndexGeneration index, string feed, CancellationToken cancellationToken)
    {
        var from = await KnownAsync(index, feed, cancellationToken);
        var now = await writer.GetPositionAsync(index, feed, cancellationToken);
        // Another replica has begun the epoch already that this one wants to begin.
        known[(index.State, feed)] = now.Epoch > from.Epoch ? now : await writer.ResetAsync(index, now, cancellationToken);
    }

    private async Task<FeedPosition> KnownAsync(IndexGeneration index, string feed, CancellationToken cancellationToken) =>
        known.TryGetValue((index.State, feed), out var position) ? position : known[(index.State, feed)] = await writer.GetPositionAsync(index, feed, cancellationToken);
}
