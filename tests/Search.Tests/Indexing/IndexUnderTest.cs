using Fazhi.Search.Indexing;
using Fazhi.Search.Query;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>An engine's index in the few words that tests are written in. Every change gets a higher version than those before.</summary>
internal sealed class IndexUnderTest(IEngineFixture engine) : IAsyncDisposable
{
    private int position;

    public SearchIndex Index => engine.Index;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task PutAsync(params IndexedDocument[] documents) =>
        ApplyAsync([.. documents.Select(document => new IndexChange.PutDocument(document))]);

    public Task RemoveAsync(string name) => ApplyAsync(new IndexChange.RemoveDocument(name));

    public Task ApplyAsync(params IndexChange[] changes)
    {
        var batch = ++position;
        return ApplyAsync(FeedNames.Plans, $"feed/{batch}", [.. changes.Select((change, i) => change with { Version = (batch * 1000L) + i })]);
    }

    /// <summary>As given, versions and position included.</summary>
    public async Task ApplyAsync(string feed, string at, params IndexChange[] changes)
    {
        await Index.ApplyAsync(feed, changes, at, Token);
        await engine.RefreshAsync();
    }

    public Task<SearchResults> SearchAsync(string words, QueryFilter? filter = null) =>
        SearchAsync(new SearchQuery { Match = Trees.Words(words), Filter = filter ?? QueryFilter.None });

    public Task<SearchResults> SearchAsync(SearchQuery query) => Index.SearchAsync(query, Token);

    public async Task<string[]> NamesAsync(string words, QueryFilter? filter = null) =>
        [.. (await SearchAsync(words, filter)).Rows.Select(hit => hit.Document.Name)];

    public async Task<List<DocumentHit>> ScanAsync(SearchQuery query)
    {
        var rows = new List<DocumentHit>();
        await foreach (var row in Index.ScanAsync(query, Token))
            rows.Add(row);
        return rows;
    }

    public async Task<List<ContentDigest>> DigestsAsync(string feed)
    {
        var digests = new List<ContentDigest>();
        await foreach (var digest in Index.ListDigestsAsync(feed, Token))
            digests.Add(digest);
        return digests;
    }

    public Task RefreshAsync() => engine.RefreshAsync();

    public Task ReopenAsync() => engine.ReopenAsync();

    public Task BreakAsync() => engine.BreakAsync();

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
