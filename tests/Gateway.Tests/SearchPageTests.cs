using System.Net;
using System.Text.RegularExpressions;
using Fazhi.Documents.V1;
using Fazhi.Gateway.Tests.World;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests;

public sealed class SearchPageTests(GatewayWorld world)
{
    private const string Hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_show_title_region_period_headings_and_marked_words()
    {
        Answer("找得到", _ => Found());

        var page = await GetAsync("/?q=找得到");

        Assert.Contains("""<a href="/plans/p1">望岫县法治政府建设<mark>工作要点</mark></a>""", page, StringComparison.Ordinal);
        Assert.Contains("临澜市望岫县", page, StringComparison.Ordinal);
        Assert.Contains("2024年", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/p1#task-3\"><mark>公开</mark>透明 › 目录更新 › 二</a>", page, StringComparison.Ordinal);
        Assert.Contains("做好<mark>政务公开</mark>工作", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/p1#task-3\"", page, StringComparison.Ordinal);
        Assert.Contains("找到 41 份文件，97 处相符", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facet_links_narrow_the_search_and_lift_what_is_chosen()
    {
        Answer("分面", request => request.Filter.Years.Count == 0 || request.Filter.Years is [2024] ? Found() : new SearchResponse());

        var wide = await GetAsync("/?q=分面");
        var narrow = await GetAsync("/?q=分面&year=2024");

        Assert.Contains($"href=\"/?q={Uri.EscapeDataString("分面")}&amp;year=2024\"", wide, StringComparison.Ordinal);
        Assert.Contains($"href=\"/?q={Uri.EscapeDataString("分面")}&amp;level=county\"", wide, StringComparison.Ordinal);
        Assert.Contains($"href=\"/?q={Uri.EscapeDataString("分面")}\" aria-current=\"true\"", narrow, StringComparison.Ordinal);
        Assert.DoesNotContain("year=2023", narrow, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_of_the_address_reach_the_service()
    {
        SearchRequest? asked = null;
        Answer("条件", request =>
        {
            asked = request;
            return Found();
        });

        await GetAsync("/?q=条件&region=990121&year=2024&type=plan&level=county&kind=key-points&status=draft-for-comment&page=token&n=2");

        Assert.Equal(["990121"], asked!.Filter.Regions);
        Assert.Equal([2024], asked.Filter.Years);
        Assert.Equal([DocumentType.Plan], asked.Filter.Types_);
        Assert.Equal([RegionLevel.County], asked.Filter.Levels);
        Assert.Equal([PlanKind.KeyPoints], asked.Filter.PlanKinds);
        Assert.Equal([PlanStatus.DraftForComment], asked.Filter.Statuses);
        Assert.Equal("token", asked.PageToken);
    }

    [Fact]
    public async Task Further_pages_have_their_own_address()
    {
        Answer("翻页", _ => Found());

        var page = await GetAsync("/?q=翻页");

        Assert.Contains($"href=\"/?q={Uri.EscapeDataString("翻页")}&amp;page=next%2B1&amp;n=2\" rel=\"next\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_wherever_it_comes_from()
    {
        var found = Found();
        found.Results[0].Document.Title = Hostile;
        found.Results[0].Document.Region.FullName = Hostile;
        found.Results[0].Passages[0].Text = Hostile;
        found.Results[0].Passages[0].Headings[0] = Hostile;
        found.Results[0].Passages[0].Highlights[0].Start = 1;
        found.Facets[0].Values[0].DisplayName = Hostile;
        Answer(Hostile, _ => found);

        var page = await GetAsync($"/?q={Uri.EscapeDataString(Hostile)}&region={Uri.EscapeDataString(Hostile)}");

        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;<mark>scri</mark>pt&gt;", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_forbids_frames_foreign_sources_and_all_script_but_its_own_file()
    {
        using var response = await world.Gateway.Http.GetAsync("/", Stop);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var page = await response.Content.ReadPageAsync();
        Assert.Contains("script-src 'self'; connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Matches("^[^<]*src=\"/assets/suggest.js\\?v=[0-9a-f]+\" defer></script>", Assert.Single(page.Split("<script").Skip(1)));
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("//", page.Replace("http://127.0.0.1", "", StringComparison.Ordinal).Replace("<!--", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_no_region_are_told_beside_the_provinces()
    {
        var some = Found();
        some.Facets.Add(new Facet { Field = FacetField.Province, Values = { Value("990000", "岚川省", 30), Value("980000", "澜山省", 9) } });
        var none = Found();
        none.Facets.Add(new Facet { Field = FacetField.Province, Values = { Value("990000", "岚川省", 32), Value("980000", "澜山省", 9) } });
        Answer("有的没有地区", _ => some);
        Answer("都有地区", _ => none);

        Assert.Contains("""<span class="name">未归入地区</span><span class="count">2<""", await GetAsync("/?q=有的没有地区"), StringComparison.Ordinal);
        Assert.DoesNotContain("未归入地区", await GetAsync("/?q=都有地区"), StringComparison.Ordinal);
        Assert.DoesNotContain("未归入地区", await GetAsync("/?q=有的没有地区&region=990000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_service_that_is_late_can_be_asked_again()
    {
        Answer("太慢", _ => throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.DeadlineExceeded, "late")));

        using var response = await world.Gateway.Http.GetAsync("/?q=太慢", Stop);

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        var page = await response.Content.ReadPageAsync();
        Assert.Contains("检索暂时不可用", page, StringComparison.Ordinal);
        Assert.Contains("检索服务没有及时答复，请稍后重试", page, StringComparison.Ordinal);
        Assert.Contains(">重试</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_where_to_go_on()
    {
        var page = await GetAsync("/?q=没有这个词&year=2024");

        Assert.Contains("没有找到相符的文件", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/?q={Uri.EscapeDataString("没有这个词")}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_system_says_how_to_begin()
    {
        await using var backend = await BackendHost.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(backend.Address);

        var page = await gateway.Http.GetPageAsync("/");

        Assert.Contains("还没有文件", page, StringComparison.Ordinal);
        Assert.Contains("import", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_page_offers_queries_that_find_something()
    {
        await using var backend = await BackendHost.StartAsync();
        backend.Library.Searches["行政复议"] = _ => new SearchResponse { TotalSize = 3 };
        backend.Library.Searches[""] = _ => Found();
        await using var gateway = await GatewayHost.StartAsync(backend.Address);

        var page = await gateway.Http.GetPageAsync("/");

        Assert.Contains("""行政复议<span class="count">3 份</span>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("营商环境", page, StringComparison.Ordinal);
        Assert.Contains("现有文件 41 份", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_query_shows_the_words_of_the_service()
    {
        Answer("\"没有结束", _ => throw FazhiException.InvalidArgument("query", "第 1 个字符处的引号没有结束").With("position", "0"));

        using var response = await world.Gateway.Http.GetAsync($"/?q={Uri.EscapeDataString("\"没有结束")}", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.Content.ReadPageAsync();
        Assert.Contains("检索条件有误", page, StringComparison.Ordinal);
        Assert.Contains("<p>第 1 个字符处的引号没有结束</p>", page, StringComparison.Ordinal);
        Assert.Contains("<code><mark>&quot;</mark>没有结束</code>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?year=last", "年份“last”有误")]
    [InlineData("/?type=poem", "文件类型“poem”不在可选范围内")]
    [InlineData("/plans?kind=poem", "计划种类“poem”不在可选范围内")]
    public async Task Nonsense_in_the_address_is_named_and_left_out(string address, string words)
        => Assert.Contains(words, await GetAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task Search_service_that_is_down_is_said_on_the_page()
    {
        await using var gateway = await GatewayHost.StartAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"));

        using var response = await gateway.Http.GetAsync("/?q=任何", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("检索服务暂时无法连接", await response.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_that_is_down_is_503_with_a_time_to_come_back()
    {
        Answer("引擎停了", _ => throw FazhiException.Unavailable(TimeSpan.FromSeconds(5), "检索引擎没有答复"));

        using var response = await world.Gateway.Http.GetAsync("/?q=引擎停了", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        var page = await response.Content.ReadPageAsync();
        Assert.Contains("检索引擎没有答复", page, StringComparison.Ordinal);
        Assert.Contains($"""可在 5 秒后<a href="/?q={Uri.EscapeDataString("引擎停了")}">重试</a>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_that_were_searched_for_or_may_be_meant_are_said()
    {
        Answer("放管服", request => request.Literal
            ? Found()
            : new SearchResponse(Found()) { Variants = { "简政放权" }, SuggestedQuery = "放管服改革", PartialResults = { Found().Results } });

        var page = await GetAsync("/?q=放管服");
        var literal = await GetAsync("/?q=放管服&literal=yes");

        Assert.Contains("相关词：简政放权", page, StringComparison.Ordinal);
        Assert.Contains($"""href="/?q={Uri.EscapeDataString("放管服")}&amp;literal=yes">只按原词检索""", page, StringComparison.Ordinal);
        Assert.Contains($"""您要找的是不是：<a href="/?q={Uri.EscapeDataString("放管服改革")}">放管服改革</a>""", page, StringComparison.Ordinal);
        Assert.Contains("以下只含检索词的一部分，不计入上面的数量。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("相关词：", literal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_and_orders_have_their_own_addresses()
    {
        SearchRequest? asked = null;
        Answer("形式", request =>
        {
            asked = request;
            return Found();
        });
        var words = Uri.EscapeDataString("形式");

        var documents = await GetAsync("/?q=形式");
        var tasks = await GetAsync("/?q=形式&rows=tasks&sort=newest");

        Assert.Contains($"""href="/?q={words}&amp;rows=tasks">任务""", documents, StringComparison.Ordinal);
        Assert.Contains($"""href="/?q={words}&amp;sort=region">地区""", documents, StringComparison.Ordinal);
        Assert.Equal((ResultRows.Tasks, SortOrder.Newest), (asked!.Rows, asked.Sort));
        Assert.Contains("41 份文件中的 41 项任务", tasks, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="rows" value="tasks" />""", tasks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passages_show_what_they_are_about_by_when_and_what_is_like_them()
    {
        var found = Found();
        found.Results[0].Passages[0].Themes.Add("outline-x/22");
        found.Results[0].Passages[0].Functions.Add("judicial-administration");
        found.Results[0].Passages[0].Deadlines.Add("2024-12-31");
        Answer("关于", _ => found);
        var words = Uri.EscapeDataString("关于");

        var page = await GetAsync("/?q=关于");

        Assert.Contains($"""href="/?q={words}&amp;theme=outline-x%2F22"><span class="unseen">主题：</span>行政复议主渠道</a>""", page, StringComparison.Ordinal);
        Assert.Contains("司法行政</a>", page, StringComparison.Ordinal);
        Assert.Contains("""<time datetime="2024-12-31">""", page, StringComparison.Ordinal);
        Assert.Contains("""href="/similar?name=plans%2Fp1%2Ftasks%2F3">相似任务</a>""", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/explain?q={words}&amp;name=plans%2Fp1\">为什么", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regions_are_drilled_into_and_left_again_by_the_path_above_them()
    {
        var found = Found();
        found.Facets.Add(new Facet { Field = FacetField.Province, Values = { Value("990000", "岚川省", 41) } });
        found.Facets.Add(new Facet { Field = FacetField.Prefecture, Values = { Value("990100", "临澜市", 30), Value("990200", "澄湖市", 11) } });
        found.Facets.Add(new Facet { Field = FacetField.County, Values = { Value("990121", "望岫县", 12) } });
        Answer("下钻", _ => found);
        var words = Uri.EscapeDataString("下钻");

        var top = await GetAsync("/?q=下钻");
        var city = await GetAsync("/?q=下钻&region=临澜市");

        Assert.Contains($"href=\"/?q={words}&amp;region=990100\"", top, StringComparison.Ordinal);
        Assert.DoesNotContain("region=990000", top, StringComparison.Ordinal);
        Assert.Contains($"href=\"/?q={words}&amp;region=990121\"", city, StringComparison.Ordinal);
        Assert.DoesNotContain("region=990200", city, StringComparison.Ordinal);
        Assert.Contains($"<li><a href=\"/?q={words}\">全部地区</a></li><li><a href=\"/?q={words}&amp;region=990000\">岚川省</a></li><li><span aria-current=\"true\">临澜市</span></li>", Flat(city), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_of_several_regions_is_answered_with_a_choice()
    {
        Answer("重名", _ => throw FazhiException.InvalidArgument("filter.regions", "有多个地区叫“鼓楼区”"));

        using var response = await world.Gateway.Http.GetAsync("/?q=重名&region=鼓楼区", Stop);

        var page = await response.Content.ReadPageAsync();
        Assert.Contains($"href=\"/?q={Uri.EscapeDataString("重名")}&amp;region=990231\">澄湖市鼓楼区</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/error/500")]
    [InlineData("/plans/p1/nowhere")]
    [InlineData("/assets/nowhere.css")]
    public async Task Unknown_address_has_a_page_that_leads_back(string address)
    {
        using var response = await world.Gateway.Http.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await response.Content.ReadPageAsync();
        Assert.Contains("没有这个页面", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_sheet_is_served_for_ever_under_the_address_of_its_content()
    {
        var page = await GetAsync("/");
        var start = page.IndexOf("/assets/app.css?v=", StringComparison.Ordinal);
        var address = page[start..page.IndexOf('"', start)];

        using var response = await world.Gateway.Http.GetAsync(address, Stop);

        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private void Answer(string query, Func<SearchRequest, SearchResponse> answer) => world.Backend.Library.Searches[query] = answer;

    private static string Flat(string page) => Regex.Replace(page, @">\s+<", "><");

    private async Task<string> GetAsync(string address) => await world.Gateway.Http.GetPageAsync(address);

    private static SearchResponse Found() => new()
    {
        TotalSize = 41,
        TotalDocuments = 41,
        TotalPassages = 97,
        NextPageToken = "next+1",
        Results =
        {
            new SearchResult
            {
                PlanKind = PlanKind.KeyPoints,
                Document = new DocumentSummary
                {
                    Name = "plans/p1", Type = DocumentType.Plan, Title = "望岫县法治政府建设工作要点",
                    Region = new RegionRef { Code = "990121", FullName = "临澜市望岫县" }, Period = new Period { StartYear = 2024, EndYear = 2024 },
                },
                TitleHighlights = { new Highlight { Start = 9, Length = 4 } },
                PassageCount = 5,
                Passages =
                {
                    new PassageHit
                    {
                        Headings = { "公开透明", "目录更新" }, Label = "二", Text = "做好政务公开工作", Task = "plans/p1/tasks/3",
                        Range = new TextRange { Start = 10, Length = 8 }, Highlights = { new Highlight { Start = 2, Length = 4 } },
                        HeadingHighlights = { new HeadingHighlight { Heading = 0, Place = new Highlight { Start = 0, Length = 2 } } },
                    },
                },
            },
        },
        Facets =
        {
            new Facet { Field = FacetField.Year, Values = { Value("2024", "2024年", 30), Value("2023", "2023年", 11) } },
            new Facet { Field = FacetField.Level, Values = { Value("REGION_LEVEL_COUNTY", "县级", 40), Value("REGION_LEVEL_PREFECTURE", "地级", 1) } },
        },
    };

    private static FacetValue Value(string value, string name, long count) => new() { Value = value, DisplayName = name, Count = count };
}
