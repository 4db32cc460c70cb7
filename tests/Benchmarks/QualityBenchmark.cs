using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Fts5;
using Fazhi.Search.Quality;
using Fazhi.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Benchmarks;

/// <summary>How good the results of judged queries are: the service over both engines, and two baselines on the same passages.</summary>
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
        await using var node = await ElasticsearchNode.StartAsync();
        await WriteAsync(await StandardAnalyzer.FillAsync(node.Http, corpus), queries);
        var options = new ElasticsearchOptions { Nodes = [node.Address.GetLeftPart(UriPartial.Authority)], IndexPrefix = $"fazhi-quality-{Guid.NewGuid():N}", Replicas = 0 };
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
