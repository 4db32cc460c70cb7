using System.Text.Json;
using Fazhi.Cli.Tests.Platform;
using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Cli.Tests;

/// <summary>What is asked of the search service, and what is made of its answers.</summary>
public sealed class SearchCommandTests(FakePlatform platform) : IClassFixture<FakePlatform>
{
    private static readonly string[] AllFilters =
    [
        "--region", "临澜市", "--region", "990200", "--level", "county,市", "--kind", "计划", "--plan-kind", "key-points", "--status", "draft", "--status", "已印发",
        "--year", "2023", "--year", "2024", "--period", "2021-2025", "--issuer", "望岫县人民政府", "--unit", "司法局", "--role", "牵头", "--theme", "outline-2021/22",
        "--function", "司法行政", "--deadline-from", "2024-01-01", "--deadline-to", "2024-12-31", "--no-target", "--document", "plans/p1",
    ];

    private static readonly SearchFilter AllFiltered = new()
    {
        Regions = { "临澜市", "990200" },
        Levels = { RegionLevel.County, RegionLevel.Prefecture },
        Types_ = { DocumentType.Plan },
        PlanKinds = { PlanKind.KeyPoints },
        Statuses = { PlanStatus.DraftForComment, PlanStatus.Issued },
        Years = { 2023, 2024 },
        Period = new Period { StartYear = 2021, EndYear = 2025 },
        Issuers = { "望岫县人民政府" },
        Units = { "司法局" },
        UnitRoles = { UnitRole.Lead },
        Themes = { "outline-2021/22" },
        Functions = { "judicial-administration" },
        DeadlineFrom = "2024-01-01",
        DeadlineTo = "2024-12-31",
        HasTarget = false,
        Names = { "plans/p1" },
    };

    [Fact]
    public async Task Every_filter_reaches_the_service()
    {
        await SearchAsync(["行政复议", "-调解", .. AllFilters, "--rows", "任务", "--sort", "newest", "--literal", "--facets", "theme,县", "--passages", "5", "--page-size", "7", "--page-token", "t"]);
        var expected = new SearchRequest
        {
            Query = "行政复议 -调解",
            Filter = AllFiltered,
            Rows = ResultRows.Tasks,
            Sort = SortOrder.Newest,
            Literal = true,
            Facets = { FacetField.Theme, FacetField.County },
            PassagesPerDocument = 5,
            PageSize = 7,
            PageToken = "t",
        };
        Assert.Equal(expected, platform.Search.Asked);
    }

    [Fact]
    public async Task Search_that_is_kept_reads_as_it_was_typed()
    {
        string[] typed = ["\"行政复议\" 调解", .. AllFilters, "--literal"];
        var created = await platform.RunAsync(["saved", "create", .. typed]);
        Assert.Equal(0, created.Code);
        var line = created.Output.Split('\n').Single(line => line.Contains("fazhi search", StringComparison.Ordinal));

        // What it prints, typed again, asks for the same.
        var words = line[(line.IndexOf("fazhi search ", StringComparison.Ordinal) + "fazhi search ".Length)..].Replace("'\"行政复议\" 调解'", "QUERY", StringComparison.Ordinal).Split(' ');
        await SearchAsync([.. words.Select(word => word == "QUERY" ? typed[0] : word)]);
        var asked = (SearchRequest)platform.Search.Asked!;
        Assert.Equal(AllFiltered, asked.Filter);
        Assert.Equal(typed[0], asked.Query);
        Assert.True(asked.Literal);
    }

    [Theory]
    [InlineData("行政应诉", "new/1", "old/9")]
    [InlineData("监督", "new/3")]
    [InlineData("other/1", "other/1")]
    public async Task Theme_is_named_or_given_by_its_id(string given, params string[] ids)
    {
        await SearchAsync("--theme", given);
        Assert.Equal(ids, ((SearchRequest)platform.Search.Asked!).Filter.Themes);
    }

    [Theory]
    [InlineData("行政执法", "行政执法程序（new/2）、行政执法监督（new/3）")]
    [InlineData("机场", "没有名为“机场”的主题")]
    public async Task Theme_that_is_not_clear_is_refused_with_what_may_be_meant(string given, string explanation)
    {
        var run = await platform.RunAsync("search", "--theme", given);
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bare_id_of_a_document_may_be_either_kind()
    {
        await SearchAsync("--document", "x1");
        Assert.Equal(["plans/x1", "reports/x1"], ((SearchRequest)platform.Search.Asked!).Filter.Names);
    }

    [Theory]
    [InlineData("行政 \"调解", 3, "  行政 \"调解\n       ^\n")]
    [InlineData("ab (c", 3, "  ab (c\n     ^\n")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十 (", 21, "  …四五六七八九十一二三四五六七八九十 (\n" + "                                      ^\n")]
    public async Task Broken_query_is_shown_with_a_mark_under_the_place(string query, int position, string mark)
    {
        platform.Search.Answer = () => throw ErrorStatus.From(FazhiException.InvalidArgument("query", $"第 {position + 1} 个字符：没有配对", "QUERY_INVALID").With("position", $"{position}")).ToRpcException();
        foreach (var arguments in new[] { new[] { query }, [query, "--explain", "plans/p1"] })
        {
            var run = await platform.RunAsync(["search", .. arguments]);
            Assert.Equal(ExitCode.Failed, run.Code);
            Assert.Equal($"错误：第 {position + 1} 个字符：没有配对\n{mark}", run.Error);
        }

        using var error = JsonDocument.Parse((await platform.RunAsync("search", query, "--json")).Error);
        Assert.Equal(3, error.RootElement.GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("结果.csv", ExportFormat.Csv)]
    [InlineData("结果.JSONL", ExportFormat.JsonLines)]
    [InlineData("结果.xlsx", ExportFormat.Xlsx)]
    [InlineData("结果", ExportFormat.Csv, "--format", "csv")]
    [InlineData("结果.csv", ExportFormat.JsonLines, "--format", "jsonl")]
    public async Task Whole_result_is_written_to_a_file(string name, ExportFormat format, params string[] more)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[name], "what was there before");
        platform.Search.Answer = () => new[] { "一,", "二\n" };
        var run = await platform.RunAsync(["search", "复议", "--rows", "tasks", "--export", folder[name], .. more]);
        Assert.Equal(0, run.Code);
        Assert.Equal("一,二\n", File.ReadAllText(folder[name]));
        Assert.Single(Directory.GetFiles(folder.Path));
        var asked = (ExportRequest)platform.Search.Asked!;
        Assert.Equal((format, ResultRows.Tasks, "复议"), (asked.Format, asked.Search.Rows, asked.Search.Query));
        Assert.Contains("8 字节", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_that_breaks_off_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a.csv"], "old");
        platform.Search.Answer = () => Broken();
        var run = await platform.RunAsync("search", "--export", folder["a.csv"]);
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Equal("old", File.ReadAllText(folder["a.csv"]));
        Assert.Single(Directory.GetFiles(folder.Path));

        static IEnumerable<string> Broken()
        {
            yield return "half";
            throw ErrorStatus.From(FazhiException.OutOfRange("GONE", "中断了")).ToRpcException();
        }
    }

    [Fact]
    public async Task Document_is_explained_by_the_same_search()
    {
        platform.Search.Answer = () => new ExplainResponse
        {
            Matched = true,
            Score = 3.25,
            Interpretation = "含“复议”",
            Reasons = { new Reason { Code = "TITLE", Message = "标题中有“复议”", Score = 1.5 } },
            Passage = new PassageHit { Text = "行政复议", Task = "plans/p1/tasks/3", Deadlines = { "2024-12-31" } },
        };
        var run = await platform.RunAsync("search", "复议", "--year", "2024", "--explain", "plans/p1");
        Assert.Equal(0, run.Code);
        foreach (var part in new[] { "命中，得分 3.25", "检索式的理解：含“复议”", "+1.5", "标题中有“复议”", "时限 2024-12-31 · plans/p1/tasks/3" })
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        var asked = (ExplainRequest)platform.Search.Asked!;
        Assert.Equal(("plans/p1", "复议", 2024), (asked.Name, asked.Search.Query, asked.Search.Filter.Years.Single()));
    }

    [Fact]
    public async Task Document_that_is_not_found_is_explained_by_what_it_lacks()
    {
        platform.Search.Answer = () => new ExplainResponse { Missing = { "没有段落含“机场”" } };
        Assert.Equal("没有命中\n  · 没有段落含“机场”\n", (await platform.RunAsync("search", "机场", "--explain", "plans/p1")).Output);
    }

    [Fact]
    public async Task Facets_that_are_asked_for_are_tables_with_the_way_on()
    {
        var response = new SearchResponse
        {
            TotalSize = 3,
            Facets =
            {
                new Facet { Field = FacetField.Prefecture, Values = { new FacetValue { Value = "990100", DisplayName = "临澜市", Count = 1200 } } },
                new Facet { Field = FacetField.Level, Values = { new FacetValue { Value = "REGION_LEVEL_COUNTY", DisplayName = "县级", Count = 2 }, new FacetValue { Value = "REGION_LEVEL_STAR", DisplayName = "星级", Count = 1 } } },
                new Facet { Field = FacetField.Issuer, Values = { new FacetValue { Value = "望岫县 政府", Count = 1 } } },
            },
        };
        platform.Search.Answer = () => response;
        var lines = (await platform.RunAsync("search", "--facets", "市", "--facets", "level,issuer")).Output.Split('\n').Select(line => string.Join('|', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("临澜市|1,200|--region|990100", lines);
        Assert.Contains("县级|2|--level|county", lines);
        Assert.Contains("星级|1", lines);
        Assert.Contains("望岫县|政府|1|--issuer|'望岫县|政府'", lines);
    }

    [Fact]
    public async Task Suggestions_are_a_table()
    {
        platform.Search.Answer = () => new SuggestResponse { Suggestions = { new Suggestion { Kind = Suggestion.Types.Kind.Theme, Text = "theme:行政应诉", Name = "new/1" } } };
        var run = await platform.RunAsync("suggest", "行政", "--kind", "theme,单位", "--limit", "3");
        Assert.Matches(@"主题\s+theme:行政应诉\s+new/1", run.Output);
        Assert.Equal(new SuggestRequest { Text = "行政", Limit = 3, Kinds = { Suggestion.Types.Kind.Theme, Suggestion.Types.Kind.Unit } }, platform.Search.Asked);
    }

    [Fact]
    public async Task Likeness_takes_the_filters_of_a_search_and_a_bare_id()
    {
        platform.Search.Answer = () => new MoreLikeThisResponse { Words = { "复议" }, Results = { new SearchResult { Document = new() { Title = "要点" }, Passages = { new PassageHit { Text = "推进复议" } } } } };
        var run = await platform.RunAsync(["similar", "only-report", .. AllFilters, "--rows", "段落", "--same-region", "--page-size", "5"]);
        Assert.Contains("据以判断的词：复议\n\n要点\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("推进复议", run.Output, StringComparison.Ordinal);
        var expected = new MoreLikeThisRequest { Name = "reports/only-report", Filter = AllFiltered, Rows = ResultRows.Passages, IncludeSameRegion = true, PageSize = 5 };
        Assert.Equal(expected, platform.Search.Asked);
    }

    private async Task SearchAsync(params string[] arguments)
    {
        platform.Search.Answer = () => new SearchResponse();
        var run = await platform.RunAsync(["search", .. arguments]);
        Assert.True(run.Code == 0, run.Error);
    }
}
