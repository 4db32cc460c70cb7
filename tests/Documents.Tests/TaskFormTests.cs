using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

/// <summary>Tasks in the many forms in which plans print them.</summary>
public sealed class TaskFormTests
{
    [Fact]
    public void A_unit_line_at_the_end_of_every_group_goes_for_the_whole_group()
    {
        var document = ReadPlan("""
            一、优化服务
            (一)少跑路
            1.事项网上办。
            2.窗口就近办。
            责任单位:县政务服务局
            (二)少等待
            1.当场办结。
            2.限时办结。
            牵头单位:县司法局;责任单位:县财政局
            """);

        Assert.Equal(["1. 县政务服务局", "2. 县政务服务局", "1. 县司法局+县财政局", "2. 县司法局+县财政局"], LabelsAndUnits(document));
        Assert.Equal(["优化服务", "少等待"], document.Tasks[2].Headings);
    }

    [Theory]
    [InlineData("(一)少跑路\n责任单位:县政务服务局\n1.事项网上办。\n2.窗口就近办。")]
    [InlineData("(一)少跑路(责任单位:县政务服务局)\n1.事项网上办。\n2.窗口就近办。")]
    [InlineData("(一)少跑路〔县政务服务局负责〕\n1.事项网上办。\n2.窗口就近办。")]
    public void Units_at_a_heading_go_for_the_tasks_below_it(string group)
    {
        var document = ReadPlan($"一、优化服务\n{group}\n(二)少等待\n1.当场办结。(责任单位:县司法局)");

        Assert.Equal(["1. 县政务服务局", "2. 县政务服务局", "1. 县司法局"], LabelsAndUnits(document));
        Assert.Equal(["优化服务", "少跑路"], document.Tasks[0].Headings);
    }

    [Fact]
    public void A_task_with_units_of_its_own_keeps_them()
    {
        var document = ReadPlan("一、优化服务\n(一)少跑路\n责任单位:县政务服务局\n1.事项网上办。\n2.窗口就近办。(责任单位:县司法局)");

        Assert.Equal(["1. 县政务服务局", "2. 县司法局"], LabelsAndUnits(document));
    }

    [Fact]
    public void Inline_parts_belong_to_their_task()
    {
        var task = ReadPlan("一、任务\n1.做好学法。一是会前学;二是集中学。(责任单位:县司法局)").Tasks[0];

        Assert.Equal(["一是", "二是"], task.Measures.Select(m => m.Label));
    }

    [Fact]
    public void Headers_in_two_rows_name_the_columns_together()
    {
        var document = Table("""
            <tr><th rowspan=2>序号</th><th rowspan=2>工作任务</th><th colspan=2>责任分工</th><th rowspan=2>完成时限</th></tr>
            <tr><th>牵头单位</th><th>责任单位</th></tr>
            <tr><td>1</td><td>甲事办好。</td><td>县司法局</td><td>县财政局、<br>县公安局</td><td>2023年6月底前</td></tr>
            <tr><td>2</td><td>乙事办好。</td><td>县财政局</td><td>各乡镇</td><td>长期坚持</td></tr>
            """);

        Assert.Equal(["1 县司法局+县财政局、县公安局", "2 县财政局+各乡镇"], LabelsAndUnits(document));
        Assert.Equal(["2023年6月底前", "长期坚持"], document.Tasks.SelectMany(t => t.Deadlines).Select(d => d.Text));
    }

    [Fact]
    public void Repeated_headers_and_rows_across_the_table_are_no_tasks()
    {
        var document = Table("""
            <tr><td colspan=4>望岫县任务分解表</td></tr>
            <tr><td>序号</td><td>重点任务</td><td>责任单位</td><td>完成时限</td></tr>
            <tr><td colspan=4>一、优化服务</td></tr>
            <tr><td>1</td><td>甲事办好。</td><td>县司法局</td><td>年底前</td></tr>
            <tr><td>序号</td><td>重点任务</td><td>责任单位</td><td>完成时限</td></tr>
            <tr><td colspan=4>二、规范执法</td></tr>
            <tr><td>2</td><td>乙事办好。</td><td>县财政局</td><td>年底前</td></tr>
            """);

        Assert.Equal(["1 县司法局", "2 县财政局"], LabelsAndUnits(document));
        Assert.Equal(["优化服务", "规范执法"], document.Tasks.Select(t => Assert.Single(t.Headings)));
    }

    [Fact]
    public void Merged_cells_reach_down()
    {
        var document = Table("""
            <tr><td>重点工作</td><td>序号</td><td>具体措施</td><td>责任单位</td></tr>
            <tr><td rowspan=3>一、优化服务</td><td>1</td><td>甲事办好。</td><td rowspan=2>县司法局</td></tr>
            <tr><td>2</td><td>乙事办好。</td></tr>
            <tr><td>3</td><td>丙事办好。</td><td>县财政局</td></tr>
            """);

        Assert.Equal(["1 县司法局", "2 县司法局", "3 县财政局"], LabelsAndUnits(document));
        Assert.All(document.Tasks, t => Assert.Equal(["优化服务"], t.Headings));
    }

    [Fact]
    public void A_table_that_goes_on_without_header_is_read_on()
    {
        var document = Read(HtmlPage("<h1>望岫县2023年法治政府建设任务分解表</h1><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>甲事办好。</td><td>县司法局</td></tr></table>"
            + "<table><tr><td>2</td><td>乙事办好。</td><td>县财政局</td></tr><tr><td>3</td><td>丙事办好。</td><td>县公安局</td></tr></table>"));

        Assert.Equal(["1 县司法局", "2 县财政局", "3 县公安局"], LabelsAndUnits(document));
    }

    [Fact]
    public void Numbers_inside_the_cells_are_labels_where_no_column_has_them()
    {
        var document = Table("""
            <tr><td>主要任务</td><td>牵头单位</td><td>配合单位</td></tr>
            <tr><td>1.甲事办好。</td><td>县司法局</td><td>县财政局 县公安局</td></tr>
            <tr><td>2.乙事办好。</td><td>县财政局</td><td></td></tr>
            """);

        Assert.Equal(["1. 县司法局+县财政局、县公安局", "2. 县财政局"], LabelsAndUnits(document));
        Assert.Equal("甲事办好。", Assert.Single(document.Tasks[0].Paragraphs).In(document.Text));
    }

    [Fact]
    public void Goals_in_a_column_beside_the_task_belong_to_it()
    {
        var document = Table("""
            <tr><td>序号</td><td>工作任务</td><td>目标要求</td><td>责任单位</td></tr>
            <tr><td>1</td><td>做好普法。</td><td>知晓率达到90%</td><td>县司法局</td></tr>
            """);

        Assert.Equal(90, Assert.Single(Assert.Single(document.Tasks).Targets).Value);
    }

    [Fact]
    public void Yearly_key_points_without_units_are_tasks_by_their_innermost_numbers()
    {
        var document = ReadPlan("""
            一、总体要求
            坚持依法办事。
            二、重点工作
            (一)优化服务
            事项网上办,年底前全部上网。
            (二)规范执法
            案卷每半年评查一次。
            三、保障措施
            (一)加强领导
            各部门要重视。
            """);

        Assert.Equal(["优化服务", "规范执法", "加强领导"], document.Tasks.Select(t => t.Title));
        Assert.Equal(new DateOnly(2023, 12, 31), Assert.Single(document.Tasks[0].Deadlines).Date);
    }

    private static ParsedDocument Table(string rows) => Read(HtmlPage($"<h1>望岫县2023年法治政府建设工作任务分解方案</h1><p>现将任务分解如下。</p><table>{rows}</table>"));

    [Fact]
    public void Tasks_without_units_in_a_plan_with_units_are_tasks_and_are_warned_of()
    {
        var document = ReadPlan("""
            一、总体要求
            1.坚持党的领导。
            二、优化服务
            1.事项网上办。(责任单位:县政务服务局)
            2.窗口就近办。
            三、规范执法
            (一)案卷互评。
            (二)执法公示。
            四、保障措施
            1.压实责任。
            """);

        Assert.Equal(["1. 县政务服务局", "2. ", "(一) ", "(二) "], LabelsAndUnits(document));
        var warning = Assert.Single(document.Warnings, w => w.Code == "TASKS_WITHOUT_UNITS");
        Assert.Equal("4 项任务中有 3 项没有写明责任单位。", warning.Message);
    }

    [Theory]
    [InlineData("(县司法局牵头,县财政局、县档案馆配合,2023年年底前完成)", "Lead 县司法局|Cooperating 县财政局、县档案馆", "2023年年底前=2023-12-31")]
    [InlineData("〔县司法局、县档案馆负责,2023年6月底前完成,并长期坚持〕", "Responsible 县司法局、县档案馆", "2023年6月底前=2023-06-30|长期坚持=ongoing")]
    [InlineData("(县档案馆负责,持续推进)", "Responsible 县档案馆", "持续推进=ongoing")]
    [InlineData("(2023年9月底前完成,县档案馆牵头)", "Lead 县档案馆", "2023年9月底前=2023-09-30")]
    [InlineData("(责任单位:县司法局、县档案馆,上半年完成)", "Responsible 县司法局、县档案馆", "上半年=2023-06-30")]
    [InlineData("(县审计局、县财政局)", "Responsible 县审计局、县财政局", "")]
    [InlineData("【县审计局】", "Responsible 县审计局", "")]
    [InlineData("(县司法局、各乡镇人民政府,年底前完成)", "Responsible 县司法局、各乡镇人民政府", "年底前=2023-12-31")]
    public void Brackets_hold_units_and_times(string note, string units, string deadlines)
    {
        var document = ReadPlan("一、任务\n1.旧档逐件清点。" + note);
        var task = Assert.Single(document.Tasks);

        Assert.Equal(units, string.Join('|', task.UnitLines.Select(u => $"{u.Role} {string.Join('、', u.MentionedUnits.Select(m => m.Text))}")));
        Assert.Equal(deadlines, string.Join('|', task.Deadlines.Select(d => $"{d.Text}={(d.Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : d.Recurrence)}")));
        Assert.Equal(["旧档逐件清点。"], task.Paragraphs.Select(p => p.In(document.Text)));
    }

    [Theory]
    [InlineData("旧档逐件清点。(试行)")]
    [InlineData("推进平台建设。(二期)")]
    [InlineData("办好便民热线。(12345)")]
    [InlineData("用好三级平台(县行政服务中心)")]
    [InlineData("旧档逐件清点。(见附件)")]
    [InlineData("旧档逐件清点。(含新增部分)")]
    [InlineData("旧档逐件清点。(2023年年底前完成)")]
    public void Other_brackets_are_words_of_the_task(string words)
    {
        var document = ReadPlan("一、任务\n1." + words);
        var task = Assert.Single(document.Tasks);

        Assert.Empty(task.UnitLines);
        Assert.Equal([words], task.Paragraphs.Select(p => p.In(document.Text)));
    }

    [Fact]
    public void Paragraphs_that_count_themselves_up_are_tasks()
    {
        var document = ReadPlan("一是旧档逐件清点。(责任单位:县档案馆)\n二是窗口就近办事。(责任单位:县司法局)\n三是上门讲法3场。");

        Assert.Equal(["一是 县档案馆", "二是 县司法局", "三是 "], LabelsAndUnits(document));
        Assert.Equal("旧档逐件清点。", document.Tasks[0].Paragraphs[0].In(document.Text));
    }

    [Fact]
    public void A_table_behind_the_last_task_is_no_part_of_it()
    {
        var document = Read(HtmlPage("""
            <p>一、优化服务</p><p>(一)窗口就近办。(责任单位:县政务服务局)</p>
            <table><tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr><tr><td>1</td><td>评查案卷4次。</td><td>县司法局</td></tr></table>
            """));

        Assert.Equal(["(一) 县政务服务局", "1 县司法局"], LabelsAndUnits(document));
        Assert.Equal(["窗口就近办。"], document.Tasks[0].Paragraphs.Select(p => p.In(document.Text)));
        Assert.Empty(document.Tasks[0].Targets);
        Assert.Equal(["优化服务"], document.Tasks[1].Headings);
    }

    [Fact]
    public void A_deadline_of_the_text_is_kept_beside_the_printed_time_limit()
    {
        var task = ReadPlan("一、任务\n1.上半年制定清单。(责任单位:县司法局;完成时限:2023年9月30日前)").Tasks[0];

        Assert.Equal(["上半年", "2023年9月30日前"], task.Deadlines.Select(d => d.Text));
    }

    private static IEnumerable<string> LabelsAndUnits(ParsedDocument document) =>
        document.Tasks.Select(t => $"{t.Label} {string.Join('+', t.UnitLines.Select(u => string.Join('、', u.MentionedUnits.Select(m => m.Text))))}");
}
