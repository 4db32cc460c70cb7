using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.Results;
using Fazhi.Search.V1;
using Grpc.Core;

namespace Fazhi.Search;

/// <summary>The search service's calls: requests become queries, results become answers.</summary>
internal sealed class SearchGrpcService(SearchIndex index, CachedSearch search, IEnumerable<FeedConsumer> feeds) : SearchService.SearchServiceBase
{
    public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context) => search.GetAsync(request, context.CancellationToken);

    public override async Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context)
    {
        var statistics = await index.GetStatisticsAsync(context.CancellationToken);
        return new IndexStatus
        {
            Engine = index.Engine,
            DocumentCount = statistics.Documents,
            PassageCount = statistics.Passages,
            Generation = index.Generation,
            Feeds =
            {
                feeds.OrderBy(feed => feed.Feed, StringComparer.Ordinal).Select(feed => new FeedStatus
                {
                    Feed = feed.Feed,
                    Connected = feed.Progress.Connected,
                    CaughtUp = feed.Progress.CaughtUp,
                    ResumeToken = feed.Progress.ResumeToken,
                    LastError = feed.Progress.LastError,
                    LagSeconds = feed.Progress.Lag.TotalSeconds,
                }),
            },
        };
    }
}
