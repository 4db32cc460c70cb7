using Fazhi.Search.Fts5;
using Fazhi.Search.Query;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Benchmarks;

/// <summary>
/// Search through the gateway, directly at the service, by the engine in process, and as the bare FTS5 statement in process, on the
/// same index file, in two sizes.
/// </summary>
internal static class SearchBenchmark
{
    private const int Calls = 400;

    private static readonly (string Kind, string Query)[] Queries = [("common word", "行政复议"), ("two words", "营商环境 台账"), ("rare phrase", "\"登记为样本零零零零二之零零一\"")];

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var count in new[] { 500, 2_000 })
        {
            await using var platform = await RunningPlatform.StartAsync();
            await Imports.RunAsync(platform, new DocumentGenerator(2).Take(count), clients: 4, cancellationToken);
            await Imports.WaitUntilIndexedAsync(platform, count, cancellationToken);

            var folder = Path.Combine(platform.Data, "search");
            var path = Directory.GetFiles(folder, "index*.db").Single();
            using var index = new Fts5SearchIndex(folder, NullLogger.Instance);
            foreach (var (kind, query) in Queries)
            {
                var found = await new SearchService.SearchServiceClient(platform.Channel("search")).SearchAsync(new SearchRequest { Query = query }, cancellationToken: cancellationToken);
                Report.Title($"Search in {count} documents, {kind}: {found.TotalSize} documents, {found.TotalPassages} passages match");
                await CompareAsync(platform, index, path, query, cancellationToken);
            }
        }
    }

    private static async Task CompareAsync(RunningPlatform platform, Fts5SearchIndex index, string path, string query, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Query = query };
        var search = new SearchQuery { Match = QueryParser.Parse(query) };
        var direct = new SearchService.SearchServiceClient(platform.Channel("search"));
        var gateway = new SearchService.SearchServiceClient(platform.Channel("gateway"));
        (string Name, Func<CancellationToken, Task> Call)[] ways =
        [
            ("fts5", token => Task.Run(() => Statement(path, string.Join(" AND ", search.Match!.WantedTerms.Select(Fts5Match.Of))), token)),
            ("engine", token => index.SearchAsync(search, token)),
            ("direct", async token => await direct.SearchAsync(request, cancellationToken: token)),
            ("gateway", async token => await gateway.SearchAsync(request, cancellationToken: token)),
        ];
        var rows = new List<(string, Latencies)>();
        foreach (var clients in new[] { 1, 16 })
        {
            foreach (var (name, call) in ways)
                rows.Add((name, await Latencies.MeasureAsync(call, clients, Calls, cancellationToken)));
        }

        Report.Table(rows, "fts5");
    }

    /// <summary>What any search by FTS5 cannot do without: finding and scoring every passage that matches.</summary>
    private static long Statement(string path, string match)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, rank FROM passage_tokens WHERE passage_tokens MATCH $match ORDER BY rowid";
        command.Parameters.AddWithValue("$match", match);
        using var reader = command.ExecuteReader();
        var rows = 0L;
        while (reader.Read())
            rows++;
        return rows;
    }
}
