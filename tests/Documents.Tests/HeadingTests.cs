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

    [Fact]
    public void Siblings_say_whether_their_first_sentence_is_a_heading()
    {
        var sections = ReadPlan("""
            一、坚守原则
            1.便民为先。群众跑几趟，办法里就写清几趟。
            2.实事求是。做到几分说几分，不添一分。
            二、任务
            1.把窗口搬到集市。每逢初一开一天，由镇里派人值守，带齐章和表，来人当场办结，办不了的当天登记，三天之内给一个准话。
            2.案卷按季抽签交叉评，哪个站所抽到哪个站所评，评完的案卷连同打分表一起贴到镇政府门口的公示栏里，让办案的人看得见差在哪里。评三轮。
            3.合同先过法律顾问的眼，没有顾问签字的一律不盖章，已经盖了章的从头补审，补审出的毛病逐条列成单子交给镇长一件一件改掉为止。改完复核。
            4.调解员进山，由护林员带路，山界树权的账当面算清楚，算不清的请老支书到场，到场也算不清的再请县里林草局的师傅带图纸上山量。量完签字。
            三、问题
            （一）人手短缺，老案难结。去年积下九件，今年又添六件。
            （二）家底不清，台账不全。近三年的合同只找到一半，另一半还在各个站所的抽屉里，没有人说得清有多少。
            （三）宣讲不够，知道的人少。问起法律顾问，十户里有七户不知道有这个人。
            """).Sections;

        Assert.Equal(["坚守原则", "便民为先", "实事求是", "任务", "", "", "", "", "问题", "人手短缺，老案难结", "家底不清，台账不全", "宣讲不够，知道的人少"], sections.Select(s => s.Heading));
    }

    [Theory]
    [InlineData("工作要求见《岚川省办理\n(二)类事项规定》第三款。")]
    [InlineData("窗口办理的事项包括户籍、婚姻登记、社会保障、\n3.医疗救助等。")]
    public void Numbers_inside_citations_and_broken_lines_are_no_headings(string text) => Assert.Single(ReadPlan("一、任务\n" + text).Sections);
}
