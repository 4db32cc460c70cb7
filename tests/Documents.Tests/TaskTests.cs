using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class TaskTests
{
    [Fact]
    public void Tasks_have_label_title_headings_text_and_units()
    {
        var document = Read(Plan);

        Assert.Equal(["(一)", "(二)", "(一)"], document.Tasks.Select(t => t.Label));
        Assert.Equal(["落实决策程序", "用好法律顾问", "开展案卷评查"], document.Tasks.Select(t => t.Title));
        Assert.Equal(["提升依法决策水平"], document.Tasks[1].Headings);
        Assert.Equal("用好法律顾问。合同签订前由法律顾问逐份看过。", Assert.Single(document.Tasks[1].Paragraphs).In(document.Text));
        var units = Assert.Single(document.Tasks[1].UnitLines);
        Assert.Equal((UnitRole.Responsible, "县司法局、县直各部门,各乡镇人民政府"), (units.Role, units.UnitsText));
        Assert.Equal(["县司法局", "县直各部门", "各乡镇人民政府"], units.MentionedUnits.Select(u => u.Text));
    }

    [Fact]
    public void Full_width_marks_and_digits_read_like_half_width_ones()
    {
        var wide = Read(string.Concat(Plan.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c)));
        var narrow = Read(Plan);

        Assert.Equal(narrow.Sections.Select(s => (s.Heading, s.Range)), wide.Sections.Select(s => (s.Heading, s.Range)));
        Assert.Equal(narrow.Tasks.SelectMany(t => t.UnitLines).Select(u => u.Range), wide.Tasks.SelectMany(t => t.UnitLines).Select(u => u.Range));
        Assert.Equal((2024, narrow.Dates[0].Readings[0]), (wide.Period?.StartYear, wide.Dates[0].Readings[0]));
        Assert.Equal("\uFF08一\uFF09", wide.Tasks[0].Label);
    }

    [Theory]
    [InlineData("甲事办好。〔责任单位:县司法局、县财政局〕", "Responsible:县司法局|县财政局")]
    [InlineData("甲事办好。[责任单位:县司法局;县财政局]", "Responsible:县司法局|县财政局")]
    [InlineData("甲事办好。【责任单位:县司法局，县财政局】", "Responsible:县司法局|县财政局")]
    [InlineData("甲事办好。(责任单位:县司法局 县财政局)。", "Responsible:县司法局|县财政局")]
    [InlineData("甲事办好。责任单位:县司法局、县财政局。", "Responsible:县司法局|县财政局")]
    [InlineData("甲事办好。〔牵头单位:县司法局;责任单位:县财政局〕", "Lead:县司法局;Responsible:县财政局")]
    [InlineData("甲事办好。〔牵头单位:县司法局〕〔配合单位:县财政局〕", "Lead:县司法局;Cooperating:县财政局")]
    [InlineData("甲事办好。\n牵头单位:县司法局;责任单位:县财政局、县公安局", "Lead:县司法局;Responsible:县财政局|县公安局")]
    [InlineData("甲事办好。\n牵头单位：县司法局\n责任单位：县财政局\n协办单位：县公安局", "Lead:县司法局;Responsible:县财政局;Assisting:县公安局")]
    [InlineData("甲事办好。\n责任领导:副县长\n责任单位:县司法局", "LeaderInCharge:副县长;Responsible:县司法局")]
    [InlineData("甲事办好。(县司法局牵头,县财政局、县公安局配合)", "Lead:县司法局;Cooperating:县财政局|县公安局")]
    [InlineData("甲事办好。(县司法局、县财政局按职责分工负责)", "Responsible:县司法局|县财政局")]
    public void Unit_lines_are_read_in_all_their_forms(string text, string expected)
    {
        var task = Assert.Single(ReadPlan("一、任务\n1." + text).Tasks);

        Assert.Equal(expected, string.Join(';', task.UnitLines.Select(u => $"{u.Role}:{string.Join('|', u.MentionedUnits.Select(m => m.Text))}")));
    }

    [Theory]
    [InlineData("县民政局、县统计局等部门按职责分工负责,各乡镇(管委会)", "县民政局|县统计局|各乡镇(管委会)")]
    [InlineData("县文体广电和旅游局及县属各执法部门", "县文体广电和旅游局|县属各执法部门")]
    [InlineData("各乡镇(街道、管委会),县司法局", "各乡镇(街道、管委会)|县司法局")]
    [InlineData("各部门按职责分工负责", "各部门")]
    public void Units_are_split_and_simple_tails_stripped(string printed, string expected)
    {
        var task = Assert.Single(ReadPlan($"一、任务\n1.甲事办好。\n责任单位:{printed}").Tasks);

        Assert.Equal(printed, task.UnitLines[0].UnitsText);
        Assert.Equal(expected, string.Join('|', task.UnitLines[0].MentionedUnits.Select(m => m.Text)));
    }

    [Theory]
    [InlineData("各责任单位要对照清单逐项落实。")]
    [InlineData("明确责任单位:逐项落实,定期报告。年底前完成。")]
    [InlineData("推进执法规范(试点先行)。")]
    public void Talk_of_units_inside_a_sentence_is_no_unit_line(string sentence)
    {
        var document = ReadPlan("一、任务\n1." + sentence);

        Assert.All(document.Tasks, t => Assert.Empty(t.UnitLines));
    }

    [Fact]
    public void Time_limits_beside_the_units_are_kept_as_printed()
    {
        var task = Assert.Single(ReadPlan("一、任务\n1.甲事办好。\n责任单位:县司法局;完成时限:2023年年底前").Tasks);

        Assert.Equal(("2023年年底前", new DateOnly(2023, 12, 31)), (task.Deadlines[0].Text, task.Deadlines[0].Date));
        Assert.Single(task.UnitLines);
    }

    [Fact]
    public void A_task_holds_its_further_paragraphs_until_its_units()
    {
        var document = ReadPlan("""
            一、任务
            1.甲事办好。
            甲事还要办快。
            责任单位:县司法局
            2.乙事办好。
            责任单位:县财政局
            原有办法同时废止。
            """);

        Assert.Equal(["甲事办好。", "甲事还要办快。"], document.Tasks[0].Paragraphs.Select(p => p.In(document.Text)));
        Assert.Equal("2.乙事办好。\n责任单位:县财政局", document.Tasks[1].Range.In(document.Text));
        Assert.Equal(-1, document.Paragraphs[^1].SectionIndex);
    }

    [Fact]
    public void Without_units_the_innermost_measures_outside_the_general_part_are_tasks()
    {
        var document = ReadPlan("""
            一、总体要求
            (一)指导思想。依法办事。
            (二)主要目标。群众满意。
            二、主要任务
            (一)优化服务
            1.少跑路。事项网上办。
            窗口也要办。
            2.少等待。当场办结。
            三、组织保障
            1.加强领导。定期研究。
            """);

        Assert.Equal(["少跑路", "少等待", "加强领导"], document.Tasks.Select(t => t.Title));
        Assert.Equal(["主要任务", "优化服务"], document.Tasks[0].Headings);
        Assert.Equal(2, document.Tasks[0].Paragraphs.Length);
    }

    [Fact]
    public void Without_units_an_undivided_chapter_beside_divided_ones_is_no_task()
    {
        var document = ReadPlan("一、主要任务\n1.少跑路。事项网上办。\n2.少等待。当场办结。\n二、组织保障\n各部门要加强领导。");

        Assert.Equal(["1.", "2."], document.Tasks.Select(t => t.Label));
    }

    [Fact]
    public void General_parts_are_no_tasks_where_others_have_units()
    {
        var document = ReadPlan("一、总体要求\n依法办事。\n二、任务\n1.甲事办好。\n责任单位:县司法局\n2.乙事办好。");

        Assert.Equal(["1.", "2."], document.Tasks.Select(t => t.Label));
    }

    [Fact]
    public void Paragraphs_with_units_below_a_plain_heading_are_tasks_without_label()
    {
        var document = ReadPlan("""
            一、优化服务
            甲事办好。(责任单位:县司法局)
            乙事办好。(责任单位:县财政局)
            二、规范执法
            丙事办好。(责任单位:县公安局)
            """);

        Assert.Equal(["", "", "二、"], document.Tasks.Select(t => t.Label));
        Assert.Equal(["优化服务"], document.Tasks[1].Headings);
        Assert.Equal(["丙事办好。"], document.Tasks[2].Paragraphs.Select(p => p.In(document.Text)));
    }

    [Fact]
    public void A_report_has_no_tasks() => Assert.Empty(Read(Report).Tasks);

    [Fact]
    public void Rows_of_a_tab_separated_table_are_tasks()
    {
        var document = ReadPlan("""
            序号	工作任务	牵头单位	责任单位	完成时限
            1	甲事办好	县司法局	县财政局、县公安局	2023年6月底前
            2	乙事办好	县财政局	各乡镇	长期坚持
            """);

        Assert.Equal(["1", "2"], document.Tasks.Select(t => t.Label));
        Assert.Equal("乙事办好", Assert.Single(document.Tasks[1].Paragraphs).In(document.Text));
        Assert.Equal(["Lead:县司法局", "Responsible:县财政局、县公安局"], document.Tasks[0].UnitLines.Select(u => $"{u.Role}:{u.UnitsText}"));
        Assert.Equal(("长期坚持", "ongoing"), (document.Tasks[1].Deadlines[0].Text, document.Tasks[1].Deadlines[0].Recurrence));
        Assert.All(document.Paragraphs.Skip(1), p => Assert.Equal(ParagraphKind.TableRow, p.Kind));
    }

    [Fact]
    public void Lines_of_one_length_that_each_have_a_number_are_not_one_broken_paragraph()
    {
        var lines = Enumerable.Range(1, 9).Select(number => $"{number}.完善第{number}类文件审核制度，2023年{number}月底前完成。（牵头单位：市司法局、市财政局）");

        var document = Sample.Read($"临澜市2023年法治政府建设工作要点\n一、主要任务\n{string.Join('\n', lines)}");

        Assert.Equal(Enumerable.Range(1, 9).Select(number => $"{number}."), document.Tasks.Select(task => task.Label));
    }
}
