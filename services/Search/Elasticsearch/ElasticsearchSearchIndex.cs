using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>The engine for many machines: an Elasticsearch cluster, 8 or newer. It need not be there yet when the service starts.</summary>
internal sealed class ElasticsearchSearchIndex : SearchIndex, IAsyncDisposable
{
    private const int PhrasesCounted = 64;
    private const int PlacesFound = 1_000;
    private const int RegionsRead = 5_000;

    private readonly ElasticsearchConnection connection;
    private readonly IndexCatalog catalog;
    private readonly IndexWriter writer;
    private readonly DigestScanner digests;
    private readonly Refresher refresher;
    private readonly IndexFeeds feeds;
    private readonly ConcurrentDictionary<string, bool> withWords = new(StringComparer.Ordinal);

    public ElasticsearchSearchIndex(ElasticsearchOptions options, TimeProvider time, ILogger<ElasticsearchSearchIndex> logger)
    {
        connection = new ElasticsearchConnection(options);
        catalog = new IndexCatalog(connection, options, time, logger);
        digests = new DigestScanner(connection);
        writer = new IndexWriter(connection, new BulkWriter(connection, options, time), digests, options, logger);
        refresher = new Refresher(connection, catalog, time, logger);
        feeds = new IndexFeeds(writer, HasWordsAsync);
    }

    public override string Engine => "elasticsearch";

    public override string Generation => refresher.Generation;

    public override CancellationToken InUse => catalog.InUse;

    /// <summary>The index is not the one that it was, or is gone: asked again, the one that there is now answers.</summary>
    public static FazhiException Replaced(ElasticsearchException error) =>
        FazhiException.Unavailable(TimeSpan.FromSeconds(1), "索引刚被替换或删除，请稍后再试", "INDEX_REPLACED", error);

    public override Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) => WithIndexAsync(
        async index =>
        {
            await feeds.ApplyAsync(index, feed, changes, position, cancellationToken);
            refresher.Notify();
            return true;
        },
        cancellationToken);

    public override Task ResetAsync(string feed, CancellationToken cancellationToken) => WithIndexAsync(
        async index =>
        {
            await feeds.ResetAsync(index, feed, cancellationToken);
            // What is dropped is of a store that is gone: not to be found any longer.
            refresher.Notify();
            await refresher.RefreshAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    public override Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken) =>
        WithIndexAsync(index => feeds.GetPositionAsync(index, feed, cancellationToken), cancellationToken);

    public override Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken) =>
        WithIndexAsync(index => CountAsync(connection, index, cancellationToken), cancellationToken);

    public override Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        WithIndexAsync(async index => await (await ReaderAsync(index, cancellationToken)).SearchAsync(query, cancellationToken), cancellationToken);

    public override async IAsyncEnumerable<DocumentHit> ScanAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = await WithIndexAsync(index => ReaderAsync(index, cancellationToken), cancellationToken);
        await foreach (var row in Guarded(reader.ScanAsync(query, cancellationToken), cancellationToken))
            yield return row;
    }

    public override Task<IndexedDocument?> GetDocumentAsync(string name, CancellationToken cancellationToken) => WithIndexAsync(async index => await (await ReaderAsync(index, cancellationToken)).GetDocumentAsync(name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Exact. Only documents that have the phrase are looked into.</remarks>
    public override Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<TokenPhrase> phrases, CancellationToken cancellationToken) => WithIndexAsync<IReadOnlyList<long>>(
        async index =>
        {
            var counts = new List<long>(phrases.Count);
            foreach (var part in phrases.Chunk(PhrasesCounted))
            {
                var answer = await connection.SendManyAsync($"/{index.Documents}/_msearch", part.SelectMany(CountLines), cancellationToken);
                foreach (var one in answer.Responses)
                {
                    counts.Add(one.Error is { } error
                        ? throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), "搜索引擎繁忙或暂时不能服务", "ENGINE_BUSY", new ElasticsearchException(one.Status, "_msearch", error))
                        : one.Aggregations.GetProperty("passages").GetProperty("matching").GetProperty("doc_count").GetInt64());
                }
            }
            return counts;
        },
        cancellationToken);

    public override async IAsyncEnumerable<ContentDigest> ListDigestsAsync(string feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = await catalog.GetCurrentAsync(cancellationToken);
        // Of documents what searches see, by the alias that they go by.
        var held = feed == FeedNames.Units ? index.State : catalog.Names.Read;
        await foreach (var digest in Guarded(digests.ListAsync(held, feed, cancellationToken), cancellationToken))
            yield return digest;
    }

    /// <inheritdoc/>
    /// <remarks>Those that were just taken in are there, too: who is told that regions have changed reads them once.</remarks>
    public override Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken) => WithIndexAsync<IReadOnlyList<Region>>(
        async index =>
        {
            await connection.SendAsync(HttpMethod.POST, $"/{index.State}/_refresh", null, cancellationToken);
            var regions = new List<Region>();
            JsonArray? after = null;
            while (true)
            {
                var body = new JsonObject
                {
                    ["size"] = RegionsRead,
                    ["query"] = new JsonObject { ["exists"] = new JsonObject { ["field"] = "name" } },
                    ["sort"] = new JsonArray { "name" },
                };
                if (after is not null)
                    body["search_after"] = after;
                var answer = await connection.SendAsync(HttpMethod.POST, $"/{index.State}/_search", body, ElasticsearchJson.Default.SearchAnswer, cancellationToken);
                regions.AddRange(answer.Hits.Hits.Select(hit => hit.Source!.Shown.Deserialize(ElasticsearchJson.Default.Region)!));
                if (answer.Hits.Hits.Count < RegionsRead)
                    return regions;
                after = answer.Hits.Hits[^1].SortValues();
            }
        },
        cancellationToken);

    public override Task<IReadOnlyList<string>> FindPlacesAsync(string text, CancellationToken cancellationToken) => WithIndexAsync<IReadOnlyList<string>>(
        async index =>
        {
            var endings = Enumerable.Range(0, text.Length).Select(start => text[start..]);
            var body = new JsonObject
            {
                ["size"] = 0,
                ["query"] = QueryJson.Filter([QueryJson.Terms("place", endings)]),
                ["aggs"] = new JsonObject
                {
                    ["keys"] = new JsonObject
                    {
                        ["terms"] = new JsonObject { ["field"] = "place_key", ["size"] = PlacesFound, ["order"] = new JsonObject { ["_key"] = "asc" } },
                    },
                },
            };
            var answer = await connection.SendAsync(HttpMethod.POST, $"/{index.Documents}/_search", body, ElasticsearchJson.Default.SearchAnswer, cancellationToken);
            return [.. answer.Aggregations.GetProperty("keys").GetProperty("buckets").EnumerateArray().Select(bucket => bucket.GetProperty("key").GetString()!)];
        },
        cancellationToken);

    public override Task MakeVisibleAsync(CancellationToken cancellationToken) => refresher.RefreshAsync(cancellationToken);

    public override Task<IndexBuild> OpenBuildAsync(bool restart, CancellationToken cancellationToken) => WithIndexAsync<IndexBuild>(
        async _ =>
        {
            var build = await catalog.OpenBuildAsync(restart, cancellationToken);
            return new ElasticsearchBuild(connection, catalog, refresher, build, new IndexFeeds(writer, HasWordsAsync));
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await refresher.DisposeAsync();
        catalog.Dispose();
        connection.Dispose();
    }

    /// <summary>How much an index holds.</summary>
    public static async Task<IndexStatistics> CountAsync(ElasticsearchConnection connection, IndexGeneration index, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = true,
            ["aggs"] = new JsonObject { ["count"] = new JsonObject { ["sum"] = new JsonObject { ["field"] = "passage_count" } } },
        };
        var answer = await connection.SendAsync(
            HttpMethod.POST, $"/{index.Documents}/_search?allow_partial_search_results=false", body, ElasticsearchJson.Default.SearchAnswer, cancellationToken);
        return new IndexStatistics(answer.Hits.Total!.Value, FacetJson.PassageCount(answer.Aggregations));
    }

    // The alias, so that an index that is put in use meanwhile is searched at once.
    private async Task<IndexReader> ReaderAsync(IndexGeneration index, CancellationToken cancellationToken) =>
        new(connection, catalog.Names.Read, await HasWordsAsync(index, cancellationToken));

    private async ValueTask<bool> HasWordsAsync(IndexGeneration index, CancellationToken cancellationToken) =>
        withWords.TryGetValue(index.Documents, out var known)
            ? known
            : withWords[index.Documents] = await catalog.HasWordsAsync(index.Documents, cancellationToken);

    private async Task<T> WithIndexAsync<T>(Func<IndexGeneration, Task<T>> use, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await use(await catalog.GetCurrentAsync(cancellationToken));
        }
        catch (ElasticsearchException error)
        {
            if (!await IsReplacedAsync(error, cancellationToken))
                throw;
            throw Replaced(error);
        }
    }

    // What an index refuses that is searched by mistake is no fault of the query.
    private async Task<bool> IsReplacedAsync(ElasticsearchException error, CancellationToken cancellationToken)
    {
        if (!error.IsIndexMissing)
            return await catalog.CheckAsync(cancellationToken);
        catalog.Forget();
        return true;
    }

    private async IAsyncEnumerable<T> Guarded<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var all = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await all.MoveNextAsync())
                    yield break;
            }
            catch (ElasticsearchException error)
            {
                if (!await IsReplacedAsync(error, cancellationToken))
                    throw;
                throw Replaced(error);
            }
            yield return all.Current;
        }
    }

    private static IEnumerable<string> CountLines(TokenPhrase phrase)
    {
        var passages = new JsonObject
        {
            ["nested"] = new JsonObject { ["path"] = "passages" },
            ["aggs"] = new JsonObject { ["matching"] = new JsonObject { ["filter"] = QueryJson.InBody(phrase) } },
        };
        var having = new JsonObject { ["nested"] = new JsonObject { ["path"] = "passages", ["score_mode"] = "none", ["query"] = QueryJson.InBody(phrase) } };
        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["query"] = QueryJson.Filter([having]),
            ["aggs"] = new JsonObject { ["passages"] = passages },
        };
        return ["""{"allow_partial_search_results":false}""", body.ToJsonString()];
    }
}
