using Fazhi.Search.Explanations;
using Fazhi.Search.Exports;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.Rebuild;
using Fazhi.Search.Results;
using Fazhi.Search.Similarity;
using Fazhi.Search.Suggestions;
using Fazhi.Search.V1;
using Fazhi.Search.Verification;
using Grpc.Core;

namespace Fazhi.Search;

/// <summary>The search service's calls, each passed to the part that does it.</summary>
internal sealed class SearchGrpcService(
    SearchIndex index,
    IndexCounter counter,
    CachedSearch search,
    SuggestionFinder suggestions,
    LikenessFinder likeness,
    ResultExplainer explainer,
    ResultExporter exporter,
    IndexRebuilder rebuilder,
    IndexVerifier verifier,
    IEnumerable<FeedConsumer> feeds) : SearchService.SearchServiceBase
{
    public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context) => search.GetAsync(request, context.CancellationToken);

    public override Task<SuggestResponse> Suggest(SuggestRequest request, ServerCallContext context) => suggestions.FindAsync(request, context.CancellationToken);

    public override Task<MoreLikeThisResponse> MoreLikeThis(MoreLikeThisRequest request, ServerCallContext context) =>
        likeness.FindAsync(request, context.CancellationToken);

    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context) => explainer.ExplainAsync(request, context.CancellationToken);

    public override Task Export(ExportRequest request, IServerStreamWriter<ExportChunk> responseStream, ServerCallContext context) =>
        exporter.RunAsync(request, chunk => responseStream.WriteAsync(chunk, context.CancellationToken), context.CancellationToken);

    public override async Task<ReindexResponse> Reindex(ReindexRequest request, ServerCallContext context) =>
        new() { Progress = await rebuilder.BeginAsync(request.Restart, context.CancellationToken) };

    public override Task<VerifyIndexResponse> VerifyIndex(VerifyIndexRequest request, ServerCallContext context) => verifier.VerifyAsync(context.CancellationToken);

    public override async Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context)
    {
        var count = await counter.CountAsync(context.CancellationToken);
        return new IndexStatus
        {
            Engine = index.Engine,
            DocumentCount = count.Statistics?.Documents ?? 0,
            PassageCount = count.Statistics?.Passages ?? 0,
            CountsMissingReason = count.MissingReason,
            Generation = index.Generation,
            Reindex = rebuilder.GetProgress(count),
            Feeds = { feeds.OrderBy(feed => feed.Feed, StringComparer.Ordinal).Select(StatusOf) },
        };
    }

    private static FeedStatus StatusOf(FeedConsumer feed)
    {
        var progress = feed.Progress;
        return new FeedStatus
        {
            Feed = feed.Feed,
            Connected = progress.Connected,
            CaughtUp = progress.CaughtUp,
            ResumeToken = progress.ResumeToken,
            LastError = progress.LastError,
            LagSeconds = progress.Lag.TotalSeconds,
        };
    }
}
