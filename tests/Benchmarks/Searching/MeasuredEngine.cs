using Fazhi.Search.Indexing;
using Fazhi.Search.V1;

namespace Fazhi.Benchmarks.Searching;

/// <summary>An engine of the search service, and the same work without the service: what the figures are held against.</summary>
internal abstract class MeasuredEngine : IAsyncDisposable
{
    /// <summary>What it is called in tables.</summary>
    public abstract string Name { get; }

    /// <summary>How many times as long as the raw engine a search through the gateway may take at most, at the median.</summary>
    public abstract double SearchTarget { get; }

    /// <summary>What the raw side of taking in is.</summary>
    public abstract string RawIndexing { get; }

    /// <summary>Tells the service to use it, as environment variables.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Prepares the raw searches.</summary>
    /// <param name="feeds">What the index holds.</param>
    /// <param name="documents">How many documents that is.</param>
    /// <param name="requests">The searches of the service.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<RawSearches> PrepareAsync(CorpusFeeds feeds, int documents, IReadOnlyList<SearchRequest> requests, CancellationToken cancellationToken);

    /// <summary>Takes documents in without the service. What can be made of them beforehand is made before the time begins.</summary>
    /// <param name="documents">Plans and reports.</param>
    /// <param name="warmUp">How many of them come before the time begins.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<TimeSpan> IndexAsync(IReadOnlyList<IndexedDocument> documents, int warmUp, CancellationToken cancellationToken);

    /// <summary>Has a server of its own take in documents for nothing before it is measured.</summary>
    public virtual Task WarmUpAsync(IReadOnlyList<IndexedDocument> documents, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Bytes of the service's index on disk.</summary>
    public abstract Task<long> SizeAsync(SearchPlatform platform, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Both, one after the other, or the one that is asked for; the one that cannot be started here is said to be left out.</summary>
    public static async Task ForEachAsync(BenchmarkOptions options, Func<MeasuredEngine, Task> measure)
    {
        if (options.Engine != "elasticsearch")
        {
            await using var embedded = new EmbeddedEngine();
            await measure(embedded);
        }
        if (options.Engine == "fts5")
            return;

        ElasticsearchEngine elasticsearch;
        try
        {
            elasticsearch = await ElasticsearchEngine.StartAsync();
        }
        catch (Xunit.Sdk.SkipException error)
        {
            Report.Title($"Elasticsearch is left out: {error.Message.Replace("$XunitDynamicSkip$", "", StringComparison.Ordinal)}");
            return;
        }
        await using (elasticsearch)
            await measure(elasticsearch);
    }

    /// <summary>The feed that a document comes from.</summary>
    protected static string FeedOf(IndexedDocument document) => document.Summary.Type == Documents.V1.DocumentType.Plan ? FeedNames.Plans : FeedNames.Reports;
}
