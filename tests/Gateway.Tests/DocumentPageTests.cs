using System.Net;
using System.Security.Cryptography;
using Fazhi.Documents.V1;
using Fazhi.Gateway.Tests.World;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Units.V1;
using PlanTask = Fazhi.Plans.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests;

public sealed class DocumentPageTests(GatewayWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_shows_what_it_says_of_itself_and_its_tasks_with_their_units()
    {
        Keep(PlanOf("plan-page", "望岫县工作要点甲"));

        var page = await GetAsync("/plans/plan-page");

        foreach (var words in new[] { "望岫县工作要点甲", "临澜市望岫县", "2024年", "岫政发〔2024〕8号", "望岫县人民政府", "2024-05-01 或 2024-05-11", "征求意见稿", "任务（2）", "公开透明", "牵头单位", "县司法局", "（编号为推断）", "2024年底前", "请留意", "成文日期残缺" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("id=\"task-2\"", page, StringComparison.Ordinal);
        Assert.Contains("tasks%2F1\">相似任务", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/plan-page/text#s0\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/plan-page/original\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("临澜市望岫县", "", "临澜市望岫县 <span class=\"quiet\">990121</span>")]
    [InlineData("临澜市望岫县石渡镇", "石渡镇", "临澜市望岫县石渡镇 <span class=\"quiet\">石渡镇属临澜市望岫县（990121）</span>")]
    public async Task Code_is_not_taken_for_that_of_an_unregistered_township(string fullName, string unregistered, string shown)
    {
        var plan = PlanOf($"region-{unregistered.Length}", "地区");
        plan.Region = new RegionRef { Code = "990121", FullName = fullName, UnregisteredName = unregistered };
        Keep(plan);

        Assert.Contains(shown, await GetAsync($"/plans/region-{unregistered.Length}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_that_the_document_does_not_have_is_marked_in_the_list_and_on_its_page()
    {
        var plan = PlanOf("untitled", "无题测试");
        plan.TitleInferred = true;
        Keep(plan);

        Assert.Contains("（原文无标题）", await GetAsync("/plans?title=无题测试"), StringComparison.Ordinal);
        Assert.Contains("（原文无标题）", await GetAsync("/plans/untitled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_plan_marks_the_place_that_was_found()
    {
        var plan = PlanOf("plan-text", "望岫县工作要点乙");
        Keep(plan);

        var page = await GetAsync($"/plans/plan-text/text?at={plan.Content.Text.IndexOf("每季", StringComparison.Ordinal)}");

        Assert.Contains("""<span class="anchor" id="hit"></span>""", page, StringComparison.Ordinal);
        Assert.Contains("""<p class="hit">每季公布一次。</p>""", page, StringComparison.Ordinal);
        Assert.Contains("<h2", page, StringComparison.Ordinal);
        Assert.Contains("<td>序号</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_shows_its_sections_with_their_class()
    {
        var content = ContentOf("一、工作成效\n办结 57 件。\n<b>不是标记</b>\n", headings: [(0, 6)]);
        world.Backend.Library.Reports["reports/report-page"] = new Report
        {
            Name = "reports/report-page",
            Title = "石渡镇年度报告",
            Year = 2023,
            Unit = "石渡镇人民政府",
            Content = content,
            Region = new RegionRef { FullName = "临澜市望岫县石渡镇" },
            SectionClasses = { SectionClass.Achievements },
        };

        var page = await GetAsync("/reports/report-page");

        foreach (var words in new[] { "石渡镇年度报告", "临澜市望岫县石渡镇", "2023年", "石渡镇人民政府", "主要举措和成效", "办结 57 件。" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plans/none")]
    [InlineData("/plans/none/text")]
    [InlineData("/reports/none")]
    public async Task Missing_document_has_a_page_that_says_so(string address)
    {
        using var response = await world.Gateway.Http.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有这份文件", await response.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_filter_by_title_and_lead_to_the_next_page()
    {
        Keep(PlanOf("list-1", "清单测试第一份"));
        Keep(PlanOf("list-2", "清单测试第二份"));

        var page = await GetAsync("/plans?title=清单测试&year=2024");

        Assert.Contains("共 2 份", page, StringComparison.Ordinal);
        Assert.Contains("清单测试第一份", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/plans?title={Uri.EscapeDataString("清单测试")}&amp;year=2024&amp;page=more&amp;n=2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ambiguous_region_offers_the_regions_that_fit()
    {
        using var response = await world.Gateway.Http.GetAsync("/reports?region=鼓楼区", Stop);

        var page = await response.Content.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("href=\"/reports?region=990131\">临澜市鼓楼区", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/reports?region=990231\">澄湖市鼓楼区", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_region_is_named()
    {
        using var response = await world.Gateway.Http.GetAsync("/plans?region=无此地", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("没有找到地区“无此地”", await response.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Original_comes_byte_for_byte_as_a_file_to_save()
    {
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        var plan = PlanOf("original", "原件");
        plan.Source = new Source { FileName = "..\\要点<1>\r\nX: y.html", SizeBytes = bytes.Length };
        Keep(plan);
        world.Backend.Library.Originals[plan.Name] = bytes;

        using var response = await world.Gateway.Http.GetAsync("/plans/original/original", Stop);

        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("_要点_1___X_ y.html", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Original_of_a_missing_document_is_404()
    {
        using var response = await world.Gateway.Http.GetAsync("/plans/none/original", Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Ranges_outside_the_text_do_no_harm()
    {
        var plan = PlanOf("ranges", "越界");
        foreach (var paragraph in plan.Content.Paragraphs)
            paragraph.Range = new TextRange { Start = -5, Length = int.MaxValue };
        plan.Content.Sections[0].HeadingRange = new TextRange { Start = 1_000_000, Length = 5 };
        Keep(plan);

        Assert.Contains("越界", await GetAsync("/plans/ranges/text?at=99999999"), StringComparison.Ordinal);
    }

    private void Keep(Plan plan) => world.Backend.Library.Plans[plan.Name] = plan;

    private async Task<string> GetAsync(string address) => await world.Gateway.Http.GetPageAsync(address);

    private static Plan PlanOf(string id, string title) => new()
    {
        Name = $"plans/{id}",
        Title = title,
        Kind = PlanKind.KeyPoints,
        Status = PlanStatus.DraftForComment,
        Region = new RegionRef { Code = "990121", FullName = "临澜市望岫县" },
        Period = new Period { StartYear = 2024, EndYear = 2024 },
        DocumentNumber = new DocumentNumber { Text = "岫政发〔2024〕8号" },
        Issuers = { "望岫县人民政府" },
        Dates = { new DocumentDate { Text = "202451", Role = DocumentDate.Types.Role.Signed, Ambiguous = true, Readings = { "2024-05-01", "2024-05-11" } } },
        Warnings = { new Warning { Code = "DATE_AMBIGUOUS", Message = "成文日期残缺" } },
        Source = new Source { FileName = "a.txt", SizeBytes = 2048, Encoding = "utf-8" },
        TaskCount = 2,
        Content = ContentOf("一、公开透明\n每季公布一次。\n序号\t任务\n1\t公开\n", headings: [(0, 6)]),
        Tasks =
        {
            new PlanTask { Name = $"plans/{id}/tasks/1", Label = "1.", Text = "每季公布一次。", Headings = { "公开透明" }, UnitLines = { new UnitLine { Role = UnitRole.Lead, Text = "县司法局" } } },
            new PlanTask { Name = $"plans/{id}/tasks/2", Label = "2.", LabelInferred = true, Text = "第二项。", Headings = { "公开透明" }, Deadlines = { new Deadline { Text = "2024年底前" } } },
        },
    };

    private static Content ContentOf(string text, IReadOnlyList<(int Start, int Length)> headings)
    {
        var content = new Content { Text = text };
        foreach (var (start, length) in headings)
        {
            var range = new TextRange { Start = start, Length = length };
            content.Sections.Add(new Section { Label = text.Substring(start, 2), Heading = text.Substring(start + 2, length - 2), Level = 1, Parent = -1, Range = range, HeadingRange = range });
        }

        var position = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            content.Paragraphs.Add(new Paragraph
            {
                Range = new TextRange { Start = position, Length = line.Length },
                Section = 0,
                Kind = headings.Any(heading => heading.Start == position) ? Paragraph.Types.Kind.Heading
                    : line.Contains('\t', StringComparison.Ordinal) ? Paragraph.Types.Kind.TableRow
                    : Paragraph.Types.Kind.Text,
            });
            position += line.Length + 1;
        }

        return content;
    }
}
