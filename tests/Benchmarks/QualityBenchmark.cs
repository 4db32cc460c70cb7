using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Fts5;
using Fazhi.Search.Quality;
using Fazhi.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Benchmarks;

/// <summary>How good the results of judged queries are: the service over both engines, and two baselines on the same passages. Without an Elasticsearch what needs one is left out.</summary>
internal static class QualityBenchmark
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var corpus = await JudgedCorpus.ReadAsync();
        var queries = JudgedQuery.ReadAll();
        using var folder = new TempFolder();
        using var embedded = new Fts5SearchIndex(folder.Path, NullLogger.Instance);
        await EngineSystem.FillAsync(embedded, corpus);
        await WriteAsync(new EngineSystem("embedded engine", embedded, corpus), queries);
        await WriteAsync(new PlainBigrams(corpus), queries);
        if (Environment.GetEnvironmentVariable("FAZHI_ELASTICSEARCH") is not { Length: > 0 } address)
        {
            Console.WriteLine("Elasticsearch left out: FAZHI_ELASTICSEARCH names none");
            return;
        }

        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await WriteAsync(await StandardAnalyzer.FillAsync(http, corpus), queries);
        var options = new ElasticsearchOptions { Nodes = [address], IndexPrefix = $"fazhi-quality-{Guid.NewGuid():N}", Replicas = 0 };
        await using var engine = new ElasticsearchSearchIndex(options, TimeProvider.System, NullLogger<ElasticsearchSearchIndex>.Instance);
        await EngineSystem.FillAsync(engine, corpus);
        await engine.MakeVisibleAsync(cancellationToken);
        await WriteAsync(new EngineSystem("Elasticsearch engine", engine, corpus), queries);
    }

    private static async Task WriteAsync(SearchSystem system, IReadOnlyList<JudgedQuery> queries)
    {
        await using (system)
            QualityTable.Write(Console.Out, system.Name, await QualityTable.MeasureAsync(system, queries));
    }
}
