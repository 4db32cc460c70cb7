using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class SectionTests
{
    [Theory]
    [InlineData("一、总体安排", "一、", "总体安排", 1)]
    [InlineData("十二、总体安排", "十二、", "总体安排", 1)]
    [InlineData("一 、总体安排", "一、", "总体安排", 1)]
    [InlineData("(一)总体安排", "(一)", "总体安排", 2)]
    [InlineData("(二十三) 总体安排", "(二十三)", "总体安排", 2)]
    [InlineData("( 一 )总体安排", "(一)", "总体安排", 2)]
    [InlineData("1.总体安排", "1.", "总体安排", 3)]
    [InlineData("1、总体安排", "1、", "总体安排", 3)]
    [InlineData("1． 总体安排", "1．", "总体安排", 3)]
    [InlineData("１．总体安排", "１．", "总体安排", 3)]
    [InlineData("1.3月份总体安排", "1.", "3月份总体安排", 3)]
    [InlineData("1.2024年总体安排", "1.", "2024年总体安排", 3)]
    [InlineData("(1)总体安排", "(1)", "总体安排", 4)]
    [InlineData("\uFF081\uFF09总体安排", "\uFF081\uFF09", "总体安排", 4)]
    [InlineData("\uFF08一\uFF09总体安排", "\uFF08一\uFF09", "总体安排", 2)]
    [InlineData("1)总体安排", "1)", "总体安排", 5)]
    [InlineData("①总体安排", "①", "总体安排", 6)]
    public void Number_forms_are_read_with_their_level(string line, string label, string heading, int level)
    {
        var section = Assert.Single(ReadPlan(line + "\n按本要点执行。").Sections);

        Assert.Equal((label, heading, level), (section.Label, section.Heading, section.Level));
    }

    [Theory]
    [InlineData("2023年工作开展顺利。")]
    [InlineData("1.5万件案件全部办结。")]
    [InlineData("3、4号楼已经完工。")]
    [InlineData("一、二、三产业协调发展。")]
    [InlineData("一是加强领导。")]
    [InlineData("(2023年版)继续有效。")]
    [InlineData("7.15行动收效明显。")]
    public void Figures_and_enumerations_are_no_numbers_of_headings(string line) =>
        Assert.Single(ReadPlan("一、总体安排\n" + line).Sections);

    [Fact]
    public void Chapters_move_all_levels_down()
    {
        var sections = ReadPlan("第一章 总则\n一、目的\n为了办好事。\n第二章 附则\n一、解释\n由县司法局解释。").Sections;

        Assert.Equal(["第一章", "一、", "第二章", "一、"], sections.Select(s => s.Label));
        Assert.Equal([1, 2, 1, 2], sections.Select(s => s.Level));
        Assert.Equal([-1, 0, -1, 2], sections.Select(s => s.ParentIndex));
    }

    [Fact]
    public void Number_with_units_and_no_words_is_a_section_without_heading()
    {
        var sections = ReadPlan("一、〔责任单位:县司法局〕\n(一)开展案卷评查\n每半年抽查一次。").Sections;

        Assert.Equal(["", "开展案卷评查"], sections.Select(s => s.Heading));
    }

    [Fact]
    public void A_missing_level_nests_by_parent()
    {
        var sections = ReadPlan("一、任务\n(一)甲项\n1.甲一\n二、保障\n1.乙一").Sections;

        Assert.Equal([-1, 0, 1, -1, 3], sections.Select(s => s.ParentIndex));
    }

    [Fact]
    public void Ranges_of_a_section_hold_its_paragraphs_and_subsections()
    {
        var document = ReadPlan("一、任务\n(一)甲项\n做好甲项工作。\n二、保障\n落实经费。");

        Assert.Equal("一、任务\n(一)甲项\n做好甲项工作。", document.Sections[0].Range.In(document.Text));
        Assert.Equal("(一)甲项", document.Sections[1].HeadingRange.In(document.Text));
        Assert.Equal([-1, 0, 1, 1, 2, 2], document.Paragraphs.Select(p => p.SectionIndex));
    }

    [Fact]
    public void Titles_that_run_into_the_paragraph_are_headings_where_most_lines_have_them()
    {
        var sections = ReadPlan("""
            (一)规范文件管理。所有文件先审后发。
            (二)公开办事结果。每月公布一次办理情况。
            (三)加强队伍建设:每年至少培训两次。
            """).Sections;

        Assert.Equal(["规范文件管理", "公开办事结果", "加强队伍建设"], sections.Select(s => s.Heading));
    }

    [Fact]
    public void First_sentences_are_no_headings_where_most_lines_have_none()
    {
        var sections = ReadPlan("""
            1.各部门在制定文件以前应当听取有关企业和群众代表的意见,并把意见采纳的情况写入起草说明一并报送审查。未报送的退回。
            2.少开会。多办事。
            3.县政府各部门应当在每个季度结束以后的第一个月内把行政执法数据汇总以后报送县司法局备案审查存档。逾期通报。
            4.重大行政决策事项目录由县政府办公室会同有关部门在每年第一季度内提出并按程序报批以后向社会公布。定期更新。
            """).Sections;

        Assert.All(sections, s => Assert.Equal("", s.Heading));
        Assert.Equal(["1.", "2.", "3.", "4."], sections.Select(s => s.Label));
    }

    [Fact]
    public void Subject_before_a_colon_is_the_heading()
    {
        var section = Assert.Single(ReadPlan("(一)学习培训组织开展以及计划任务完成情况:全年共组织培训四次,覆盖所有单位。").Sections);

        Assert.Equal("学习培训组织开展以及计划任务完成情况", section.Heading);
    }

    [Fact]
    public void A_table_of_contents_is_no_second_set_of_headings()
    {
        var document = Read("""
            临澜市法治政府建设实施方案(2021—2025年)
            目 录
            一、总体要求
            二、主要任务
            一、总体要求
            稳步推进各项工作。
            二、主要任务
            (一)办好民生实事。
            """);

        Assert.Equal(["一、", "二、", "(一)"], document.Sections.Select(s => s.Label));
    }

    [Fact]
    public void A_gap_in_the_numbers_is_warned_of()
    {
        var document = ReadPlan("一、甲\n二、乙\n五、戊");

        Assert.Contains(document.Warnings, w => w.Code == "LABEL_OUT_OF_SEQUENCE" && w.Range!.Value.In(document.Text) == "五、");
    }

    [Fact]
    public void Signature_and_attachment_list_are_no_part_of_the_last_section()
    {
        var document = ReadPlan("""
            一、任务
            做好各项工作。
            附件:1.任务清单
            2.联络员名单
            云汀县人民政府
            2023年2月1日
            """);

        Assert.Equal("一、任务\n做好各项工作。", Assert.Single(document.Sections).Range.In(document.Text));
        Assert.All(document.Paragraphs.Skip(3), p => Assert.Equal((ParagraphKind.Imprint, -1), (p.Kind, p.SectionIndex)));
    }
}
