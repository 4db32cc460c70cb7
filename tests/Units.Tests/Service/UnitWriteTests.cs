using Fazhi.Testing;
using Fazhi.Units.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Units.Tests.Service;

public sealed class UnitWriteTests : ServiceTest
{
    private const string CreditCode = "91350100M000100Y43";

    [Fact]
    public async Task Created_unit_is_there_with_all_it_was_given()
    {
        await AddFictionalRegionsAsync();
        var given = JusticeBureau();
        var created = await CreateUnitAsync(given);
        Assert.StartsWith("units/", created.Name, StringComparison.Ordinal);
        Assert.NotEmpty(created.Etag);
        Assert.Equal(created.CreateTime, created.UpdateTime);
        var expected = given.Clone();
        (expected.Name, expected.Etag, expected.CreateTime, expected.UpdateTime) = (created.Name, created.Etag, created.CreateTime, created.UpdateTime);
        Assert.Equal(expected, created);
        Assert.Equal(created, await GetAsync(created.Name));
    }

    [Fact]
    public async Task Name_is_unique_in_a_region_and_the_credit_code_everywhere()
    {
        await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局", SocialCreditCode = CreditCode });
        await RpcAssert.FailsAsync(StatusCode.AlreadyExists, "ALREADY_EXISTS", () => CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局" }));
        await RpcAssert.FailsAsync(
            StatusCode.AlreadyExists, "ALREADY_EXISTS", () => CreateUnitAsync(new Unit { RegionCode = "430407", DisplayName = "乙局", SocialCreditCode = CreditCode.ToLowerInvariant() }));
        await CreateUnitAsync(new Unit { RegionCode = "430407", DisplayName = "甲局" });
    }

    [Fact]
    public async Task Retry_with_the_same_request_id_makes_one_unit()
    {
        var id = Guid.NewGuid().ToString();
        var unit = new Unit { RegionCode = "430406", DisplayName = "甲局" };
        var first = await CreateUnitAsync(unit, id);
        Assert.Equal(first, await CreateUnitAsync(unit, id));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "REQUEST_ID_REUSED", () => CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "乙局" }, id));
        Assert.Equal(1, (await ListAsync(new ListUnitsRequest())).TotalSize);
    }

    [Fact]
    public async Task List_filters_by_region_name_kind_and_function_and_pages_by_region_and_name()
    {
        foreach (var (region, name, kind, function) in new[]
        {
            ("430400", "市司法局", UnitKind.Government, "judicial-administration"),
            ("430406", "区司法局", UnitKind.Government, "judicial-administration"),
            ("430406", "区委编办", UnitKind.Party, "staffing"),
            ("430407", "区法院", UnitKind.Court, ""),
            ("320400", "市司法局", UnitKind.Government, "judicial-administration"),
        })
        {
            await CreateUnitAsync(new Unit { RegionCode = region, DisplayName = name, Kind = kind, Function = function, ShortNames = { name[1..] } });
        }

        Assert.Equal(["市司法局", "市司法局", "区司法局", "区委编办", "区法院"], await NamesAsync(new ListUnitsRequest { PageSize = 2 }));
        Assert.Equal(["区司法局", "区委编办"], await NamesAsync(new ListUnitsRequest { RegionCode = "430406" }));
        Assert.Equal(["市司法局", "区司法局", "区委编办", "区法院"], await NamesAsync(new ListUnitsRequest { RegionCode = "430400", IncludeBelow = true, PageSize = 3 }));
        Assert.Equal(["区委编办"], await NamesAsync(new ListUnitsRequest { Text = "编办" }));
        Assert.Equal(["区法院"], await NamesAsync(new ListUnitsRequest { Kind = UnitKind.Court }));
        Assert.Equal(["市司法局", "区司法局"], await NamesAsync(new ListUnitsRequest { RegionCode = "430000", IncludeBelow = true, Function = "judicial-administration" }));
        Assert.Empty(await NamesAsync(new ListUnitsRequest { RegionCode = "999999" }));
        var page = await ListAsync(new ListUnitsRequest { PageSize = 1, Kind = UnitKind.Government });
        await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => ListAsync(new ListUnitsRequest { PageSize = 1, PageToken = page.NextPageToken }));
    }

    [Fact]
    public async Task Update_changes_the_fields_of_the_mask_alone()
    {
        await AddFictionalRegionsAsync();
        var before = await CreateUnitAsync(JusticeBureau());
        var after = await UpdateAsync(new Unit { Name = before.Name, DisplayName = "望岫县司法行政局", Etag = before.Etag }, "display_name");
        Assert.Equal("望岫县司法行政局", after.DisplayName);
        Assert.Equal(before.ShortNames, after.ShortNames);
        Assert.Equal(before.History, after.History);
        Assert.Equal(before.SocialCreditCode, after.SocialCreditCode);
        Assert.Equal(before.CreateTime, after.CreateTime);
        Assert.NotEqual(before.Etag, after.Etag);
    }

    [Fact]
    public async Task Update_without_a_mask_changes_all()
    {
        await AddFictionalRegionsAsync();
        var before = await CreateUnitAsync(JusticeBureau());
        var after = await UpdateAsync(new Unit { Name = before.Name, DisplayName = "望岫县司法局", EndDate = "2024-05-01" });
        Assert.Equal("990121", after.RegionCode);
        Assert.Equal("2024-05-01", after.EndDate);
        Assert.Equal(("", "", UnitKind.Unspecified), (after.SocialCreditCode, after.Function, after.Kind));
        Assert.Empty(after.ShortNames);
        Assert.Empty(after.History);
    }

    [Fact]
    public async Task Update_errors_are_clear()
    {
        var unit = await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局" });
        await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "乙局" });
        var changed = new Unit { Name = unit.Name, DisplayName = "乙局" };
        await RpcAssert.FailsAsync(StatusCode.AlreadyExists, "ALREADY_EXISTS", () => UpdateAsync(changed, "display_name"));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "UPDATE_MASK_INVALID", () => UpdateAsync(changed, "region_code"));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => UpdateAsync(new Unit { Name = unit.Name, StartDate = "x" }, "start_date"));
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => UpdateAsync(new Unit { Name = "units/none", DisplayName = "丙局" }));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => UpdateAsync(new Unit { Name = "none", DisplayName = "丙局" }));
        await UpdateAsync(new Unit { Name = unit.Name, Function = "audit", Etag = unit.Etag }, "function");
        await RpcAssert.FailsAsync(StatusCode.Aborted, "ETAG_MISMATCH", () => UpdateAsync(new Unit { Name = unit.Name, Function = "tax", Etag = unit.Etag }, "function"));
        Assert.Equal("audit", (await GetAsync(unit.Name)).Function);
    }

    [Fact]
    public async Task Deleted_unit_is_gone_and_its_name_is_free_again()
    {
        var unit = await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局" });
        await RpcAssert.FailsAsync(StatusCode.Aborted, "ETAG_MISMATCH", () => DeleteAsync(unit.Name, "old"));
        await DeleteAsync(unit.Name, unit.Etag);
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => GetAsync(unit.Name));
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => DeleteAsync(unit.Name, ""));
        await CreateUnitAsync(new Unit { RegionCode = "430406", DisplayName = "甲局" });
    }

    internal static Unit JusticeBureau() => new()
    {
        RegionCode = "990121",
        DisplayName = "望岫县司法局",
        ShortNames = { "县司法局", "司法局" },
        Kind = UnitKind.Government,
        Function = "judicial-administration",
        SocialCreditCode = CreditCode,
        History = { new UnitHistory { Event = UnitHistory.Types.Event.Merged, FormerName = "望岫县政府法制办公室", Date = "2019-01" } },
        StartDate = "2019-01-18",
    };

    private async Task<Unit> GetAsync(string name) => await Client.GetUnitAsync(new GetUnitRequest { Name = name }, cancellationToken: Cancellation);

    private async Task<ListUnitsResponse> ListAsync(ListUnitsRequest request) => await Client.ListUnitsAsync(request, cancellationToken: Cancellation);

    private async Task DeleteAsync(string name, string etag) =>
        await Client.DeleteUnitAsync(new DeleteUnitRequest { Name = name, Etag = etag }, cancellationToken: Cancellation);

    private async Task<Unit> UpdateAsync(Unit unit, params string[] mask) => await Client.UpdateUnitAsync(
        new UpdateUnitRequest { Unit = unit, UpdateMask = mask.Length == 0 ? null : new FieldMask { Paths = { mask } } }, cancellationToken: Cancellation);

    /// <summary>The names on all pages.</summary>
    private async Task<List<string>> NamesAsync(ListUnitsRequest request)
    {
        var names = new List<string>();
        do
        {
            var page = await ListAsync(request);
            names.AddRange(page.Units.Select(unit => unit.DisplayName));
            request.PageToken = page.NextPageToken;
            Assert.True(request.PageToken.Length > 0 || names.Count == page.TotalSize);
        }
        while (request.PageToken.Length > 0);

        return names;
    }
}
