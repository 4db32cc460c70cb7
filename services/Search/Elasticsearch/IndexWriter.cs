using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using Fazhi.Search.Indexing;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Takes changes into one index, and keeps the positions of the feeds that they come from.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="bulk">Sends what is written.</param>
/// <param name="scanner">Finds what a feed has left.</param>
/// <param name="options">How much is sent at once.</param>
/// <param name="logger">Is told of documents that are refused.</param>
internal sealed class IndexWriter(ElasticsearchConnection connection, BulkWriter bulk, DigestScanner scanner, ElasticsearchOptions options, ILogger logger)
{
    private static readonly Meter Meter = new("Fazhi.Search");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("fazhi.search.index.refused", "{document}", "Documents that the index could not take.");

    /// <summary>How far a feed has come. What came from an earlier epoch of it is dropped first, if a reset was interrupted.</summary>
    public async Task<FeedPosition> GetPositionAsync(IndexGeneration index, string feed, CancellationToken cancellationToken)
    {
        var found = await ReadPositionAsync(index, feed, cancellationToken);
        return found.Resetting ? await DropOlderAsync(index, found, cancellationToken) : found;
    }

    /// <summary>Takes in changes, and then writes down how far they reach.</summary>
    /// <returns>The position that is in force now: of a later epoch when another replica has reset the feed meanwhile.</returns>
    public async Task<FeedPosition> ApplyAsync(
        IndexGeneration index, FeedPosition before, IReadOnlyList<IndexChange> changes, string position, bool words, CancellationToken cancellationToken)
    {
        await WriteAsync(index, before, Latest(changes), words, cancellationToken);
        var reached = before with { Position = position };
        return await TryWritePositionAsync(index, reached, cancellationToken) ? reached : await ReadPositionAsync(index, before.Feed, cancellationToken);
    }

    /// <summary>Drops all that came from a feed, and begins a new epoch of it.</summary>
    public async Task<FeedPosition> ResetAsync(IndexGeneration index, FeedPosition now, CancellationToken cancellationToken)
    {
        // First of all, so that what is interrupted is gone on with, and what others still write of the old epoch is refused.
        var reset = new FeedPosition(now.Feed, "", now.Epoch + 1, Resetting: true);
        return await TryWritePositionAsync(index, reset, cancellationToken)
            ? await DropOlderAsync(index, reset, cancellationToken)
            : await GetPositionAsync(index, now.Feed, cancellationToken);
    }

    private async Task<FeedPosition> DropOlderAsync(IndexGeneration index, FeedPosition position, CancellationToken cancellationToken)
    {
        var regions = position.Feed == FeedNames.Units;
        var held = regions ? index.State : index.Documents;
        await connection.SendAsync(HttpMethod.POST, $"/{held}/_refresh", null, cancellationToken);
        await foreach (var names in scanner.ListAsync(held, position.Feed, cancellationToken).Chunk(SearchLimits.NamesRead).WithCancellation(cancellationToken))
        {
            using var lines = new BulkBuffer();
            foreach (var (name, _) in names)
                lines.Delete(held, regions ? StateJson.IdOfRegion(name) : name, position.Version(0), againWins: false);
            await bulk.SendAsync(lines, cancellationToken);
        }
        var done = position with { Resetting = false };
        return await TryWritePositionAsync(index, done, cancellationToken) ? done : await ReadPositionAsync(index, position.Feed, cancellationToken);
    }

    // Requests are on their way while the next one is being written; the versions make their order indifferent.
    private async Task WriteAsync(IndexGeneration index, FeedPosition before, IEnumerable<IndexChange> changes, bool words, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = new List<Task>();
        var lines = new BulkBuffer();
        try
        {
            foreach (var change in changes)
            {
                Write(lines, index, before, change, words);
                if (lines.Bytes < options.BulkBytes && lines.Count < options.BulkItems)
                    continue;
                if (sending.Count >= options.BulkConcurrency)
                    await FirstOfAsync(sending);
                sending.Add(SendAsync(index, lines, giveUp.Token));
                lines = new BulkBuffer();
            }
            sending.Add(SendAsync(index, lines, giveUp.Token));
            while (sending.Count > 0)
                await FirstOfAsync(sending);
        }
        finally
        {
            await giveUp.CancelAsync();
            await Task.WhenAll(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FirstOfAsync(List<Task> sending)
    {
        var first = await Task.WhenAny(sending);
        sending.Remove(first);
        await first;
    }

    private async Task SendAsync(IndexGeneration index, BulkBuffer lines, CancellationToken cancellationToken)
    {
        using (lines)
        {
            var refused = await bulk.SendAsync(lines, cancellationToken);
            if (refused.Count == 0)
                return;
            // Better not found, which a verification shows, than found by what it said before.
            using var removals = new BulkBuffer();
            foreach (var (item, reason) in refused)
            {
                Refused.Add(1);
                logger.LogError("index.refused: {Name} cannot be taken in, {Reason}", lines.NameOf(item), reason);
                removals.Delete(index.Documents, lines.NameOf(item), lines.VersionOf(item), againWins: true);
            }
            await bulk.SendAsync(removals, cancellationToken);
        }
    }

    private static void Write(BulkBuffer lines, IndexGeneration index, FeedPosition feed, IndexChange change, bool words)
    {
        var version = feed.Version(change.Version);
        // Only a change with a number can be told from another one.
        var againWins = change.Version == 0;
        switch (change)
        {
            case IndexChange.PutDocument put:
                lines.Put(index.Documents, put.Document.Name, version, againWins, writer => DocumentJson.Write(writer, feed.Feed, put.Document, words));
                break;
            case IndexChange.RemoveDocument remove:
                lines.Delete(index.Documents, remove.Name, version, againWins);
                break;
            case IndexChange.PutRegion put:
                lines.Put(index.State, StateJson.IdOfRegion(put.Region.Code), version, againWins, writer => StateJson.Write(writer, put.Region));
                break;
            case IndexChange.RemoveRegion remove:
                lines.Delete(index.State, StateJson.IdOfRegion(remove.Code), version, againWins);
                break;
        }
    }

    // Of several changes of one thing the last holds: the items of a bulk request, and several requests, are not carried out in order.
    private static IEnumerable<IndexChange> Latest(IReadOnlyList<IndexChange> changes) => changes
        .GroupBy(change => change switch
        {
            IndexChange.PutDocument put => put.Document.Name,
            IndexChange.RemoveDocument remove => remove.Name,
            IndexChange.PutRegion put => StateJson.IdOfRegion(put.Region.Code),
            IndexChange.RemoveRegion remove => StateJson.IdOfRegion(remove.Code),
            _ => throw new ArgumentOutOfRangeException(nameof(changes), change, "not a kind of change"),
        })
        .Select(group => group.Last());

    private async Task<FeedPosition> ReadPositionAsync(IndexGeneration index, string feed, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(StateJson.IdOfFeed(feed));
        var answer = await connection.FindAsync($"/{index.State}/_doc/{id}", ElasticsearchJson.Default.FeedAnswer, cancellationToken);
        if (answer is null)
            await EnsureThereAsync(index, cancellationToken);
        return answer?.Source ?? FeedPosition.None(feed);
    }

    // 404 has two meanings: nothing of the feed yet, or no index.
    private Task EnsureThereAsync(IndexGeneration index, CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.GET, $"/{index.State},{index.Documents}/_settings/index.uuid", null, cancellationToken);

    // A conflict means that another replica is further, or in a later epoch: only the latter matters.
    private async Task<bool> TryWritePositionAsync(IndexGeneration index, FeedPosition position, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(StateJson.IdOfFeed(position.Feed));
        var path = string.Create(CultureInfo.InvariantCulture, $"/{index.State}/_doc/{id}?version={position.OwnVersion}&version_type=external_gte");
        var body = JsonSerializer.SerializeToNode(position, ElasticsearchJson.Default.FeedPosition);
        return await connection.TrySendAsync(HttpMethod.PUT, path, body, cancellationToken)
            || (await ReadPositionAsync(index, position.Feed, cancellationToken)).Epoch == position.Epoch;
    }
}
