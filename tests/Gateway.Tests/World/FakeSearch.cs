using Fazhi.Hosting;
using Fazhi.Search.V1;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeSearch(FakeLibrary library) : SearchService.SearchServiceBase
{
    public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context)
        => Task.FromResult(library.Searches.TryGetValue(request.Query, out var answer) ? answer(request) : new SearchResponse());

    public override Task<SuggestResponse> Suggest(SuggestRequest request, ServerCallContext context)
        => Task.FromResult(new SuggestResponse { Suggestions = { library.Suggestions.GetValueOrDefault(request.Text, []) } });

    public override Task<MoreLikeThisResponse> MoreLikeThis(MoreLikeThisRequest request, ServerCallContext context)
        => Task.FromResult(library.Alike.TryGetValue(request.Name, out var answer) ? answer(request) : throw FazhiException.NotFound("Task", request.Name));

    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context)
        => Task.FromResult(library.Explanations.TryGetValue(request.Name, out var answer) ? answer(request) : throw FazhiException.NotFound("Document", request.Name));

    public override Task Export(ExportRequest request, IServerStreamWriter<ExportChunk> responseStream, ServerCallContext context)
        => library.Exports.TryGetValue(request.Search.Query, out var answer) ? answer(request, responseStream, context) : Task.CompletedTask;

    public override Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context)
        => Task.FromResult(library.Index ?? new IndexStatus
        {
            Engine = "fts5",
            DocumentCount = 7,
            PassageCount = 70,
            Generation = "g-12",
            Feeds =
            {
                new FeedStatus { Feed = "plans", CaughtUp = true, Connected = true },
                new FeedStatus { Feed = "units", CaughtUp = true, Connected = true, LagSeconds = 75 },
            },
            Reindex = new ReindexProgress { State = ReindexProgress.Types.State.Running, DocumentCount = 3, ExpectedCount = 7 },
        });
}
