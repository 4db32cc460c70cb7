using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class HtmlTests
{
    private static string Article => string.Concat(Plan.Split('\n').Select(l => $"<p>&nbsp;&nbsp;&nbsp;&nbsp;{l.Trim()}</p>\n"));

    [Fact]
    public void Chrome_around_the_article_is_left_out()
    {
        var page = HtmlPage($"""
            <div class="top"><form action="/login">用户名:<input> 密码:<input></form><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">新闻</a></li></ul></div>
            <div class="crumb">当前位置:<a href="/">首页</a> &gt; <a href="/b">法治政府建设</a></div>
            <div class="main">
              <div class="info">发布日期:2024-03-08 来源:望岫县司法局 浏览次数:12 【字体:大 中 小】</div>
              <div class="article">{Article}</div>
              <div class="share">分享到:微信</div>
              <div class="list"><h3>相关文章</h3><ul><li><a href="/1">关于召开会议的通知</a></li></ul></div>
            </div>
            <script>var x = "责任单位:不存在的局";</script>
            <footer>版权所有:望岫县人民政府 某ICP备00000000号</footer>
            """);

        var document = Read(page);

        Assert.Equal(DocumentFormat.Html, document.Format);
        Assert.Equal(Read(Plan).Text, document.Text);
        Assert.Equal(["2024-03-08", "2024年3月5日"], document.Dates.Select(d => d.Text));
        Assert.Equal([DateRole.Published, DateRole.Signed], document.Dates.Select(d => d.Role));
    }

    [Fact]
    public void A_page_inside_one_form_is_still_read() => Assert.Equal(Read(Plan).Text, Read(HtmlPage($"<form id=\"aspnetForm\"><div>{Article}</div></form>")).Text);

    [Fact]
    public void Properties_above_the_article_are_read()
    {
        var document = Read(HtmlPage($"""
            <table><tr><td>索引号:</td><td>000-1</td><td>发文字号:</td><td>望政发〔2024〕3号</td></tr>
            <tr><td>成文日期:</td><td>2024-03-05</td><td>发布日期:</td><td>2024-03-08</td></tr></table>
            <div>{Article}</div>
            """));

        Assert.Equal("望政发〔2024〕3号", document.DocumentNumber?.Text);
        Assert.Contains(document.Dates, d => d is { Role: DateRole.Published, Text: "2024-03-08" });
        Assert.Equal(Read(Plan).Text, document.Text);
    }

    [Fact]
    public void Properties_without_colons_in_a_table_are_read()
    {
        var document = Read(HtmlPage($"<table><tr><th>索引号</th><td>1</td><th>发文字号</th><td>望政发〔2024〕3号</td></tr><tr><th>成文日期</th><td>2024-03-05</td><th>有效性</th><td>有效</td></tr></table>{Article}"));

        Assert.Equal(("望政发", 3), (document.DocumentNumber?.IssuerCode, document.DocumentNumber?.Number));
        Assert.Equal(Read(Plan).Text, document.Text);
    }

    [Fact]
    public void Rows_of_a_table_are_tasks()
    {
        var document = Read(HtmlPage("""
            <h1>望岫县2024年法治政府建设任务分解方案</h1>
            <table><thead><tr><th>序号</th><th>类别</th><th>工作任务</th><th>牵头单位</th><th>责任单位</th><th>完成时限</th></tr></thead>
            <tbody><tr><td>1</td><td rowspan="2">依法决策</td><td><p>甲事办好。</p></td><td>县司法局</td><td rowspan="2"><p>县财政局</p><p>县公安局<br>县水利局</p></td><td>6月底前</td></tr>
            <tr><td>2</td><td>乙事办好。</td><td>县政府办</td><td>年底前</td></tr>
            <tr><td colspan="6">二、规范执法</td></tr>
            <tr><td>3</td><td>规范执法</td><td>丙事办好。</td><td>县公安局</td><td>各乡镇</td><td>长期坚持</td></tr></tbody></table>
            """));

        Assert.Equal(["1", "2", "3"], document.Tasks.Select(t => t.Label));
        Assert.Equal(["依法决策", "依法决策", "规范执法"], document.Tasks.Select(t => Assert.Single(t.Headings)));
        Assert.Equal(["县财政局", "县公安局", "县水利局"], document.Tasks[1].UnitLines[1].MentionedUnits.Select(m => m.Text));
        Assert.Equal("年底前", Assert.Single(document.Tasks[1].Deadlines).Text);
        Assert.Equal(PlanKind.TaskBreakdown, document.PlanKind);
    }

    [Fact]
    public void Rows_under_one_number_are_steps_of_one_task()
    {
        var document = Read(HtmlPage("""
            <h1>望岫县2024年法治政府建设任务分解方案</h1>
            <table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>
            <tr><td rowspan="2">1</td><td>甲事办好。</td><td>县司法局</td></tr><tr><td>甲事办快。</td><td>县财政局</td></tr>
            <tr><td>2</td><td>乙事办好。</td><td>县公安局</td></tr></table>
            """));

        Assert.Equal(["1", "2"], document.Tasks.Select(t => t.Label));
        Assert.Equal(["甲事办好。", "甲事办快。"], document.Tasks[0].Paragraphs.Select(p => p.In(document.Text)));
        Assert.Equal(["县司法局", "县财政局"], document.Tasks[0].UnitLines.Select(u => u.UnitsText));
    }

    [Fact]
    public void A_title_outside_the_article_is_put_before_it()
    {
        var body = Article[(Article.IndexOf('\n') + 1)..];
        var document = Read(HtmlPage($"<div class=\"box\"><h1>望岫县2024年法治政府建设工作要点</h1><p>发布时间:2024-03-08</p><div id=\"zoom\">{body}</div></div>"));

        Assert.Equal(Read(Plan).Text, document.Text);
        Assert.Equal(new TextRange(0, 18), document.Title.Range);
    }

    [Fact]
    public void Ordered_lists_keep_the_numbers_a_browser_prints()
    {
        var document = Read(HtmlPage("<h1>望岫县2024年法治政府建设工作要点</h1><p>一、任务</p><ol><li>甲事办好。</li><li>乙事办好。</li></ol><ol start=\"3\"><li>丙事办好。</li></ol>"));

        Assert.Equal(["1.", "2.", "3."], document.Tasks.Select(t => t.Label));
        Assert.All(document.Tasks, t => Assert.False(t.LabelInferred));
    }

    [Fact]
    public void Line_breaks_end_paragraphs_and_entities_are_resolved()
    {
        var document = Read(HtmlPage("<h1>望岫县2024年法治政府建设工作要点</h1><div>一、任务<br>&ldquo;甲事&rdquo;办好&#65292;<span>乙</span><b>事</b>办好。<br/>&#12288;&#12288;丙事办好。</div>"));

        Assert.Equal(["一、任务", "“甲事”办好，乙事办好。", "丙事办好。"], document.Text.Split('\n').Skip(1));
    }

    [Fact]
    public void Tables_that_only_place_things_are_no_tables() =>
        Assert.Equal(Read(Plan).Text, Read(HtmlPage($"<table width=\"980\"><tr><td><table><tr><td>{Article}</td></tr></table></td></tr></table>")).Text);

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        const int Depth = 1000;
        var page = HtmlPage(string.Concat(Enumerable.Repeat("<div>", Depth)) + Article + string.Concat(Enumerable.Repeat("</div>", Depth)));

        Assert.Equal(Read(Plan).Text, Read(page).Text);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    public void Nesting_over_the_limit_is_an_error(string tags) =>
        Assert.Equal(DocumentErrorCode.TooLarge, Fail(HtmlPage(string.Concat(Enumerable.Repeat(tags, 100_000)) + Article)).Code);

    public static TheoryData<string> Boxes => new()
    {
        "<table><tr><td>索 引 号</td><td>000-1</td><td>发文字号</td><td>望政发〔2024〕3号</td></tr><tr><td>成文日期</td><td>2024-03-05</td><td>有效性</td><td>有效</td></tr></table>",
        "<table><tr><td>索引号：</td><td>000-1</td></tr><tr><td>发文字号：</td><td>望政发〔2024〕3号</td></tr><tr><td>成文日期：</td><td>2024-03-05</td></tr></table>",
        "<table><tr><th>索引号</th><th>发文字号</th><th>成文日期</th></tr><tr><td>000-1</td><td>望政发〔2024〕3号</td><td>2024-03-05</td></tr></table>",
        "<table><tr><td>索引号：000-1</td><td>发文字号：望政发〔2024〕3号</td></tr><tr><td>成文日期：2024-03-05</td><td></td></tr></table>",
        "<dl><dt>索引号</dt><dd>000-1</dd><dt>发文字号</dt><dd>望政发〔2024〕3号</dd><dt>成文日期</dt><dd>2024-03-05</dd></dl>",
        "<ul><li><b>索引号：</b>000-1</li><li><b>发文字号：</b>望政发〔2024〕3号</li><li><b>成文日期：</b><span>2024-03-05</span></li></ul>",
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Properties_are_read_from_boxes_of_every_arrangement(string box)
    {
        var document = Read(HtmlPage($"<div class=\"page\">{box}<div>{Article}</div></div>"));

        Assert.Equal(Read(Plan).Text, document.Text);
        Assert.Equal("望政发〔2024〕3号", document.DocumentNumber?.Text);
        Assert.Contains(document.Dates, d => d is { Role: DateRole.Signed, Text: "2024-03-05" });
    }

    [Fact]
    public void Hidden_deleted_and_noted_parts_are_out() =>
        Assert.Equal(Read(Plan).Text, Read(HtmlPage($"{Article}<p hidden>藏一</p><p style=\"visibility: hidden\">藏二</p><p><del>删</del><span style='mso-hide:all'>藏三</span></p><noscript>请启用脚本</noscript><div style='mso-element:comment-list'>批注</div>")).Text);

    [Fact]
    public void Lists_print_the_numbers_of_their_style() =>
        Assert.Equal(["一、甲", "二、乙", "a. 丙", "iv. 丁", "戊"], Read(HtmlPage("<h1>望岫县2024年法治政府建设工作要点</h1><ol style=\"list-style-type: cjk-ideographic\"><li>甲</li><li>乙</li></ol><ol type=a><li>丙</li></ol><ol type=i start=4><li>丁</li></ol><ul style=\"list-style:none\"><li>戊</li></ul>")).Text.Split('\n').Skip(1));

    [Fact]
    public void Pages_that_Word_saved_keep_the_numbers_that_Word_printed() =>
        Assert.Equal(["一、甲事办好。", "1. 乙事办好。"], Read("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8><!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]--></head><body><h1>望岫县2024年法治政府建设工作要点</h1><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>甲事办好。<o:p></o:p></p><p><![if !supportLists]><span><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span></span><![endif]>乙事办好。</p></body></html>").Text.Split('\n').Skip(1));

    [Theory]
    [InlineData("quoted-printable")]
    [InlineData("base64")]
    public void A_page_saved_as_one_file_is_read(string coding)
    {
        var page = System.Text.Encoding.UTF8.GetBytes(HtmlPage(Article));
        var body = coding == "base64" ? Convert.ToBase64String(page, Base64FormattingOptions.InsertLineBreaks) : string.Concat(page.Select((b, i) => (b is (byte)'=' or > 126 ? $"={b:X2}" : ((char)b).ToString()) + (i % 60 == 59 ? "=\r\n" : "")));
        var document = Read($"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Part\"\r\n\r\n------=_Part\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{body}\r\n------=_Part--");

        Assert.Equal((DocumentFormat.Html, Read(Plan).Text), (document.Format, document.Text));
    }
}
