using System.Threading.Channels;
using Fazhi.Hosting;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Requests;
using Fazhi.Search.V1;

namespace Fazhi.Search.SavedSearches;

/// <summary>
/// Holds what changes against the saved searches, after it is in the index. How far it has come with each feed is written together with what it found: after
/// a crash a feed is read again from there, and a document that is held against a search twice is found once.
/// </summary>
internal sealed class MatchEvaluator(
    SavedSearchStore store, SearchIndex index, SearchRequestReader requests, WebhookSignal posts, ILogger<MatchEvaluator> logger) : BackgroundService
{
    private const int MaxNames = 1_000;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(50);

    // A search is saved between two changes, never while one is handed over: it is held against the change, or has found it in the index.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Where a feed is to be gone on with: where the index has come, or before that if something of it has not been held against the searches.</summary>
    public async Task<string> StartAsync(string feed, string position, CancellationToken cancellationToken) =>
        await store.EvaluatedAsync(feed, cancellationToken) is { } evaluated && FeedPosition.HasReached(position, evaluated) ? evaluated : position;

    /// <summary>Takes changes that are in the index now.</summary>
    public async Task AddAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await store.IsEmptyAsync(cancellationToken))
                return;
        }
        finally
        {
            turn.Release();
        }
        await queue.Writer.WriteAsync(new Work(feed, changes, position), cancellationToken);
    }

    /// <summary>A feed begins anew: all of it is to be held against the searches.</summary>
    public Task ResetAsync(string feed, CancellationToken cancellationToken) => AddAsync(feed, [], "", cancellationToken);

    /// <summary>Does something that the searches depend on, with the documents that match a request now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="work">Is given their names, and how far the index had come with each feed before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FazhiException">FAILED_PRECONDITION: too many match.</exception>
    public async Task<T> WithMembersAsync<T>(
        SearchRequest request, Func<IReadOnlyCollection<string>, IReadOnlyDictionary<string, string>, Task<T>> work, CancellationToken cancellationToken)
    {
        var query = await ReadAsync(request, cancellationToken);
        await turn.WaitAsync(cancellationToken);
        try
        {
            var positions = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var feed in (string[])[FeedNames.Plans, FeedNames.Reports])
                positions[feed] = await index.GetPositionAsync(feed, cancellationToken);
            await index.MakeVisibleAsync(cancellationToken);
            var names = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var hit in index.ScanAsync(query with { KeysOnly = true }, cancellationToken))
            {
                names.Add(hit.Document.Name);
                if (names.Count > SavedSearchStore.MaxMembers)
                {
                    throw FazhiException.FailedPrecondition(
                        "SEARCH_TOO_BROAD", $"现有超过 {SavedSearchStore.MaxMembers} 篇文档符合此检索，新文档的提醒没有意义：请缩小范围后再保存");
                }
            }
            return await work(names, positions);
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        turn.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = Drain();
            while (!await TryAsync(batch, stoppingToken))
            {
                await Task.Delay(pause, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            pause = ShortestPause;
        }
    }

    private List<Work> Drain()
    {
        var batch = new List<Work>();
        var count = 0;
        while (count < MaxNames && queue.Reader.TryRead(out var work))
        {
            batch.Add(work);
            count += work.Changes.Count;
        }
        return batch;
    }

    private async Task<bool> TryAsync(List<Work> batch, CancellationToken cancellationToken)
    {
        try
        {
            await EvaluateAsync(batch, cancellationToken);
            return true;
        }
        // What was not held against the searches would be lost to them.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "matches.failed: tried again");
            return false;
        }
    }

    private async Task EvaluateAsync(List<Work> batch, CancellationToken cancellationToken)
    {
        var positions = new Dictionary<string, string>(StringComparer.Ordinal);
        var removed = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var work in batch)
        {
            // An index that was made anew is read in again from the beginning: most of it has been looked at long ago.
            var known = await store.EvaluatedAsync(work.Feed, cancellationToken) ?? "";
            if (work.Position.Length > 0 && known.Length > 0 && FeedPosition.HasReached(known, work.Position))
                continue;
            positions[work.Feed] = work.Position;
            foreach (var change in work.Changes)
            {
                if (NameOf(change) is { } name)
                    removed[name] = change is IndexChange.RemoveDocument;
            }
        }
        if (positions.Count == 0)
            return;

        var matching = new List<(KeptSearch, IReadOnlySet<string>)>();
        if (removed.Count > 0)
        {
            await index.MakeVisibleAsync(cancellationToken);
            foreach (var search in await store.AllAsync(cancellationToken))
            {
                if (await MatchingAsync(search, removed.Keys, cancellationToken) is { } names)
                    matching.Add((search, names));
            }
        }
        await store.RecordAsync(new MatchBatch(positions, removed.Keys, [.. removed.Where(pair => pair.Value).Select(pair => pair.Key)], matching), cancellationToken);
        posts.Set();
    }

    private async Task<HashSet<string>?> MatchingAsync(KeptSearch search, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        SearchQuery query;
        try
        {
            query = await ReadAsync(search.Request, cancellationToken);
        }
        catch (FazhiException error) when (error.Code == Grpc.Core.StatusCode.InvalidArgument)
        {
            logger.LogWarning("matches.unreadable: {Search}: {Error}", search.Name, error.Message);
            return null;
        }

        var wanted = query.Filter.Names.Count == 0 ? names : [.. names.Intersect(query.Filter.Names, StringComparer.Ordinal)];
        if (wanted.Count == 0)
            return [];
        var found = await index.SearchAsync(
            query with { Filter = query.Filter with { Names = [.. wanted] }, Offset = 0, Limit = wanted.Count, KeysOnly = true }, cancellationToken);
        return found.Rows.Select(row => row.Document.Name).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<SearchQuery> ReadAsync(SearchRequest request, CancellationToken cancellationToken) =>
        (await requests.ReadAsync(request, cancellationToken)).Query with { Rows = ResultRows.Documents, Sort = SortOrder.Newest, Facets = [] };

    private static string? NameOf(IndexChange change) => change switch
    {
        IndexChange.PutDocument put => put.Document.Name,
        IndexChange.RemoveDocument remove => remove.Name,
        _ => null,
    };

    private sealed record Work(string Feed, IReadOnlyList<IndexChange> Changes, string Position);
}
