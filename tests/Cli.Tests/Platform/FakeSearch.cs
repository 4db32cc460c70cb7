using Fazhi.Hosting;
using Fazhi.Search.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Fazhi.Cli.Tests.Platform;

/// <summary>Keeps what it was asked; answers what it was given.</summary>
internal sealed class FakeSearch : SearchService.SearchServiceBase
{
    /// <summary>The last request of each kind.</summary>
    public IMessage? Asked { get; private set; }

    /// <summary>The answer; the call fails where it is an error.</summary>
    public Func<object> Answer { get; set; } = () => new SearchResponse();

    /// <summary>What the index says of itself, one after another; the last one stays.</summary>
    public Queue<IndexStatus> Statuses { get; } = new();

    public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context) => Reply<SearchResponse>(request);

    public override Task<SuggestResponse> Suggest(SuggestRequest request, ServerCallContext context) => Reply<SuggestResponse>(request);

    public override Task<MoreLikeThisResponse> MoreLikeThis(MoreLikeThisRequest request, ServerCallContext context) => request.Name.StartsWith("plans/only-report", StringComparison.Ordinal)
        ? throw ErrorStatus.From(FazhiException.NotFound("document", request.Name)).ToRpcException()
        : Reply<MoreLikeThisResponse>(request);

    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context) => Reply<ExplainResponse>(request);

    public override Task<ReindexResponse> Reindex(ReindexRequest request, ServerCallContext context) => Reply<ReindexResponse>(request);

    public override Task<VerifyIndexResponse> VerifyIndex(VerifyIndexRequest request, ServerCallContext context) => Reply<VerifyIndexResponse>(request);

    public override Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context) =>
        Task.FromResult(Statuses.Count > 1 ? Statuses.Dequeue() : Statuses.Peek());

    public override async Task Export(ExportRequest request, IServerStreamWriter<ExportChunk> responseStream, ServerCallContext context)
    {
        Asked = request;
        foreach (var part in (IEnumerable<string>)Answer())
            await responseStream.WriteAsync(new ExportChunk { Data = ByteString.CopyFromUtf8(part) });
    }

    private Task<T> Reply<T>(IMessage request)
    {
        Asked = request;
        return Task.FromResult((T)Answer());
    }
}
