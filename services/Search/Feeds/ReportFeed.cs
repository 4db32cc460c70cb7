using System.Runtime.CompilerServices;
using Fazhi.Reports.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Grpc.Core;

namespace Fazhi.Search.Feeds;

/// <summary>Reports.</summary>
internal sealed class ReportFeed(ReportService.ReportServiceClient client) : ChangeFeed
{
    public override string Name => FeedNames.Reports;

    public override async IAsyncEnumerable<FeedMessage> WatchAsync(string resumeToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = client.WatchChanges(new WatchChangesRequest { ResumeToken = resumeToken }, cancellationToken: cancellationToken);
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
            yield return FeedMessage.Of(message.ResumeToken, message.CaughtUp, ChangeOf(message), message.CalculateSize());
    }

    private static IndexChange? ChangeOf(WatchChangesResponse message) => message switch
    {
        { Report: { } report } => new IndexChange.PutDocument(IndexedDocuments.Of(report)),
        { Deleted: true } => new IndexChange.RemoveDocument(message.Name),
        _ => null,
    };
}
