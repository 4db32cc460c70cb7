using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Grpc.Core;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Search.Tests.Service;

/// <summary>The calls of the search service over a real socket.</summary>
public class SearchServiceTests : ServiceTests
{
    private static void Library(FakeServices services)
    {
        services.Put(
            Plan("a", "望岫县2024年行政复议工作要点", Wangxiu, 2024, "#化解矛盾纠纷", "##行政复议", "推进行政复议规范化，“行政复议”为民。"),
            Plan("b", "临澜市2023年工作要点", Linlan, 2023, "#政务公开", "办好公开栏。"));
        services.Put(
            Report("c", "青砚区2024年度报告", Qingyan, 2024, "办理行政复议案件。"),
            Report("d", "柳溪镇2024年度报告", Liuxi, 2024, "镇里的行政复议。"));
    }

    [Fact]
    public async Task Result_shows_headings_text_range_and_marked_places()
    {
        await using var search = await StartAsync(Library);

        var response = await search.SearchAsync("行政复议 规范化");

        var result = Assert.Single(response.Results);
        Assert.Equal(1, response.TotalSize);
        Assert.Equal(1, response.TotalPassages);
        Assert.Equal(("plans/a", DocumentType.Plan, "临澜市望岫县"), (result.Document.Name, result.Document.Type, result.Document.Region.FullName));
        Assert.Equal((PlanKind.KeyPoints, PlanStatus.Issued), (result.PlanKind, result.Status));
        Assert.Equal([(8, 4)], result.TitleHighlights.Select(h => (h.Start, h.Length)));
        var passage = Assert.Single(result.Passages);
        Assert.Equal(["化解矛盾纠纷", "行政复议"], passage.Headings);
        Assert.Equal([(1, 0, 4)], passage.HeadingHighlights.Select(h => (h.Heading, h.Place.Start, h.Place.Length)));
        Assert.Equal("推进行政复议规范化，“行政复议”为民。", passage.Text);
        Assert.Equal(["行政复议规范化", "行政复议"], passage.Highlights.Select(h => passage.Text.Substring(h.Start, h.Length)));
        Assert.Equal("化解矛盾纠纷\n行政复议\n".Length, passage.Range.Start);
        Assert.Equal(passage.Text.Length, passage.Range.Length);
        Assert.True(passage.Score > 0);
    }

    [Theory]
    [InlineData("临澜市", "plans/a plans/b reports/c reports/d")]
    [InlineData("临澜", "plans/a plans/b reports/c reports/d")]
    [InlineData("990121", "plans/a reports/d")]
    [InlineData("岚川省临澜市青砚区", "reports/c")]
    [InlineData("柳溪镇", "reports/d")]
    [InlineData("望岫县柳溪镇", "reports/d")]
    [InlineData("990121/柳溪镇", "reports/d")]
    [InlineData("澄湖市", "")]
    public async Task Region_filter_takes_codes_and_names(string region, string names)
    {
        await using var search = await StartAsync(Library);

        var response = await search.SearchAsync("", new SearchFilter { Regions = { region } });

        Assert.Equal(names, string.Join(' ', response.Results.Select(result => result.Document.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("青砚区", "REGION_AMBIGUOUS", "临澜市青砚区（990102）、澄湖市青砚区（990202）")]
    [InlineData("无名县", "REGION_UNKNOWN", "无名县")]
    [InlineData("澄湖市柳溪镇", "REGION_UNKNOWN", "澄湖市柳溪镇")]
    [InlineData("999999", "REGION_UNKNOWN", "999999")]
    [InlineData(" ", "INVALID_ARGUMENT", "filter.regions")]
    public async Task Region_that_is_unknown_or_ambiguous_is_refused(string region, string reason, string message)
    {
        await using var search = await StartAsync(Library);

        var error = await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, reason, () => search.SearchAsync("复议", new SearchFilter { Regions = { region } }));

        Assert.Contains(message, error.Status.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<string, SearchRequest> BadRequests => new()
    {
        { "query", new SearchRequest { Query = "复议 \"应诉" } },
        { "query", new SearchRequest { Query = new string('法', 513) } },
        { "page_size", new SearchRequest { PageSize = -1 } },
        { "page_token", new SearchRequest { PageToken = "没有这样的" } },
        { "passages_per_document", new SearchRequest { PassagesPerDocument = -1 } },
        { "facets", new SearchRequest { Facets = { FacetField.Unspecified } } },
        { "facets", new SearchRequest { Facets = { (FacetField)99 } } },
        { "filter.levels", new SearchRequest { Filter = new SearchFilter { Levels = { RegionLevel.Unspecified } } } },
        { "filter.years", new SearchRequest { Filter = new SearchFilter { Years = { -2024 } } } },
        { "filter.years", new SearchRequest { Filter = new SearchFilter { Years = { Enumerable.Range(1900, 101) } } } },
        { "filter.period", new SearchRequest { Filter = new SearchFilter { Period = new Period { StartYear = 2025, EndYear = 2021 } } } },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task Bad_request_names_the_field(string field, SearchRequest request)
    {
        // What is refused never reaches an engine: the embedded one, which starts at once, will do.
        await using var search = await SearchFixture.StartAsync();

        var error = await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, null, async () => await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token));

        Assert.StartsWith(field + "：", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_are_named_for_people_and_valued_for_filters()
    {
        await using var search = await StartAsync(Library);
        var request = new SearchRequest { PageSize = 1 };
        request.Facets.Add([FacetField.Prefecture, FacetField.Region, FacetField.Level, FacetField.Year, FacetField.Type, FacetField.PlanKind, FacetField.Status]);

        var response = await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token);

        Assert.Equal(
            [
                "Prefecture 990100 临澜市 4",
                "Region 990100 临澜市 1, 990102 临澜市青砚区 1, 990121 临澜市望岫县 1, 990121/柳溪镇 临澜市望岫县柳溪镇 1",
                "Level REGION_LEVEL_COUNTY 县级 2, REGION_LEVEL_PREFECTURE 地级 1, REGION_LEVEL_TOWNSHIP 乡级 1",
                "Year 2024 2024年 3, 2023 2023年 1",
                "Type DOCUMENT_TYPE_PLAN 计划 2, DOCUMENT_TYPE_REPORT 年度报告 2",
                "PlanKind PLAN_KIND_KEY_POINTS 工作要点 2",
                "Status PLAN_STATUS_ISSUED 已印发 2",
            ],
            response.Facets.Select(facet => $"{facet.Field} {string.Join(", ", facet.Values.Select(v => $"{v.Value} {v.DisplayName} {v.Count}"))}"));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        await using var search = await StartAsync(services =>
            services.Put([.. Enumerable.Range(0, 25).Select(i => Plan($"{i:00}", "要点", Wangxiu, 2024, i % 3 == 0 ? "每年普法，普法。" : "每年普法。"))]));
        var request = new SearchRequest { Query = "普法", PageSize = 7 };

        var names = new List<string>();
        do
        {
            var page = await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token);
            Assert.Equal(25, page.TotalSize);
            names.AddRange(page.Results.Select(result => result.Document.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(25, names.Count);
        Assert.Equal(25, names.Distinct().Count());
    }

    [Fact]
    public async Task Page_token_of_another_query_is_refused()
    {
        await using var search = await StartAsync(Library);
        var first = await search.Client.SearchAsync(new SearchRequest { PageSize = 1 }, cancellationToken: SearchFixture.Token);

        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => search.Client.SearchAsync(
            new SearchRequest { Query = "复议", PageSize = 1, PageToken = first.NextPageToken }, cancellationToken: SearchFixture.Token));
    }

    [Fact]
    public async Task Status_tells_how_far_each_feed_is()
    {
        await using var search = await StartAsync(Library);

        var status = await search.StatusAsync();

        Assert.Equal(Server is null ? "fts5" : "elasticsearch", status.Engine);
        Assert.Equal(4, status.DocumentCount);
        Assert.Equal(4, status.PassageCount);
        Assert.Equal(["plans first/2", "reports first/2", "units first/7"], status.Feeds.Select(feed => $"{feed.Feed} {feed.ResumeToken}"));
        Assert.All(status.Feeds, feed => Assert.True(feed.Connected && feed.CaughtUp));
    }
}
