using System.Diagnostics;
using Fazhi.Benchmarks.Searching;
using Fazhi.Search.V1;
using Fazhi.Testing;

namespace Fazhi.Benchmarks;

/// <summary>What an index costs as it grows: taking a document in, its size on disk, and a search of each class, one at a time, straight to the service.</summary>
internal static class GrowthBenchmark
{
    // A hundred of each class: at 100,000 documents one of them takes up to a second.
    private const int Calls = SearchRequests.Count;

    public static Task RunAsync(BenchmarkOptions options, CancellationToken cancellationToken) =>
        MeasuredEngine.ForEachAsync(options, engine => RunAsync(engine, options.Sizes, cancellationToken));

    private static async Task RunAsync(MeasuredEngine engine, IReadOnlyList<int> sizes, CancellationToken cancellationToken)
    {
        var corpus = new SearchCorpus(3);
        var requests = new SearchRequests(corpus, sizes[0]);
        await using var feeds = await CorpusFeeds.StartAsync(corpus.Generate);
        await using var platform = await SearchPlatform.StartAsync(feeds, engine.Settings, cancellationToken);
        foreach (var (step, size) in sizes.Index())
        {
            var before = step == 0 ? 0 : sizes[step - 1];
            var most = await TakeInAsync(before + ((size - before) * 9 / 10));
            var last = await TakeInAsync(size);
            await SearchPlatform.WaitUntilFindableAsync(platform.Service, size, cancellationToken);
            var held = await platform.Service.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: cancellationToken);
            var bytes = await engine.SizeAsync(platform, cancellationToken);

            Report.Title($"Growth, {engine.Name}, {held.DocumentCount} documents, {held.PassageCount} passages");
            Report.Line("", "ms/document", "of the last tenth", "bytes/passage on disk");
            Report.Line(
                "taking in",
                Report.Number((most + last).TotalMilliseconds / (size - before), "0.000"),
                Report.Number(last.TotalMilliseconds / (size - before - ((size - before) * 9 / 10)), "0.000"),
                Report.Number((double)bytes / held.PassageCount, "0"));
            await SearchAsync(edition: step * 2);
        }

        async Task<TimeSpan> TakeInAsync(int documents)
        {
            var begin = Stopwatch.GetTimestamp();
            feeds.GrowTo(documents);
            await SearchPlatform.WaitUntilTakenInAsync(platform.Service, documents, cancellationToken);
            return Stopwatch.GetElapsedTime(begin);
        }

        async Task SearchAsync(int edition)
        {
            var measured = await Latencies.MeasureAsync(
                async (number, token) => await platform.Service.SearchAsync(requests.Of(number, edition), cancellationToken: token), clients: 1, Calls, cancellationToken);
            Report.Line("", "p50 ms", "p99 ms");
            foreach (var (number, name) in SearchRequests.Classes.Index())
            {
                var ofClass = measured.Of(call => SearchRequests.ClassOf(call) == number);
                Report.Line(name, Report.Milliseconds(ofClass.Median), Report.Milliseconds(ofClass.P99));
            }
        }
    }
}
