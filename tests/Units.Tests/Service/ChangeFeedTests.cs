using Fazhi.Catalogues.Regions;
using Fazhi.Testing;
using Fazhi.Units.Storage;
using Fazhi.Units.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Domain = Fazhi.Catalogues.Regions.Region;
using Region = Fazhi.Units.V1.Region;

namespace Fazhi.Units.Tests.Service;

public sealed class ChangeFeedTests : ServiceTest
{
    [Fact]
    public async Task Feed_from_the_start_has_every_region_and_ends_with_the_mark()
    {
        var feed = await ReadFeedAsync();
        Assert.Equal(3215, feed.Count);
        Assert.All(feed.SkipLast(1), change => Assert.Equal(change.Name, change.Region.Name));
        Assert.True(feed[^1].CaughtUp);
    }

    [Fact]
    public async Task Feed_goes_on_from_a_token_with_the_present_state_of_what_changed()
    {
        var token = (await ReadFeedAsync())[^1].ResumeToken;
        var unit = await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局" });
        var region = await CreateRegionAsync("430406101", "试镇");
        var feed = await ReadFeedAsync(token);
        Assert.Equal(3, feed.Count);
        Assert.Equal(unit, feed[0].Unit);
        Assert.Equal(region, feed[1].Region);
        await Client.DeleteUnitAsync(new DeleteUnitRequest { Name = unit.Name }, cancellationToken: Cancellation);
        var after = await ReadFeedAsync(feed[^1].ResumeToken);
        Assert.Equal(2, after.Count);
        Assert.Equal((unit.Name, true, WatchChangesResponse.ResourceOneofCase.None), (after[0].Name, after[0].Deleted, after[0].ResourceCase));
    }

    [Fact]
    public async Task Open_feed_gets_a_change_as_it_happens()
    {
        var token = (await ReadFeedAsync())[^1].ResumeToken;
        using var watch = Client.WatchChanges(new WatchChangesRequest { ResumeToken = token }, cancellationToken: Cancellation);
        Assert.True(await watch.ResponseStream.MoveNext(Cancellation));
        Assert.True(watch.ResponseStream.Current.CaughtUp);
        var next = watch.ResponseStream.MoveNext(Cancellation);
        var unit = await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局" });
        Assert.True(await next);
        Assert.Equal(unit, watch.ResponseStream.Current.Unit);
    }

    [Theory]
    [InlineData("nonsense", StatusCode.InvalidArgument, null)]
    [InlineData("0123456789abcdef/1", StatusCode.OutOfRange, "FEED_RESET")]
    public async Task Foreign_token_is_refused(string token, StatusCode code, string? reason) =>
        await RpcAssert.FailsAsync(code, reason, () => ReadFeedAsync(token));

    [Fact]
    public async Task Restart_keeps_regions_units_edits_and_the_feed()
    {
        var region = await CreateRegionAsync("430406101", "试镇");
        var unit = await CreateUnitAsync(new Unit { RegionCode = "430406101", DisplayName = "试镇人民政府" });
        var edited = await Client.UpdateRegionAsync(
            new UpdateRegionRequest { Region = new Region { Name = "regions/430406", DisplayName = "回雁区" } }, cancellationToken: Cancellation);
        var token = (await ReadFeedAsync())[^1].ResumeToken;
        await RestartAsync();
        Assert.Equal(region.Etag, (await Client.GetRegionAsync(new GetRegionRequest { Name = region.Name }, cancellationToken: Cancellation)).Etag);
        Assert.Equal(unit, await Client.GetUnitAsync(new GetUnitRequest { Name = unit.Name }, cancellationToken: Cancellation));
        Assert.Equal(edited, await Client.GetRegionAsync(new GetRegionRequest { Name = "regions/430406" }, cancellationToken: Cancellation));
        Assert.True(Assert.Single(await ReadFeedAsync(token)).CaughtUp);
    }

    [Fact]
    public async Task Newer_edition_adds_and_changes_what_users_have_not_touched()
    {
        await Client.UpdateRegionAsync(new UpdateRegionRequest { Region = new Region { Name = "regions/430406", DisplayName = "回雁区" } }, cancellationToken: Cancellation);
        var token = (await ReadFeedAsync())[^1].ResumeToken;
        var store = Services.GetRequiredService<RegionStore>();
        Domain Renamed(Domain region) => region.Code.Value is "430406" or "430407" ? region with { Name = "新名区" } : region;
        var added = new Domain(RegionCode.Parse("430499"), "新设市", RegionCode.Parse("430400"));
        Assert.Equal(2, await store.SeedAsync("next", () => [.. RegionData.Load().Select(Renamed), added], Cancellation));
        Assert.Equal(["regions/430407", "regions/430499"], (await ReadFeedAsync(token)).SkipLast(1).Select(change => change.Name));
        Assert.Equal("回雁区", (await store.GetAsync(RegionCode.Parse("430406"), Cancellation)).Region.Name);
        Assert.Equal(0, await store.SeedAsync("next", () => throw new InvalidOperationException("an edition is taken over once"), Cancellation));
    }
}
