using Fazhi.Benchmarks.Searching;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Searching;

/// <summary>The search service with more than ten thousand passages, and the gateway before it, each in a process of its own.</summary>
public sealed class LargeLibrary : IAsyncLifetime
{
    private const int DocumentCount = 600;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly SearchCorpus corpus = new(seed: 5);
    private CorpusFeeds? feeds;
    private SearchPlatform? platform;
    private SearchService.SearchServiceClient? search;

    /// <summary>Calls through the gateway.</summary>
    internal SearchService.SearchServiceClient Search => search ?? throw new InvalidOperationException("Not started.");

    /// <summary>Where the gateway listens.</summary>
    internal Uri Gateway => platform?.Gateway ?? throw new InvalidOperationException("Not started.");

    /// <summary>The names of every task of the plans and every passage of the reports.</summary>
    internal IEnumerable<string> Passages => corpus.Take(DocumentCount).SelectMany(document => document switch
    {
        Plan plan => plan.Tasks.Select(task => task.Name),
        Report report => report.Passages.Select(passage => passage.Name),
        _ => [],
    });

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        feeds = await CorpusFeeds.StartAsync(corpus.Generate);
        feeds.GrowTo(DocumentCount);
        platform = await SearchPlatform.StartAsync(feeds, new Dictionary<string, string> { ["Fazhi__Search__Engine"] = "fts5" }, limit.Token);
        search = await platform.StartGatewayAsync(limit.Token);
        await SearchPlatform.WaitUntilFindableAsync(search, DocumentCount, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
        if (feeds is not null)
            await feeds.DisposeAsync();
    }
}
