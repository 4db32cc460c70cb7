using Fazhi.Search.V1;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeSearch(FakeLibrary library) : SearchService.SearchServiceBase
{
    public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context)
        => Task.FromResult(library.Searches.TryGetValue(request.Query, out var answer) ? answer(request) : new SearchResponse());

    public override Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context)
        => Task.FromResult(new IndexStatus
        {
            Engine = "fts5",
            DocumentCount = 7,
            PassageCount = 70,
            Feeds = { new FeedStatus { Feed = "plans", CaughtUp = true, Connected = true } },
        });
}
