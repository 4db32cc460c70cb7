using Fazhi.Benchmarks.Searching;
using Fazhi.Search.V1;
using Fazhi.Testing;

namespace Fazhi.Benchmarks;

/// <summary>
/// Searches of seven classes in turn by each engine: raw, straight to the service, and through the gateway, each a search that was not answered before;
/// and through the gateway once more where the answer was kept.
/// </summary>
internal static class SearchBenchmark
{
    private const string Raw = "raw engine";
    private const string Gateway = "through the gateway";

    // So many kept answers are asked for again and again.
    private const int Kept = 100;

    public static Task RunAsync(BenchmarkOptions options, CancellationToken cancellationToken) =>
        MeasuredEngine.ForEachAsync(options, engine => RunAsync(engine, options.Documents, cancellationToken));

    private static async Task RunAsync(MeasuredEngine engine, int documents, CancellationToken cancellationToken)
    {
        var corpus = new SearchCorpus(1);
        var requests = new SearchRequests(corpus, documents);
        await using var feeds = await CorpusFeeds.StartAsync(corpus.Generate);
        feeds.GrowTo(documents);
        await using var platform = await SearchPlatform.StartAsync(feeds, engine.Settings, cancellationToken);
        await SearchPlatform.WaitUntilFindableAsync(platform.Service, documents, cancellationToken);
        var gateway = await platform.StartGatewayAsync(cancellationToken);
        await using var raw = await engine.PrepareAsync(feeds, documents, [.. Enumerable.Range(0, SearchRequests.Count).Select(number => requests.Of(number))], cancellationToken);

        var rows = new List<(string Name, Latencies Measured)>();
        // Of each search an edition that was not asked for before; warming up takes one more.
        var edition = -1;
        // A process that has just started compiles its code again while it is measured: as seldom as it is started, that is not its speed.
        foreach (var call in (Func<int, CancellationToken, Task>[])[raw.SearchAsync, Calls(platform.Service, edition += 2), Calls(gateway, edition += 2)])
            await Latencies.MeasureAsync(call, clients: 2, SearchRequests.Count, cancellationToken);
        foreach (var clients in new[] { 1, 16, 64 })
        {
            await AddAsync(Raw, raw.SearchAsync);
            await AddAsync("straight to the service", Calls(platform.Service, edition += 2));
            await AddAsync(Gateway, Calls(gateway, edition += 2));
            await AddAsync("through the gateway, answer kept", KeptCalls(gateway, edition));

            async Task AddAsync(string name, Func<int, CancellationToken, Task> call)
            {
                var measured = await Latencies.MeasureAsync(call, clients, SearchRequests.Count, cancellationToken);
                Report.Progress(name, measured);
                rows.Add((name, measured));
            }
        }

        var held = await platform.Service.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: cancellationToken);
        Report.Title($"Search, {engine.Name}, {held.DocumentCount} documents, {held.PassageCount} passages; target: {Gateway} at p50 at most {Report.Number(engine.SearchTarget, "0.0")} of {Raw}");
        Report.Table(rows, Raw);
        Report.Title($"The same at 1 client, by class of search");
        foreach (var (number, name) in SearchRequests.Classes.Index())
        {
            Console.WriteLine($"  {name}");
            Report.Table([.. rows.Where(row => row.Measured.Clients == 1).Select(row => (row.Name, row.Measured.Of(call => SearchRequests.ClassOf(call) == number)))], Raw);
        }

        Func<int, CancellationToken, Task> Calls(SearchService.SearchServiceClient client, int asked) =>
            async (number, token) => await client.SearchAsync(requests.Of(number, asked), cancellationToken: token);

        Func<int, CancellationToken, Task> KeptCalls(SearchService.SearchServiceClient client, int asked) =>
            async (number, token) => await client.SearchAsync(requests.Of(number % Kept, asked), cancellationToken: token);
    }
}
