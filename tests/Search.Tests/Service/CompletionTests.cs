using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Grpc.Core;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Search.Tests.Service;

/// <summary>What completes an entry, what is alike, and what is found when nothing is.</summary>
public class CompletionTests : ServiceTests
{
    private static void Library(FakeServices services)
    {
        var words = (string[])["行政复议案件应当依法受理，提高办案质量。", "行政复议案件依法受理，办案质量稳步提高。", "行政复议案件的受理和办案质量。"];
        services.Put(
            Plan("own", "望岫县普法要点", Wangxiu, 2024, "#复议", words[0], "#其他", "开展植树活动。"),
            Plan("same", "望岫县普法要点二", Wangxiu, 2023, words[1]),
            Plan("far", "云汀县普法要点", Yunting, 2024, words[2]));
        services.Put([.. Enumerable.Range(0, 10).Select(i => Report($"{i}", "报告", Qingyan, 2024, $"其他工作第{i}项。"))]);
    }

    [Fact]
    public async Task Titles_themes_units_regions_and_terms_complete_what_is_typed()
    {
        await using var search = await StartAsync(Library);

        var all = await SuggestAsync(search, new SuggestRequest { Text = "望岫" });
        var titles = await SuggestAsync(search, new SuggestRequest { Text = "望岫", Kinds = { Suggestion.Types.Kind.Title } });

        Assert.Contains(all, suggestion => suggestion is { Kind: Suggestion.Types.Kind.Region, Name: "990121" });
        Assert.Equal(["plans/own", "plans/same"], titles.Select(title => title.Name).Order(StringComparer.Ordinal));
        Assert.Contains("行政复议", (await SuggestAsync(search, new SuggestRequest { Text = "行政复", Limit = 50 })).Select(suggestion => suggestion.Text));
        Assert.Equal(3, (await SuggestAsync(search, new SuggestRequest { Text = "法", Limit = 3 })).Count);
        Assert.DoesNotContain(await SuggestAsync(search, new SuggestRequest { Text = "行政", Limit = 50 }), suggestion => suggestion.Text is "行政公署" or "行政裁决");
        var texts = (await SuggestAsync(search, new SuggestRequest { Text = "复议", Limit = 50 })).Select(suggestion => suggestion.Text).ToList();
        Assert.Equal(texts.Distinct(), texts);
        Assert.DoesNotContain(await SuggestAsync(search, new SuggestRequest { Text = "云", Limit = 50 }), suggestion => suggestion is { Kind: Suggestion.Types.Kind.Region, Name: not "990221" });
    }

    [Theory]
    [InlineData("望岫县司", "单位:望岫县司法局")]
    [InlineData("普法 司法局", "普法 单位:望岫县司法局")]
    [InlineData("-司法", "-单位:望岫县司法局")]
    [InlineData("unit:望岫", "unit:望岫县司法局")]
    [InlineData("单位：司法", "单位：望岫县司法局")]
    [InlineData("信访", "单位:\"望岫县信访局（督查室）\"")]
    [InlineData("标题:司法", null)]
    [InlineData("\"司法", null)]
    [InlineData("司", null)]
    [InlineData("教育", null)]
    public async Task Registered_units_that_documents_name_complete_what_is_typed_and_are_found(string typed, string? expected)
    {
        await using var search = await SearchFixture.StartAsync(services =>
        {
            Library(services);
            var plan = Plan("units", "要点", Wangxiu, 2024, "开展普法工作。");
            plan.Tasks.Add(new Plans.V1.Task
            {
                Name = "plans/units/tasks/1",
                Range = plan.Content.Paragraphs[0].Range,
                UnitLines =
                {
                    new UnitLine
                    {
                        Role = UnitRole.Lead,
                        Mentions =
                        {
                            new UnitMention { Text = "县司法局", Unit = "units/1", DisplayName = "望岫县司法局" },
                            new UnitMention { Text = "信访局", Unit = "units/2", DisplayName = "望岫县信访局（督查室）" },
                            new UnitMention { Text = "各镇教育办" },
                        },
                    },
                },
            });
            services.Put(plan);
        });

        var units = (await SuggestAsync(search, new SuggestRequest { Text = typed })).Where(suggestion => suggestion is { Kind: Suggestion.Types.Kind.Unit, Name.Length: > 0 }).ToList();

        Assert.Equal(expected, units.FirstOrDefault()?.Text);
        if (expected?.StartsWith('-') == false)
            Assert.Equal("plans/units", Assert.Single((await search.SearchAsync(expected)).Results).Document.Name);
    }

    [Fact]
    public async Task Passages_of_other_documents_and_regions_are_alike()
    {
        await using var search = await StartAsync(Library);

        var other = await AlikeAsync(search, new MoreLikeThisRequest { Name = "plans/own" });
        var all = await AlikeAsync(search, new MoreLikeThisRequest { Name = "plans/own", IncludeSameRegion = true });

        Assert.Equal("plans/far", Assert.Single(other.Results).Document.Name);
        Assert.Contains("行政复议", string.Concat(other.Words), StringComparison.Ordinal);
        Assert.Equal(["plans/far", "plans/same"], all.Results.Select(row => row.Document.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("plans/none", StatusCode.NotFound)]
    [InlineData("plans/own/tasks/99", StatusCode.NotFound)]
    [InlineData("units/1", StatusCode.InvalidArgument)]
    public async Task What_is_not_there_has_nothing_like_it(string name, StatusCode code)
    {
        await using var search = await StartAsync(Library);

        await RpcAssert.FailsAsync(code, null, () => AlikeAsync(search, new MoreLikeThisRequest { Name = name }));
    }

    [Fact]
    public async Task Where_little_has_all_words_what_has_some_follows_unless_only_what_was_typed_is_wanted()
    {
        await using var search = await StartAsync(Library);

        var partial = await search.SearchAsync("行政复议 植树");
        var literal = await search.Client.SearchAsync(new SearchRequest { Query = "行政复议 植树", Literal = true }, cancellationToken: SearchFixture.Token);
        var misprint = await search.SearchAsync("行攻复议");

        Assert.Equal((0, 3), (partial.TotalSize, partial.PartialResults.Count));
        Assert.Equal((0, 0), (literal.TotalSize, literal.PartialResults.Count));
        Assert.Equal(("行政复议", 0, 3), (misprint.SuggestedQuery, misprint.TotalSize, misprint.PartialResults.Count));
    }

    [Fact]
    public async Task What_has_a_part_fills_the_page_in_the_order_of_relevance_and_counts_nowhere()
    {
        await using var search = await StartAsync(Library);
        var request = new SearchRequest { Query = "行政复议 提高", Rows = ResultRows.Passages, PageSize = 3, Facets = { FacetField.Type } };

        var found = await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token);
        var newest = await search.Client.SearchAsync(new SearchRequest(request) { Sort = SortOrder.Newest }, cancellationToken: SearchFixture.Token);
        var full = await search.Client.SearchAsync(new SearchRequest(request) { PageSize = (int)found.TotalSize }, cancellationToken: SearchFixture.Token);

        Assert.InRange(found.TotalSize, 1, 2);
        Assert.Equal(3 - found.TotalSize, found.PartialResults.Count);
        Assert.Equal(3, found.Results.Concat(found.PartialResults).Select(row => (row.Document.Name, row.Passages[0].Range)).Distinct().Count());
        Assert.Equal(found.TotalDocuments, found.Facets[0].Values.Sum(value => value.Count));
        Assert.Equal("", found.NextPageToken);
        Assert.Empty(newest.PartialResults);
        Assert.Empty(full.PartialResults);
    }

    private static async Task<IReadOnlyList<Suggestion>> SuggestAsync(SearchFixture search, SuggestRequest request) =>
        (await search.Client.SuggestAsync(request, cancellationToken: SearchFixture.Token)).Suggestions;

    private static async Task<MoreLikeThisResponse> AlikeAsync(SearchFixture search, MoreLikeThisRequest request) =>
        await search.Client.MoreLikeThisAsync(request, cancellationToken: SearchFixture.Token);
}
