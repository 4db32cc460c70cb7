using Fazhi.Testing;
using Fazhi.Units.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Units.Tests.Service;

/// <summary>Calls that change nothing: they only read, or are refused.</summary>
public sealed class RegionReadTests(UnitsHost host) : IClassFixture<UnitsHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private UnitService.UnitServiceClient Client => host.Client;

    [Fact]
    public async Task Get_answers_with_everything_that_is_known_of_a_region()
    {
        var region = await Client.GetRegionAsync(new GetRegionRequest { Name = "regions/440203" }, cancellationToken: Cancellation);
        Assert.Equal("regions/440203", region.Name);
        Assert.Equal("武江区", region.DisplayName);
        Assert.Equal("韶关市武江区", region.FullName);
        Assert.Equal(RegionLevel.County, region.Level);
        Assert.Equal("440200", region.ParentCode);
        Assert.Equal(["440000", "440200"], region.AncestorCodes);
        Assert.Equal(["武江"], region.ShortNames);
        Assert.Equal("GB/T 2260 2024 v2", region.Source);
        Assert.NotEmpty(region.Etag);
        Assert.NotNull(region.UpdateTime);
    }

    [Fact]
    public async Task Former_names_come_with_the_codes_of_their_time()
    {
        var region = await Client.GetRegionAsync(new GetRegionRequest { Name = "regions/320509" }, cancellationToken: Cancellation);
        Assert.Equal(new FormerRegion { Code = "320584", DisplayName = "吴江市" }, Assert.Single(region.Former));
    }

    [Theory]
    [InlineData("regions/999999", StatusCode.NotFound, "NOT_FOUND")]
    [InlineData("regions/44020", StatusCode.InvalidArgument, "INVALID_ARGUMENT")]
    [InlineData("units/440203", StatusCode.InvalidArgument, "INVALID_ARGUMENT")]
    [InlineData("", StatusCode.InvalidArgument, "INVALID_ARGUMENT")]
    public async Task Get_of_what_is_not_there_fails(string name, StatusCode code, string reason) =>
        await RpcAssert.FailsAsync(code, reason, () => Client.GetRegionAsync(new GetRegionRequest { Name = name }, cancellationToken: Cancellation));

    [Fact]
    public async Task Pages_give_every_region_once_in_the_order_of_the_codes()
    {
        var codes = new List<string>();
        var request = new ListRegionsRequest { PageSize = 700 };
        do
        {
            var page = await Client.ListRegionsAsync(request, cancellationToken: Cancellation);
            Assert.Equal(3214, page.TotalSize);
            codes.AddRange(page.Regions.Select(region => region.Code));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(3214, codes.Count);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    public static TheoryData<ListRegionsRequest, int, string> Filters => new()
    {
        { new ListRegionsRequest { ParentCode = "320400" }, 6, "320402" },
        { new ListRegionsRequest { ParentCode = "110000" }, 16, "110101" },
        { new ListRegionsRequest { BelowCode = "430400" }, 13, "430400" },
        { new ListRegionsRequest { BelowCode = "430406" }, 1, "430406" },
        { new ListRegionsRequest { Level = RegionLevel.Province }, 34, "110000" },
        { new ListRegionsRequest { Level = RegionLevel.Prefecture, BelowCode = "650000" }, 14, "650100" },
        { new ListRegionsRequest { Text = "鼓楼" }, 4, "320106" },
        { new ListRegionsRequest { Text = "乌市" }, 2, "330782" },
        { new ListRegionsRequest { Text = "没有这个地方" }, 0, "" },
        { new ListRegionsRequest { BelowCode = "999999" }, 0, "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task List_filters(ListRegionsRequest request, int total, string first)
    {
        var response = await Client.ListRegionsAsync(request, cancellationToken: Cancellation);
        Assert.Equal(total, response.TotalSize);
        Assert.Equal(total, response.Regions.Count);
        Assert.Equal(first, response.Regions.FirstOrDefault()?.Code ?? "");
    }

    public static TheoryData<ListRegionsRequest, string> WrongLists => new()
    {
        { new ListRegionsRequest { ParentCode = "3204" }, "parent_code" },
        { new ListRegionsRequest { BelowCode = "常州" }, "below_code" },
        { new ListRegionsRequest { Level = (RegionLevel)9 }, "level" },
        { new ListRegionsRequest { PageSize = -1 }, "page_size" },
        { new ListRegionsRequest { PageToken = "AAAA" }, "page_token" },
        { new ListRegionsRequest { Text = new string('字', 201) }, "text" },
    };

    [Theory]
    [MemberData(nameof(WrongLists))]
    public async Task List_with_a_wrong_field_names_the_field(ListRegionsRequest request, string field)
    {
        var error = await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => Client.ListRegionsAsync(request, cancellationToken: Cancellation));
        Assert.Equal([field], Fields(error));
    }

    [Fact]
    public async Task Page_token_of_another_filter_is_refused()
    {
        var page = await Client.ListRegionsAsync(new ListRegionsRequest { PageSize = 2, Level = RegionLevel.Province }, cancellationToken: Cancellation);
        await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument,
            "PAGE_TOKEN_INVALID",
            () => Client.ListRegionsAsync(new ListRegionsRequest { PageSize = 2, PageToken = page.NextPageToken }, cancellationToken: Cancellation));
    }

    public static TheoryData<Region, StatusCode, string, string> WrongCreates => new()
    {
        { new Region { DisplayName = "某县" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.code" },
        { new Region { Code = "99012", DisplayName = "某县" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.code" },
        { new Region { Code = "980121", DisplayName = "某县" }, StatusCode.InvalidArgument, "PARENT_NOT_REGISTERED", "region.code" },
        { new Region { Code = "440203101", ParentCode = "440204", DisplayName = "某镇" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.parent_code" },
        { new Region { Code = "990000", ParentCode = "440000", DisplayName = "某省" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.parent_code" },
        { new Region { Code = "440203101" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.display_name" },
        { new Region { Code = "440203101", DisplayName = "某 镇" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.display_name" },
        { new Region { Code = "440203101", DisplayName = new string('镇', 51) }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.display_name" },
        { new Region { Code = "440203101", DisplayName = "某镇", ShortNames = { "" } }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.short_names[0]" },
        { new Region { Code = "440203101", DisplayName = "某镇", Former = { new FormerRegion { DisplayName = "某乡", UntilYear = 19 } } }, StatusCode.InvalidArgument, "INVALID_ARGUMENT", "region.former[0].until_year" },
        { new Region { Code = "440203", DisplayName = "武江区" }, StatusCode.AlreadyExists, "ALREADY_EXISTS", "" },
    };

    [Theory]
    [MemberData(nameof(WrongCreates))]
    public async Task Create_with_something_wrong_fails_and_adds_nothing(Region region, StatusCode code, string reason, string field)
    {
        var error = await RpcAssert.FailsAsync(code, reason, () => Client.CreateRegionAsync(new CreateRegionRequest { Region = region }, cancellationToken: Cancellation));
        Assert.Equal(field.Length == 0 ? [] : [field], Fields(error));
        Assert.Equal(3214, (await Client.ListRegionsAsync(new ListRegionsRequest { PageSize = 1 }, cancellationToken: Cancellation)).TotalSize);
    }

    [Fact]
    public async Task Create_without_a_region_fails() => await RpcAssert.FailsAsync(
        StatusCode.InvalidArgument, null, () => Client.CreateRegionAsync(new CreateRegionRequest(), cancellationToken: Cancellation));

    [Theory]
    [InlineData("code")]
    [InlineData("region.display_name")]
    [InlineData("*")]
    public async Task Update_mask_with_a_field_that_cannot_change_is_refused(string path) => await RpcAssert.FailsAsync(
        StatusCode.InvalidArgument, "UPDATE_MASK_INVALID", () => UpdateAsync(new Region { Name = "regions/430406", DisplayName = "雁峰区" }, path));

    [Fact]
    public async Task Update_of_an_unknown_region_fails() => await RpcAssert.FailsAsync(
        StatusCode.NotFound, "NOT_FOUND", () => UpdateAsync(new Region { Name = "regions/999999", DisplayName = "某县" }));

    [Fact]
    public async Task Resolve_keeps_the_unregistered_part()
    {
        var response = await ResolveAsync("韶关市武江区西联镇");
        Assert.Equal(
            new RegionRef
            {
                Code = "440203",
                DisplayName = "西联镇",
                FullName = "韶关市武江区西联镇",
                Level = RegionLevel.Township,
                AncestorCodes = { "440000", "440200" },
                UnregisteredName = "西联镇",
                Mention = "韶关市武江区西联镇",
            },
            response.Region);
        Assert.Equal("440203", Assert.Single(response.Candidates).Code);
    }

    [Fact]
    public async Task Resolve_answers_ambiguous_names_with_all_candidates_until_a_hint_decides()
    {
        var response = await ResolveAsync("鼓楼区");
        Assert.True(response.Region.Ambiguous);
        Assert.Equal("", response.Region.Code);
        Assert.Equal("鼓楼区", response.Region.DisplayName);
        Assert.Equal(["320106", "320302", "350102", "410204"], response.Region.CandidateCodes.Order(StringComparer.Ordinal));
        Assert.Equal(4, response.Candidates.Count);
        var hinted = await ResolveAsync("鼓楼区", "福州市");
        Assert.False(hinted.Region.Ambiguous);
        Assert.Equal("350102", hinted.Region.Code);
        Assert.Equal("350102", hinted.Candidates[0].Code);
    }

    [Fact]
    public async Task Resolve_says_that_a_region_is_anonymised()
    {
        var response = await ResolveAsync("xx市xx区");
        Assert.True(response.Region.Anonymised);
        Assert.Equal("", response.Region.Code);
        Assert.Equal("xx市xx区", response.Region.DisplayName);
        Assert.Equal("xx市xx区", response.Region.FullName);
        Assert.Empty(response.Candidates);
    }

    [Fact]
    public async Task Resolve_of_an_unknown_name_gives_it_back_without_a_code()
    {
        var response = await ResolveAsync("岚川省临澜市");
        Assert.Equal("", response.Region.Code);
        Assert.Equal("岚川省临澜市", response.Region.DisplayName);
        Assert.False(response.Region.Ambiguous || response.Region.Anonymised);
    }

    [Fact]
    public async Task Resolve_checks_its_limits()
    {
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => ResolveAsync(" "));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => ResolveAsync(new string('市', 201)));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => ResolveAsync("常州", new string('市', 201)));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => ResolveAsync("常州", [.. Enumerable.Repeat("常州", 51)]));
    }

    private static IEnumerable<string> Fields(RpcException error) =>
        error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? [];

    private async Task<ResolveRegionResponse> ResolveAsync(string text, params string[] hints) =>
        await Client.ResolveRegionAsync(new ResolveRegionRequest { Text = text, Hints = { hints } }, cancellationToken: Cancellation);

    private async Task<Region> UpdateAsync(Region region, params string[] mask) => await Client.UpdateRegionAsync(
        new UpdateRegionRequest { Region = region, UpdateMask = mask.Length == 0 ? null : new FieldMask { Paths = { mask } } }, cancellationToken: Cancellation);
}
