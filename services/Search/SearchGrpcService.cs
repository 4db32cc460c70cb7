using System.Globalization;
using Fazhi.Hosting;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Fazhi.Search.V1;
using Grpc.Core;

namespace Fazhi.Search;

/// <summary>The search service's calls: requests become queries, results become answers.</summary>
internal sealed class SearchGrpcService(SearchIndex index, RegionLookup regions, IEnumerable<FeedConsumer> feeds) : SearchService.SearchServiceBase
{
    public override async Task<SearchResponse> Search(SearchRequest request, ServerCallContext context)
    {
        var query = SearchRequests.Read(request);
        var keys = await regions.ResolveAsync(request.Filter?.Regions ?? [], context.CancellationToken);
        query = query with { Filter = query.Filter with { Regions = keys } };

        var results = await index.SearchAsync(query, context.CancellationToken);
        var names = await regions.GetAsync(context.CancellationToken);
        var response = new SearchResponse
        {
            TotalSize = results.TotalRows,
            TotalDocuments = results.TotalDocuments,
            TotalPassages = results.TotalPassages,
            Results = { SearchResponses.Results(results.Rows, query.Match?.WantedTerms ?? []) },
            Facets = { results.Facets.Select(facet => SearchResponses.Facet(facet, names)) },
        };
        var next = query.Offset + results.Rows.Count;
        if (results.Rows.Count > 0 && next < results.TotalRows)
            response.NextPageToken = PageToken.Create(request, next.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    public override async Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context)
    {
        var statistics = await index.GetStatisticsAsync(context.CancellationToken);
        return new IndexStatus
        {
            Engine = index.Engine,
            DocumentCount = statistics.Documents,
            PassageCount = statistics.Passages,
            Feeds =
            {
                feeds.OrderBy(feed => feed.Feed, StringComparer.Ordinal).Select(feed => new FeedStatus
                {
                    Feed = feed.Feed,
                    Connected = feed.Progress.Connected,
                    CaughtUp = feed.Progress.CaughtUp,
                    ResumeToken = feed.Progress.ResumeToken,
                    LastError = feed.Progress.LastError,
                }),
            },
        };
    }
}
