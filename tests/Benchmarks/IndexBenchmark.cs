using System.Diagnostics;
using Fazhi.Benchmarks.Searching;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Fazhi.Testing;
using Google.Protobuf;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Benchmarks;

/// <summary>Taking documents in through the change feeds, as a ratio to the same engine fed with what was made of them beforehand.</summary>
internal static class IndexBenchmark
{
    // The code of the service is compiled again and again until it has taken in so many; a server's, too.
    private const int WarmUp = 2_000;
    private const double Target = 0.7;

    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var messages = new SearchCorpus(2).Take(WarmUp + options.Documents).ToList();
        IReadOnlyList<IndexedDocument> documents = [.. messages.Select(DocumentOf)];
        var passages = documents.Skip(WarmUp).Sum(document => document.Passages.Count);
        await MeasuredEngine.ForEachAsync(options, async engine =>
        {
            var fed = await FeedAsync(engine, messages, cancellationToken);
            Report.Title($"Taking in, {engine.Name}, {options.Documents} documents, {passages} passages; target: through the feeds at least {Report.Number(Target, "0.0")} of raw ({engine.RawIndexing})");
            Report.Line("", "feeds passages/s", "raw passages/s", "ratio");
            Report.Line("", Report.Number(passages / fed.Feeds.TotalSeconds, "0"), Report.Number(passages / fed.Raw.TotalSeconds, "0"), Report.Number(fed.Raw / fed.Feeds, "0.00"));
        });

        async Task<(TimeSpan Feeds, TimeSpan Raw)> FeedAsync(MeasuredEngine engine, IReadOnlyList<IMessage> given, CancellationToken token)
        {
            // A server that has just started takes in half as much: whoever comes second would win.
            await engine.WarmUpAsync(documents, token);
            await using var feeds = await CorpusFeeds.StartAsync(number => given[number]);
            await using var platform = await SearchPlatform.StartAsync(feeds, engine.Settings, token);
            feeds.GrowTo(WarmUp);
            await SearchPlatform.WaitUntilTakenInAsync(platform.Service, WarmUp, token);
            var begin = Stopwatch.GetTimestamp();
            feeds.GrowTo(given.Count);
            await SearchPlatform.WaitUntilTakenInAsync(platform.Service, given.Count, token);
            var taken = Stopwatch.GetElapsedTime(begin);
            return (taken, await engine.IndexAsync(documents, WarmUp, token));
        }
    }

    private static IndexedDocument DocumentOf(IMessage message) => message switch
    {
        Plan plan => IndexedDocuments.Of(plan),
        Reports.V1.Report report => IndexedDocuments.Of(report),
        _ => throw new InvalidOperationException("neither plan nor report"),
    };
}
