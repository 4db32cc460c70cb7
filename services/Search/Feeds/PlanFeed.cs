using System.Runtime.CompilerServices;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Grpc.Core;

namespace Fazhi.Search.Feeds;

/// <summary>Plans.</summary>
internal sealed class PlanFeed(PlanService.PlanServiceClient client) : ChangeFeed
{
    public override string Name => FeedNames.Plans;

    public override async IAsyncEnumerable<FeedMessage> WatchAsync(string resumeToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = client.WatchChanges(new WatchChangesRequest { ResumeToken = resumeToken }, cancellationToken: cancellationToken);
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
            yield return FeedMessage.Of(message.ResumeToken, message.CaughtUp, ChangeOf(message), message.CalculateSize());
    }

    private static IndexChange? ChangeOf(WatchChangesResponse message) => message switch
    {
        { Plan: { } plan } => new IndexChange.PutDocument(IndexedDocuments.Of(plan)),
        { Deleted: true } => new IndexChange.RemoveDocument(message.Name),
        _ => null,
    };
}
