using System.Diagnostics;
using Fazhi.Search.Feeds;
using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Search.Requests;
using Fazhi.Search.Results;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Benchmarks.Searching;

/// <summary>The embedded engine. Its raw side is the engine itself in the process of the benchmark: the same queries, no socket and no service.</summary>
internal sealed class EmbeddedEngine : MeasuredEngine
{
    public override string Name => "embedded";

    public override double SearchTarget => 1.5;

    public override string RawIndexing => "the writer alone, on passages made beforehand";

    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Fazhi__Search__Engine"] = "fts5" };

    public override async Task<RawSearches> PrepareAsync(CorpusFeeds feeds, int documents, IReadOnlyList<SearchRequest> requests, CancellationToken cancellationToken)
    {
        var folder = new TempFolder();
        var host = await RealHost.StartAsync(Search.Program.Build, folder.Path, [
            .. ((string[])["Plans", "Reports", "Units"]).Select(name => $"--Fazhi:Services:{name}={feeds.Address}"),
            // That it lags behind while it takes in is no news.
            "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None",
        ]);
        await SearchPlatform.WaitUntilFindableAsync(host.Client<SearchService.SearchServiceClient>(), documents, cancellationToken);
        var reader = host.Services.GetRequiredService<SearchRequestReader>();
        var read = new List<ReadSearch>();
        foreach (var request in requests)
            read.Add(await reader.ReadAsync(request, cancellationToken));
        return new InProcess(host, folder, read);
    }

    public override async Task<TimeSpan> IndexAsync(IReadOnlyList<IndexedDocument> documents, int warmUp, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        using var index = new Fts5SearchIndex(folder.Path, NullLogger.Instance);
        await TakeInAsync(index, documents.Take(warmUp), cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        await TakeInAsync(index, documents.Skip(warmUp), cancellationToken);
        return Stopwatch.GetElapsedTime(begin);
    }

    public override Task<long> SizeAsync(SearchPlatform platform, CancellationToken cancellationToken) =>
        Task.FromResult(new DirectoryInfo(Path.Combine(platform.Data, "index")).EnumerateFiles().Sum(file => file.Length));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Each feed in order, both at the same time, as the service does.
    private static Task TakeInAsync(Fts5SearchIndex index, IEnumerable<IndexedDocument> documents, CancellationToken cancellationToken) =>
        Task.WhenAll(documents.GroupBy(FeedOf).Select(async feed =>
        {
            foreach (var batch in feed.Chunk(FeedReader.MaxBatchCount))
                await index.ApplyAsync(feed.Key, [.. batch.Select(document => new IndexChange.PutDocument(document))], batch[^1].Name, cancellationToken);
        }));

    private sealed class InProcess(RealHost host, TempFolder folder, IReadOnlyList<ReadSearch> searches) : RawSearches
    {
        private readonly SearchIndex index = host.Services.GetRequiredService<SearchIndex>();

        // What the service asks of its index: see ResultFinder.
        public override async Task SearchAsync(int number, CancellationToken cancellationToken)
        {
            var search = searches[number % searches.Count];
            var found = await index.SearchAsync(search.Asked.Query with { Limit = Math.Max(ResultFinder.Window, search.Query.Limit) }, cancellationToken);
            if (found.TotalRows < search.Query.Limit && search.Partial() is { } partial)
                await index.SearchAsync(partial.Query with { Limit = Math.Max(ResultFinder.Window, search.Query.Limit) }, cancellationToken);
        }

        public override async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            folder.Dispose();
        }
    }
}
