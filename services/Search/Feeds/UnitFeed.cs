using System.Runtime.CompilerServices;
using Fazhi.Search.Indexing;
using Fazhi.Units.V1;
using Grpc.Core;
using Region = Fazhi.Search.Regions.Region;

namespace Fazhi.Search.Feeds;

/// <summary>Regions, so that a filter can name them. Units are not searched for: their changes only move the position on.</summary>
internal sealed class UnitFeed(UnitService.UnitServiceClient client) : ChangeFeed
{
    private const string RegionPrefix = "regions/";

    public override string Name => FeedNames.Units;

    public override async IAsyncEnumerable<FeedMessage> WatchAsync(string resumeToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = client.WatchChanges(new WatchChangesRequest { ResumeToken = resumeToken }, cancellationToken: cancellationToken);
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
            yield return FeedMessage.Of(message.ResumeToken, message.CaughtUp, ChangeOf(message), message.CalculateSize());
    }

    private static IndexChange? ChangeOf(WatchChangesResponse message) => message switch
    {
        { Region: { } region } => new IndexChange.PutRegion(RegionOf(region)),
        { Deleted: true } when message.Name.StartsWith(RegionPrefix, StringComparison.Ordinal) =>
            new IndexChange.RemoveRegion(message.Name[RegionPrefix.Length..]),
        _ => null,
    };

    private static Region RegionOf(Units.V1.Region region) => new(
        region.Code,
        region.DisplayName,
        region.FullName.Length > 0 ? region.FullName : region.DisplayName,
        [.. region.AncestorCodes],
        [.. region.ShortNames],
        [.. region.Former.SelectMany<FormerRegion, string>(former => [former.Code, former.DisplayName]).Where(name => name.Length > 0)]);
}
