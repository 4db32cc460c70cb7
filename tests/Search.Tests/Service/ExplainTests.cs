using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>Why a document is found, or is not.</summary>
public class ExplainTests : ServiceTests
{
    private static void Library(FakeServices services) =>
        services.Put(Plan("a", "望岫县要点", Wangxiu, 2024, "#复议", "推进行政复议。", "#应诉", "出庭应诉。"));

    [Fact]
    public async Task Document_that_is_found_shows_its_best_passage_and_the_parts_of_its_score()
    {
        await using var search = await StartAsync(Library);

        var answer = await ExplainAsync(search, new SearchRequest { Query = "行政复议" });

        Assert.True(answer.Matched);
        Assert.Equal("推进行政复议。", answer.Passage.Text);
        Assert.True(answer.Score > 0);
        Assert.Equal(answer.Score, answer.Reasons.Sum(reason => reason.Score), 6);
        Assert.Contains("行政复议", answer.Interpretation, StringComparison.Ordinal);
        Assert.Empty(answer.Missing);
    }

    public static TheoryData<SearchRequest, string> Misses => new()
    {
        { new SearchRequest { Query = "行政复议 听证" }, "听证" },
        { new SearchRequest { Query = "行政复议 出庭应诉" }, "没有一个段落同时符合" },
        { new SearchRequest { Query = "应诉 -出庭" }, "要排除的词" },
        { new SearchRequest { Query = "应诉", Filter = new SearchFilter { Years = { 2020 } } }, "年份（2020）" },
        { new SearchRequest { Query = "应诉", Filter = new SearchFilter { Regions = { "澄湖市" } } }, "地区（澄湖市）" },
        { new SearchRequest { Filter = new SearchFilter { Names = { "plans/b" } } }, "指定的文件" },
    };

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task Document_that_is_not_found_is_told_why(SearchRequest request, string why)
    {
        await using var search = await StartAsync(Library);

        var answer = await ExplainAsync(search, request);

        Assert.False(answer.Matched);
        Assert.Contains(why, Assert.Single(answer.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_that_is_not_there_is_not_found()
    {
        await using var search = await StartAsync();

        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => ExplainAsync(search, new SearchRequest { Query = "法" }));
    }

    private static async Task<ExplainResponse> ExplainAsync(SearchFixture search, SearchRequest request) =>
        await search.Client.ExplainAsync(new ExplainRequest { Search = request, Name = "plans/a" }, cancellationToken: SearchFixture.Token);
}
