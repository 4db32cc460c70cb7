using Fazhi.Testing;
using Fazhi.Units.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Units.Tests.Service;

public sealed class RegionWriteTests : ServiceTest
{
    [Fact]
    public async Task Created_township_is_placed_below_its_county_and_resolves()
    {
        await AddFictionalRegionsAsync();
        var town = await CreateRegionAsync("990121101", "石渡镇");
        Assert.Equal("临澜市望岫县石渡镇", town.FullName);
        Assert.Equal(RegionLevel.Township, town.Level);
        Assert.Equal(["990000", "990100", "990121"], town.AncestorCodes);
        Assert.Equal(["石渡"], town.ShortNames);
        Assert.Equal("user", town.Source);
        Assert.Equal(town, await Client.GetRegionAsync(new GetRegionRequest { Name = town.Name }, cancellationToken: Cancellation));
        Assert.Equal("990121101", (await ResolveAsync("望岫县石渡镇人民政府")).Region.Code);
    }

    [Fact]
    public async Task County_whose_province_administers_it_directly_needs_no_prefecture()
    {
        await CreateRegionAsync("990000", "岚川省");
        var county = await CreateRegionAsync("999021", "独岭县");
        Assert.Equal("990000", county.ParentCode);
        Assert.Equal("岚川省独岭县", county.FullName);
    }

    [Fact]
    public async Task Retry_with_the_same_request_id_gives_the_first_result()
    {
        var request = new CreateRegionRequest { Region = new Region { Code = "440203101", DisplayName = "试镇" }, RequestId = Guid.NewGuid().ToString() };
        var first = await Client.CreateRegionAsync(request, cancellationToken: Cancellation);
        Assert.Equal(first, await Client.CreateRegionAsync(request, cancellationToken: Cancellation));
        request.Region.DisplayName = "另镇";
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "REQUEST_ID_REUSED", () => Client.CreateRegionAsync(request, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Update_changes_the_fields_of_the_mask_alone()
    {
        var before = await Client.GetRegionAsync(new GetRegionRequest { Name = "regions/430406" }, cancellationToken: Cancellation);
        var after = await UpdateAsync(new Region { Name = before.Name, DisplayName = "不改", ShortNames = { "雁峰", "峰区" }, Etag = before.Etag }, "short_names");
        Assert.Equal("雁峰区", after.DisplayName);
        Assert.Equal(["雁峰", "峰区"], after.ShortNames);
        Assert.Equal("user", after.Source);
        Assert.NotEqual(before.Etag, after.Etag);
        Assert.Equal("430406", (await ResolveAsync("峰区")).Region.Code);
    }

    [Fact]
    public async Task Update_without_a_mask_changes_all_and_derives_short_names()
    {
        var after = await UpdateAsync(new Region { Name = "regions/430406", DisplayName = "回雁区", Former = { new FormerRegion { DisplayName = "雁峰区", UntilYear = 2030 } } });
        Assert.Equal(["回雁"], after.ShortNames);
        Assert.Equal("衡阳市回雁区", after.FullName);
        Assert.Equal("430406", (await ResolveAsync("衡阳市雁峰区")).Region.Code);
    }

    [Fact]
    public async Task Update_that_changes_nothing_leaves_the_region_as_it_is()
    {
        var before = await Client.GetRegionAsync(new GetRegionRequest { Name = "regions/430406" }, cancellationToken: Cancellation);
        Assert.Equal(before, await UpdateAsync(before));
    }

    [Fact]
    public async Task Update_with_an_old_etag_is_aborted()
    {
        var before = await Client.GetRegionAsync(new GetRegionRequest { Name = "regions/430406" }, cancellationToken: Cancellation);
        await UpdateAsync(new Region { Name = before.Name, ShortNames = { "一" } }, "short_names");
        await RpcAssert.FailsAsync(
            StatusCode.Aborted, "ETAG_MISMATCH", () => UpdateAsync(new Region { Name = before.Name, ShortNames = { "二" }, Etag = before.Etag }, "short_names"));
    }

    private async Task<ResolveRegionResponse> ResolveAsync(string text, params string[] hints) =>
        await Client.ResolveRegionAsync(new ResolveRegionRequest { Text = text, Hints = { hints } }, cancellationToken: Cancellation);

    private async Task<Region> UpdateAsync(Region region, params string[] mask) => await Client.UpdateRegionAsync(
        new UpdateRegionRequest { Region = region, UpdateMask = mask.Length == 0 ? null : new FieldMask { Paths = { mask } } }, cancellationToken: Cancellation);
}
