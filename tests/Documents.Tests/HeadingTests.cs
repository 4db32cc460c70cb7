using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class HeadingTests
{
    [Theory]
    [InlineData("【一】总体安排", "【一】", "总体安排", 2)]
    [InlineData("一）总体安排", "一）", "总体安排", 2)]
    [InlineData("㈠总体安排", "㈠", "总体安排", 2)]
    [InlineData("1 .总体安排", "1.", "总体安排", 3)]
    [InlineData("⒈总体安排", "⒈", "总体安排", 3)]
    [InlineData("⑴总体安排", "⑴", "总体安排", 4)]
    [InlineData("②总体安排", "②", "总体安排", 6)]
    [InlineData("一 总体安排", "一", "总体安排", 1)]
    [InlineData("第一部分 总体安排", "第一部分", "总体安排", 1)]
    [InlineData("第一章总体安排", "第一章", "总体安排", 1)]
    [InlineData("第1章 总体安排", "第1章", "总体安排", 1)]
    public void Further_forms_of_numbers_are_read(string line, string label, string heading, int level)
    {
        var section = Assert.Single(ReadPlan(line + "\n按本要点执行。").Sections);

        Assert.Equal((label, heading, level), (section.Label, section.Heading, section.Level));
    }

    [Theory]
    [InlineData("三、四季度各抽查一次。")]
    [InlineData("一、二级响应按预案办理。")]
    [InlineData("- 3 -")]
    [InlineData("——坚持为民办事。")]
    [InlineData("[1]见附表。")]
    [InlineData("第一条道路已经修通。")]
    public void Ranges_page_numbers_dashes_and_notes_are_no_numbers(string line) =>
        Assert.Single(ReadPlan("一、总体安排\n" + line).Sections);

    [Fact]
    public void Chapters_sections_and_articles_are_levels_of_their_own()
    {
        var sections = ReadPlan("""
            第一章 工作任务
            第一节 服务群众
            第一条 窗口延时开放,节假日轮流值守。
            第二节 规范执法
            第二条 案卷按季评查,结果全县通报。
            (一)评查由县司法局组织。
            """).Sections;

        Assert.Equal([1, 2, 3, 2, 3, 4], sections.Select(s => s.Level));
        Assert.Equal([-1, 0, 1, 0, 3, 4], sections.Select(s => s.ParentIndex));
    }

    [Theory]
    [InlineData("(一)加强组织领导——各镇街每月研究一次,逐项听取汇报。", "加强组织领导")]
    [InlineData("(一)加强组织领导 各镇街每月研究一次任务进展,逐项听取汇报,遇到困难当场协调。", "加强组织领导")]
    [InlineData("(一)加强组织领导：各镇街每月研究一次。", "加强组织领导")]
    [InlineData("(一)加强组织领导。各镇街每月研究一次。", "加强组织领导")]
    [InlineData("(一)做好以下工作:窗口延时开放。", "")]
    [InlineData("(一)各镇街 每月研究一次。", "")]
    public void Headings_run_into_the_paragraph_with_any_mark(string line, string heading) =>
        Assert.Equal(heading, Assert.Single(ReadPlan(line).Sections).Heading);

    [Fact]
    public void Headings_without_any_mark_are_cut_like_the_others()
    {
        var sections = ReadPlan("""
            一、已办之事
            (一)摸清群众诉求,理顺窗口服务机制
            全年受理诉求九百件。
            (二)盯紧案卷质量,提高办案人员能力
            全年评查案卷两批。
            二、将办之事
            (一)压实镇街担子,夯实基层办案基础定期把镇街办案情况向社会公开,接受群众评议。
            (二)用好法律顾问,守住合同审查防线对合同实行一份一审,审后签字。
            """).Sections;

        Assert.Equal(["压实镇街担子,夯实基层办案基础", "用好法律顾问,守住合同审查防线"], sections.Skip(4).Select(s => s.Heading));
    }

    [Fact]
    public void Text_without_titled_neighbours_gets_no_heading() =>
        Assert.All(ReadPlan("1.压实镇街担子,夯实基层办案基础定期把镇街办案情况向社会公开。\n2.各窗口延时开放,方便上班群众办事。").Sections, s => Assert.Equal("", s.Heading));

    [Theory]
    [InlineData("工作要求见《岚川省办理\n(二)类事项规定》第三款。")]
    [InlineData("窗口办理的事项包括户籍、婚姻登记、社会保障、\n3.医疗救助等。")]
    public void Numbers_inside_citations_and_broken_lines_are_no_headings(string text) => Assert.Single(ReadPlan("一、任务\n" + text).Sections);
}
