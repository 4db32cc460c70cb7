using System.Diagnostics;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Grpc.Core;
using Kind = Fazhi.Units.V1.UnitMention.Types.Kind;

namespace Fazhi.Units.Tests.Service;

public sealed class MentionTests : ServiceTest
{
    private const string Document = "plans/sample";

    [Fact]
    public async Task Mentions_come_back_in_order_with_units_members_and_suggestions()
    {
        var units = await RegisterAsync();
        var mentions = await ResolveAsync("县司法局等部门按职责分工负责", "县委编办", "市司法局", "县属相关部门", "县属各行政执法部门", "各乡镇（管委会）", "县政府服务管理局", "长期坚持", "县建设局", "县法制办");
        Assert.Equal(
            [Kind.Single, Kind.Single, Kind.Single, Kind.Collective, Kind.Collective, Kind.Collective, Kind.Single, Kind.Unresolved, Kind.Single, Kind.Single],
            mentions.Select(mention => mention.Kind));
        Assert.Equal(("县司法局", units["望岫县司法局"], "judicial-administration", "990121"), (mentions[0].Text, mentions[0].Unit, mentions[0].Function, mentions[0].RegionCode));
        Assert.Equal(units["中共望岫县委机构编制委员会办公室"], mentions[1].Unit);
        Assert.Equal((units["临澜市司法局"], "990100"), (mentions[2].Unit, mentions[2].RegionCode));
        Assert.Equal(5, mentions[3].Members.Count);
        Assert.Equal(UnitMention.Types.Collective.RelatedDepartments, mentions[3].Collective);
        Assert.DoesNotContain(units["望岫县旧局"], mentions[3].Members);
        Assert.Equal([units["望岫县住房和城乡建设局"], units["望岫县司法局"]], mentions[4].Members);
        Assert.Equal([units["石渡镇人民政府"]], mentions[5].Members);
        Assert.Equal(("", ""), (mentions[6].Unit, mentions[6].Function));
        Assert.Equal((units["望岫县政务服务管理局"], "government-services"), (mentions[6].Suggestions[0].Unit, mentions[6].Suggestions[0].Function));
        Assert.InRange(mentions[6].Suggestions[0].Score, 0.8, 0.99);
        Assert.Equal(("", units["望岫县住房和城乡建设局"]), (mentions[8].Unit, mentions[8].Suggestions[0].Unit));
        Assert.Equal((units["望岫县司法局"], "望岫县司法局"), (mentions[9].Unit, mentions[9].DisplayName));
    }

    [Fact]
    public async Task Without_a_region_kinds_and_functions_are_answered_and_units_are_not()
    {
        await RegisterAsync();
        var mention = Assert.Single((await Client.ResolveMentionsAsync(new ResolveMentionsRequest { Mentions = { "县司法局" } }, cancellationToken: Cancellation)).Mentions);
        Assert.Equal((Kind.Single, "judicial-administration", "", ""), (mention.Kind, mention.Function, mention.Unit, mention.RegionCode));
    }

    [Fact]
    public async Task Region_without_units_gets_them_proposed_and_accepted_in_one_call()
    {
        await AddFictionalRegionsAsync();
        await ResolveAsync("县司法局", "县司法局", "望岫县司法局", "市司法局", "县委编办", "县属相关部门", "长期坚持", "县公安局交警大队");
        var proposals = (await ListProposalsAsync(new ListUnitProposalsRequest { RegionCode = "990121" })).UnitProposals;
        Assert.Equal(["中共望岫县委机构编制委员会办公室", "望岫县司法局"], proposals.Select(proposal => proposal.DisplayName));
        Assert.Equal((3, "judicial-administration", UnitKind.Government), (proposals[1].MentionCount, proposals[1].Function, proposals[1].Kind));
        Assert.Equal(["县司法局", "望岫县司法局"], proposals[1].Texts);
        Assert.Equal([Document], proposals[1].Documents);
        var request = new AcceptUnitProposalsRequest { Names = { proposals.Select(proposal => proposal.Name) }, RequestId = "accept-1" };
        var units = (await Client.AcceptUnitProposalsAsync(request, cancellationToken: Cancellation)).Units;
        Assert.Equal(units, (await Client.AcceptUnitProposalsAsync(request, cancellationToken: Cancellation)).Units);
        Assert.Equal(["县委编办"], units[0].ShortNames);
        Assert.Equal(2, (await Client.ListUnitsAsync(new ListUnitsRequest { RegionCode = "990121" }, cancellationToken: Cancellation)).TotalSize);
        Assert.Equal(["临澜市司法局"], (await ListProposalsAsync(new ListUnitProposalsRequest())).UnitProposals.Select(proposal => proposal.DisplayName));
        Assert.Equal(units[1].Name, (await ResolveAsync("县司法局"))[0].Unit);
    }

    [Fact]
    public async Task Document_that_is_read_anew_replaces_what_it_proposed()
    {
        await AddFictionalRegionsAsync();
        await ResolveAsync("县司法局", "县审计局");
        var again = await ListProposalsAsync(new ListUnitProposalsRequest());
        await ResolveAsync("县司法局", "县审计局");
        Assert.Equal(again, await ListProposalsAsync(new ListUnitProposalsRequest()));
        await ResolveAsync("县统计局");
        Assert.Equal(["望岫县统计局"], (await ListProposalsAsync(new ListUnitProposalsRequest { Document = Document })).UnitProposals.Select(proposal => proposal.DisplayName));
        await ResolveAsync();
        Assert.Equal(0, (await ListProposalsAsync(new ListUnitProposalsRequest())).TotalSize);
    }

    [Fact]
    public async Task Dismissed_proposal_does_not_come_back()
    {
        await AddFictionalRegionsAsync();
        await ResolveAsync("县司法局");
        var proposal = Assert.Single((await ListProposalsAsync(new ListUnitProposalsRequest())).UnitProposals);
        await Client.DismissUnitProposalAsync(new DismissUnitProposalRequest { Name = proposal.Name }, cancellationToken: Cancellation);
        await ResolveAsync("县司法局");
        Assert.Empty((await ListProposalsAsync(new ListUnitProposalsRequest())).UnitProposals);
        await RpcAssert.FailsAsync(
            StatusCode.NotFound, "NOT_FOUND", () => Client.DismissUnitProposalAsync(new DismissUnitProposalRequest { Name = proposal.Name }, cancellationToken: Cancellation));
        await RpcAssert.FailsAsync(
            StatusCode.NotFound, "NOT_FOUND", () => Client.AcceptUnitProposalsAsync(new AcceptUnitProposalsRequest { Names = { proposal.Name } }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task One_missing_proposal_accepts_none()
    {
        await AddFictionalRegionsAsync();
        await ResolveAsync("县司法局");
        var proposal = Assert.Single((await ListProposalsAsync(new ListUnitProposalsRequest())).UnitProposals);
        await RpcAssert.FailsAsync(
            StatusCode.NotFound,
            "NOT_FOUND",
            () => Client.AcceptUnitProposalsAsync(new AcceptUnitProposalsRequest { Names = { proposal.Name, "unitProposals/none" } }, cancellationToken: Cancellation));
        Assert.Equal(0, (await Client.ListUnitsAsync(new ListUnitsRequest(), cancellationToken: Cancellation)).TotalSize);
    }

    public static TheoryData<ResolveMentionsRequest, string?> WrongRequests => new()
    {
        { new ResolveMentionsRequest { RegionCode = "99" }, null },
        { new ResolveMentionsRequest { RegionCode = "980000" }, "REGION_NOT_REGISTERED" },
        { new ResolveMentionsRequest { Mentions = { new string('局', 201) } }, null },
        { new ResolveMentionsRequest { Mentions = { Enumerable.Repeat("县司法局", 5001) } }, null },
    };

    [Theory]
    [MemberData(nameof(WrongRequests))]
    public async Task Wrong_request_is_refused(ResolveMentionsRequest request, string? reason) =>
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, reason, () => Client.ResolveMentionsAsync(request, cancellationToken: Cancellation));

    [Fact]
    public async Task Plan_of_400_mentions_in_a_region_of_90_units_takes_little_time()
    {
        await AddFictionalRegionsAsync();
        foreach (var number in Enumerable.Range(0, 90))
            await CreateUnitAsync(new Unit { RegionCode = "990121", DisplayName = $"望岫县第{number}事务局" });
        var texts = Enumerable.Range(0, 400).Select(number => $"县第{number % 100}事务局").ToArray();
        await ResolveAsync(texts);
        var started = Stopwatch.GetTimestamp();
        var mentions = await ResolveAsync(texts);
        var taken = Stopwatch.GetElapsedTime(started);
        Assert.Equal(360, mentions.Count(mention => mention.Unit.Length > 0));
        Assert.True(taken < TimeSpan.FromSeconds(2), $"{taken.TotalMilliseconds:F1} ms");
        TestContext.Current.SendDiagnosticMessage($"400 mentions: {taken.TotalMilliseconds:F1} ms");
    }

    [Fact]
    public async Task Function_and_kind_of_a_new_unit_follow_from_its_name_where_that_is_certain()
    {
        await AddFictionalRegionsAsync();
        var justice = await CreateUnitAsync(new Unit { RegionCode = "990121", DisplayName = "望岫县司法局" });
        Assert.Equal(("judicial-administration", UnitKind.Government), (justice.Function, justice.Kind));
        var unknown = await CreateUnitAsync(new Unit { RegionCode = "990121", DisplayName = "望岫县蚕茧局" });
        Assert.Equal(("", UnitKind.Unspecified), (unknown.Function, unknown.Kind));
        var other = await CreateUnitAsync(new Unit { RegionCode = "990121", DisplayName = "临澜市司法局" });
        Assert.Equal("", other.Function);
        await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, null, () => CreateUnitAsync(new Unit { RegionCode = "990121", DisplayName = "望岫县某局", Function = "no-such-function" }));
    }

    [Fact]
    public async Task Functions_are_listed_in_pages_and_found_by_id()
    {
        var ids = new List<string>();
        var request = new ListFunctionsRequest { PageSize = 60 };
        do
        {
            var page = await Client.ListFunctionsAsync(request, cancellationToken: Cancellation);
            ids.AddRange(page.Functions.Select(function => function.Id));
            Assert.True(page.NextPageToken.Length > 0 || page.TotalSize == ids.Count);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        var justice = await Client.GetFunctionAsync(new GetFunctionRequest { Name = "functions/judicial-administration" }, cancellationToken: Cancellation);
        Assert.Equal(("司法行政", UnitKind.Government), (justice.DisplayName, justice.Kind));
        Assert.Contains(justice.LevelNames, name => name is { Level: RegionLevel.Township, DisplayName: "司法所" });
        Assert.Contains(justice.Lineage, step => step is { Year: 2018, FormerName: "政府法制办公室", Change: Function.Types.LineageStep.Types.Change.Merged });
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => Client.GetFunctionAsync(new GetFunctionRequest { Name = "functions/none" }, cancellationToken: Cancellation));
        Assert.Equal(1, (await Client.ListFunctionsAsync(new ListFunctionsRequest { Kind = UnitKind.Court }, cancellationToken: Cancellation)).TotalSize);
    }

    [Fact]
    public async Task Townships_are_imported_together_or_not_at_all()
    {
        await AddFictionalRegionsAsync();
        var good = new ImportRegionsRequest
        {
            Regions = { new Region { Code = "990222101", DisplayName = "甲镇" }, new Region { Code = "990222", DisplayName = "新县" }, new Region { Code = "990200", DisplayName = "澄湖市" }, new Region { Code = "990121", DisplayName = "望岫县" } },
        };
        var counts = await Client.ImportRegionsAsync(good, cancellationToken: Cancellation);
        Assert.Equal((3, 1), (counts.CreatedCount, counts.UnchangedCount));
        Assert.Equal((0, 4), ((await Client.ImportRegionsAsync(good, cancellationToken: Cancellation)).CreatedCount, 4));
        var resolved = await Client.ResolveRegionAsync(new ResolveRegionRequest { Text = "澄湖市新县甲镇" }, cancellationToken: Cancellation);
        Assert.Equal("990222101", resolved.Region.Code);
        foreach (var (wrong, code, reason) in new[]
        {
            (new Region { Code = "990223101", DisplayName = "乙镇" }, StatusCode.InvalidArgument, "PARENT_NOT_REGISTERED"),
            (new Region { Code = "990222101", DisplayName = "丙镇" }, StatusCode.AlreadyExists, "ALREADY_EXISTS"),
            (new Region { Code = "990222102", DisplayName = "" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT"),
            (new Region { Code = "990222109", DisplayName = "丁镇" }, StatusCode.InvalidArgument, "INVALID_ARGUMENT"),
        })
        {
            var request = new ImportRegionsRequest { Regions = { new Region { Code = "990222109", DisplayName = "丁镇" }, wrong } };
            await RpcAssert.FailsAsync(code, reason, () => Client.ImportRegionsAsync(request, cancellationToken: Cancellation));
        }

        await RpcAssert.FailsAsync(
            StatusCode.NotFound, "NOT_FOUND", () => Client.GetRegionAsync(new GetRegionRequest { Name = "regions/990222109" }, cancellationToken: Cancellation));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => Client.ImportRegionsAsync(new ImportRegionsRequest(), cancellationToken: Cancellation));
    }

    private async Task<Dictionary<string, string>> RegisterAsync()
    {
        await AddFictionalRegionsAsync();
        await CreateRegionAsync("990121101", "石渡镇");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in new[]
        {
            new Unit { RegionCode = "990100", DisplayName = "临澜市司法局" },
            UnitWriteTests.JusticeBureau(),
            new Unit { RegionCode = "990121", DisplayName = "中共望岫县委机构编制委员会办公室" },
            new Unit { RegionCode = "990121", DisplayName = "望岫县政务服务管理局" },
            new Unit { RegionCode = "990121", DisplayName = "望岫县住房和城乡建设局" },
            new Unit { RegionCode = "990121", DisplayName = "望岫县人民法院" },
            new Unit { RegionCode = "990121", DisplayName = "望岫县人民政府" },
            new Unit { RegionCode = "990121", DisplayName = "望岫县旧局", Kind = UnitKind.Government, EndDate = "2019-01-01" },
            new Unit { RegionCode = "990121101", DisplayName = "石渡镇人民政府" },
        })
        {
            names[unit.DisplayName] = (await CreateUnitAsync(unit)).Name;
        }

        return names;
    }

    private async Task<IReadOnlyList<UnitMention>> ResolveAsync(params string[] mentions) =>
        (await Client.ResolveMentionsAsync(new ResolveMentionsRequest { RegionCode = "990121", Mentions = { mentions }, Document = Document }, cancellationToken: Cancellation)).Mentions;

    private async Task<ListUnitProposalsResponse> ListProposalsAsync(ListUnitProposalsRequest request) =>
        await Client.ListUnitProposalsAsync(request, cancellationToken: Cancellation);
}
