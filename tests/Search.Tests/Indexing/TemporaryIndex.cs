using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>An index in a folder of its own that goes with it.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fazhi-search-").FullName;
    private Fts5SearchIndex index;
    private int position;

    public TemporaryIndex() => index = Open();

    public SearchIndex Index => index;

    public Fts5SearchIndex Fts5 => index;

    public string Path => System.IO.Path.Combine(folder, "index.db");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TemporaryIndex> WithAsync(params IndexedDocument[] documents)
    {
        var temporary = new TemporaryIndex();
        await temporary.PutAsync(documents);
        return temporary;
    }

    public Task PutAsync(params IndexedDocument[] documents) =>
        ApplyAsync([.. documents.Select(document => new IndexChange.PutDocument(document))]);

    public Task RemoveAsync(string name) => ApplyAsync(new IndexChange.RemoveDocument(name));

    public Task ApplyAsync(params IndexChange[] changes) =>
        index.ApplyAsync(FeedNames.Plans, changes, $"feed/{++position}", Token);

    public Task<SearchResults> SearchAsync(string query, QueryFilter? filter = null) =>
        SearchAsync(new SearchQuery { Match = QueryParser.Parse(query), Filter = filter ?? QueryFilter.None });

    public Task<SearchResults> SearchAsync(SearchQuery query) => index.SearchAsync(query, Token);

    public async Task<string[]> NamesAsync(string query, QueryFilter? filter = null) =>
        [.. (await SearchAsync(query, filter)).Rows.Select(hit => hit.Document.Name)];

    /// <summary>Closes the file, lets something be done to it, and opens it again.</summary>
    public void Reopen(Action<string>? meanwhile = null)
    {
        index.Dispose();
        meanwhile?.Invoke(Path);
        index = Open();
    }

    public void Dispose()
    {
        index.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Fts5SearchIndex Open() => new(new Fts5Database(Path, NullLogger.Instance));
}
