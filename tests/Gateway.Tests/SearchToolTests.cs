using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fazhi.Documents.V1;
using Fazhi.Gateway.Tests.World;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Google.Protobuf;
using PlanTask = Fazhi.Plans.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests;

/// <summary>What stands around a result: suggestions, what is alike, why, and the whole as a file.</summary>
public sealed class SearchToolTests(GatewayWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeLibrary Library => world.Backend.Library;

    private HttpClient Http => world.Gateway.Http;

    [Fact]
    public async Task Suggestions_are_whole_queries_and_titles_lead_to_their_documents()
    {
        Library.Suggestions["法治 司法"] =
        [
            new Suggestion { Kind = Suggestion.Types.Kind.Unit, Text = "法治 司法局", Name = "units/u1" },
            new Suggestion { Kind = Suggestion.Types.Kind.Title, Text = "某县司法工作要点", Name = "plans/p1" },
        ];

        var answer = JsonNode.Parse(await Http.GetStringAsync($"/suggest?text={Uri.EscapeDataString("法治 司法")}", Stop))!;

        Assert.Equal("""[{"kind":"单位","query":"法治 司法局","address":""},{"kind":"标题","query":"某县司法工作要点","address":"/plans/p1"}]""", answer.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("/suggest")]
    [InlineData("/suggest?text=")]
    [InlineData("/suggest?text=nothing")]
    public async Task No_suggestions_are_an_empty_list(string address) => Assert.Equal("[]", await Http.GetStringAsync(address, Stop));

    [Fact]
    public async Task Similar_tasks_are_shown_with_the_words_they_share()
    {
        Library.Alike["plans/p2/tasks/4"] = request => new MoreLikeThisResponse
        {
            Words = { "行政复议", request.IncludeSameRegion ? "同地" : "异地" },
            Results = { ResultOf("plans/p3", "云汀县工作要点", "推进行政复议规范化", "plans/p3/tasks/1") },
        };

        Library.Plans["plans/p2"] = new Plan
        {
            Name = "plans/p2",
            Title = "望岫县工作要点",
            Region = new() { DisplayName = "望岫县" },
            Tasks = { new PlanTask { Name = "plans/p2/tasks/4", Text = "办好行政复议听证。" } },
        };
        var elsewhere = await Http.GetPageAsync("/similar?name=plans/p2/tasks/4");
        var everywhere = await Http.GetPageAsync("/similar?name=plans/p2/tasks/4&same-region=yes");

        Assert.Contains("行政复议、异地", elsewhere, StringComparison.Ordinal);
        Assert.Contains("云汀县工作要点", elsewhere, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/p2#task-4\"", elsewhere, StringComparison.Ordinal);
        Assert.Contains("办好行政复议听证。", elsewhere, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/p3#task-1\"", elsewhere, StringComparison.Ordinal);
        Assert.Contains("行政复议、同地", everywhere, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/similar?name=plans/none/tasks/1")]
    [InlineData("/explain?q=x&name=plans/none")]
    public async Task What_does_not_exist_is_said(string address)
    {
        using var response = await Http.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有找到", await response.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanation_says_what_the_score_is_made_of()
    {
        Library.Explanations["plans/why"] = request => new ExplainResponse
        {
            Matched = true,
            Interpretation = $"同时含有：{request.Search.Query}",
            Score = 12.5,
            Reasons = { new Reason { Code = "ENGINE", Message = "词语在正文中出现", Score = 10 }, new Reason { Code = "TITLE", Message = "标题中也有", Score = 2.5 } },
            Passage = new PassageHit { Text = "做好行政复议", Range = new TextRange { Start = 3, Length = 6 } },
        };

        var page = await Http.GetPageAsync("/explain?q=行政复议&name=plans/why");

        foreach (var words in new[] { "同时含有：行政复议", "词语在正文中出现", "10.00", "标题中也有", "2.50", "12.50", "做好行政复议" })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanation_of_what_is_not_found_says_what_it_lacks()
    {
        Library.Explanations["plans/why-not"] = _ => new ExplainResponse { Interpretation = "同时含有", Missing = { "没有段落含有“听证”" } };

        Assert.Contains("没有段落含有“听证”", await Http.GetPageAsync("/explain?q=听证&name=plans/why-not"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_is_passed_on_under_its_name()
    {
        Library.Exports["导出"] = async (request, stream, context) =>
        {
            Assert.Equal(ExportFormat.Csv, request.Format);
            await stream.WriteAsync(new ExportChunk { FileName = "检索/结果.csv", ContentType = "text/csv; charset=utf-8", Data = ByteString.CopyFromUtf8("a,b\r\n") }, context.CancellationToken);
            await stream.WriteAsync(new ExportChunk { Data = ByteString.CopyFromUtf8("1,2\r\n") }, context.CancellationToken);
        };

        using var response = await Http.GetAsync("/search/export?q=导出&format=csv", Stop);

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("检索_结果.csv", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("a,b\r\n1,2\r\n", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Export_that_cannot_begin_is_a_page_that_says_why()
    {
        Library.Exports["导不出"] = (_, _, _) => throw FazhiException.InvalidArgument("search.query", "检索词有误");

        using var refused = await Http.GetAsync("/search/export?q=导不出&format=xlsx", Stop);
        using var unknown = await Http.GetAsync("/search/export?q=导不出&format=pdf", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(refused.Content.Headers.ContentDisposition);
        Assert.Contains("检索词有误", await refused.Content.ReadPageAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("没有这种导出格式", await unknown.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_that_breaks_off_is_not_taken_for_the_whole()
    {
        Library.Exports["断了"] = async (_, stream, context) =>
        {
            await stream.WriteAsync(new ExportChunk { FileName = "x.csv", Data = ByteString.CopyFrom(new byte[100_000]) }, context.CancellationToken);
            throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), "检索引擎没有答复");
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => Http.GetByteArrayAsync("/search/export?q=断了&format=csv", Stop));
    }

    [Fact]
    public async Task Export_ends_when_the_reader_leaves()
    {
        var left = new TaskCompletionSource();
        Library.Exports["走了"] = async (_, stream, context) =>
        {
            context.CancellationToken.Register(left.SetResult);
            await stream.WriteAsync(new ExportChunk { FileName = "x.csv", Data = ByteString.CopyFrom(Encoding.UTF8.GetBytes("x")) }, context.CancellationToken);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };

        using (var response = await Http.GetAsync("/search/export?q=走了&format=csv", HttpCompletionOption.ResponseHeadersRead, Stop))
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        await left.Task.Soon();
    }

    private static SearchResult ResultOf(string name, string title, string text, string task) => new()
    {
        Document = new DocumentSummary { Name = name, Type = DocumentType.Plan, Title = title },
        Passages = { new PassageHit { Text = text, Task = task, Range = new TextRange { Length = text.Length } } },
        PassageCount = 1,
    };
}
