namespace Fazhi.Documents.Tests;

/// <summary>What the parts of a report are about, its problems and next steps, its passages, the unit it is of.</summary>
public class ReportTests
{
    [Theory]
    [InlineData("工作开展情况", SectionClass.Achievements)]
    [InlineData("坚持问题导向，提升执法质量", SectionClass.Achievements)]
    [InlineData("开展突出问题专项整治", SectionClass.Achievements)]
    [InlineData("党政主要负责人履行推进法治建设第一责任人职责情况", SectionClass.Achievements)]
    [InlineData("2023年法治政府建设主要举措和成效", SectionClass.Achievements)]
    [InlineData("存在问题", SectionClass.Problems)]
    [InlineData("存在的问题和不足", SectionClass.Problems)]
    [InlineData("主要问题及原因", SectionClass.Problems)]
    [InlineData("法治政府建设存在的主要不足和原因", SectionClass.Problems)]
    [InlineData("不足之处", SectionClass.Problems)]
    [InlineData("困难和问题", SectionClass.Problems)]
    [InlineData("面临的困难", SectionClass.Problems)]
    [InlineData("下一步工作打算", SectionClass.NextSteps)]
    [InlineData("下步工作", SectionClass.NextSteps)]
    [InlineData("2024年工作计划", SectionClass.NextSteps)]
    [InlineData("2024年推进法治政府建设的主要安排", SectionClass.NextSteps)]
    [InlineData("今后努力方向", SectionClass.NextSteps)]
    [InlineData("工作思路", SectionClass.NextSteps)]
    [InlineData("概述", SectionClass.Preamble)]
    public void A_heading_says_what_its_section_is_about(string heading, SectionClass expected)
    {
        var document = Sample.Read($"望岫县2023年法治政府建设情况报告\n一、{heading}\n有关情况按要求说明。\n（一）完善工作机制\n逐步完善。\n");

        Assert.Equal([expected, expected], document.Report!.SectionClasses);
    }

    [Fact]
    public void Subsections_of_a_combined_section_have_their_own_class()
    {
        var report = Sample.Read("""
            望岫县2023年法治政府建设情况报告
            一、主要做法
            做了不少工作。
            二、存在的问题及下一步打算
            （一）存在的主要问题
            1.普法方式单一。
            2.执法力量不足。
            （二）下一步打算
            1.丰富普法方式。
            """).Report!;

        Assert.Equal([SectionClass.Achievements, SectionClass.Problems, SectionClass.Problems, SectionClass.Problems, SectionClass.Problems, SectionClass.NextSteps, SectionClass.NextSteps], report.SectionClasses);
        Assert.Equal(["普法方式单一", "执法力量不足"], report.Problems.Select(p => p.Text));
        Assert.Equal(["丰富普法方式"], report.NextSteps.Select(p => p.Text));
    }

    [Theory]
    // Numbered, with and without titles of their own.
    [InlineData("（一）普法方式单一。形式老旧，内容重复。\n（二）执法力量不足。", "普法方式单一。形式老旧，内容重复|执法力量不足")]
    [InlineData("（一）普法方式单一\n形式老旧。\n（二）执法力量不足\n人手偏紧。", "普法方式单一。形式老旧|执法力量不足。人手偏紧")]
    [InlineData("（一）普法方式单一，（二）执法力量不足。", "普法方式单一|执法力量不足")]
    // Inline measures, in one paragraph and in several.
    [InlineData("我县仍有以下不足：一是普法方式单一；二是执法力量不足。", "普法方式单一|执法力量不足")]
    [InlineData("主要表现在：\n一是普法方式单一。\n二是执法力量不足。", "普法方式单一|执法力量不足")]
    [InlineData("主要有：①普法方式单一；②执法力量不足。", "普法方式单一|执法力量不足")]
    // Paragraphs, sentences.
    [InlineData("普法方式单一，形式老旧。\n执法力量不足。", "普法方式单一，形式老旧|执法力量不足")]
    [InlineData("一方面，普法方式单一。\n另一方面，执法力量不足。", "普法方式单一|执法力量不足")]
    [InlineData("虽取得一定成绩，但仍存在一些问题。普法方式单一；执法力量不足。", "普法方式单一|执法力量不足")]
    [InlineData("执法力量不足。", "执法力量不足")]
    public void Problems_are_told_apart(string words, string expected)
    {
        var document = Sample.Read($"望岫县2023年法治政府建设情况报告\n一、主要做法\n做了不少工作。\n二、存在问题\n{words}\n三、下一步工作\n再接再厉。\n望岫县人民政府\n2024年1月5日\n");

        Assert.Equal(expected, string.Join('|', document.Report!.Problems.Select(p => p.Text)));
        Assert.Equal(["再接再厉"], document.Report.NextSteps.Select(p => p.Text));
        Assert.All(document.Report.Problems, p => Assert.Contains(p.Text[..4], p.Range.In(document.Text), StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_can_turn_to_problems_and_to_next_steps()
    {
        var document = Sample.Read("""
            望岫县司法局关于2023年度法治政府建设情况的报告
            一、工作开展情况
            （一）严格执法。排查存在的问题并整改到位。
            （二）主动服务。走访企业送法上门。
            一年来，我局工作虽有成效，但与要求相比还存在差距，主要是：执法人员业务不精；普法针对性不强。下一步，我局将抓好两项工作：一是加强培训。二是创新普法。
            """);
        var report = document.Report!;

        Assert.Equal(["执法人员业务不精", "普法针对性不强"], report.Problems.Select(p => p.Text));
        Assert.Equal(["加强培训", "创新普法"], report.NextSteps.Select(p => p.Text));
        Assert.Equal([SectionClass.Achievements, SectionClass.Achievements, SectionClass.Achievements], report.SectionClasses);
    }

    [Fact]
    public void Each_problem_may_be_followed_by_its_next_step()
    {
        var report = Sample.Read("""
            云汀县2023年法治政府建设情况报告
            一、主要做法
            做了不少工作。
            二、存在问题和下一步工作
            （一）人手不足。执法人员偏少。下一步，将充实执法队伍。
            （二）培训不多。全年只有一次。下一步，将每季培训。
            """).Report!;

        Assert.Equal(["人手不足。执法人员偏少", "培训不多。全年只有一次"], report.Problems.Select(p => p.Text.TrimEnd('。')));
        Assert.Equal(["下一步，将充实执法队伍", "下一步，将每季培训"], report.NextSteps.Select(p => p.Text));
    }

    [Fact]
    public void Headings_need_no_numbers()
    {
        var report = Sample.Read("""
            石渡镇2023年法治政府建设工作总结
            一年来，我镇扎实推进各项工作。
            1.加强学习。开展学法4次。
            2.化解纠纷。调解矛盾纠纷18起。
            存在的问题
            1.执法人员少。
            2.群众法治意识不强。
            下一步打算
            1.配强力量。
            """).Report!;

        Assert.Equal(["执法人员少", "群众法治意识不强"], report.Problems.Select(p => p.Text));
        Assert.Equal(["配强力量"], report.NextSteps.Select(p => p.Text));
        Assert.Equal([SectionClass.Achievements, SectionClass.Achievements, SectionClass.Problems, SectionClass.Problems, SectionClass.NextSteps], report.SectionClasses);
    }

    [Fact]
    public void Passages_are_measures_or_paragraphs_and_never_overlap()
    {
        var document = Sample.Read("""
            望岫县2023年法治政府建设情况报告
            2023年，望岫县认真做好各项工作，现将有关情况报告如下：
            一、主要做法
            （一）严格执法。一是开展案卷评查。二是加强培训。
            （二）化解纠纷
            调解纠纷46件。
            二、存在问题
            力量不足。
            望岫县人民政府
            2024年1月20日
            """);
        var passages = document.Report!.Passages;

        Assert.Equal(
            ["Preamble:2023年，望岫县认真做好各项工作，现将有关情况报告如下：", "Achievements:一是开展案卷评查。", "Achievements:二是加强培训。", "Achievements:调解纠纷46件。", "Problems:力量不足。"],
            passages.Select(p => $"{p.Class}:{p.Range.In(document.Text)}"));
        Assert.Equal([-1, 1, 1, 2, 3], passages.Select(p => p.SectionIndex));
        Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.Range.End <= pair.Second.Range.Start));
    }

    [Theory]
    [InlineData("望岫县司法局2023年法治政府建设年度报告", "", "望岫县司法局")]
    [InlineData("望岫县市场监督管理局关于2023年度法治政府建设情况的报告", "望岫县市场监督管理局", "望岫县市场监督管理局")]
    [InlineData("望岫县2023年法治政府建设情况报告", "望岫县司法局", null)]
    [InlineData("柳浪街道2023年法治政府建设工作总结", "柳浪街道办事处", null)]
    [InlineData("石渡镇人民政府2023年法治政府建设工作总结", "石渡镇人民政府", null)]
    [InlineData("2023年度法治政府建设工作总结", "望岫县自然资源局", "望岫县自然资源局")]
    [InlineData("2023年度法治政府建设工作总结", "望岫县人民政府", null)]
    public void The_reporting_unit_is_a_department_or_none(string title, string signature, string? expected)
    {
        var document = Sample.Read($"{title}\n一、主要做法\n做了不少工作。\n二、存在问题\n力量不足。\n{signature}\n2024年1月20日\n");

        Assert.Equal(expected, document.Report!.Unit?.Text);
        if (document.Report.Unit is { } unit)
            Assert.Equal(unit.Text, unit.Range.In(document.Text));
    }

    [Fact]
    public void Problems_and_next_steps_of_a_real_report_are_three_each()
    {
        var report = Seeds.Read("001_").Report!;

        Assert.Equal(["重大行政决策", "公务人员法治", "法治宣传教育"], report.Problems.Select(p => p.Text[..6]));
        Assert.Equal(["全面完善重大", "强化公务人员", "强化法治宣传"], report.NextSteps.Select(p => p.Text[..6]));
        Assert.Equal(3, Seeds.Read("002_").Report!.NextSteps.Length);
    }

    [Theory]
    [InlineData("（一）压实各级责任\n主要负责人带头述法。\n（二）补齐基层短板\n充实司法所力量。")]
    [InlineData("1.压实各级责任\n主要负责人带头述法。\n2.补齐基层短板\n充实司法所力量。")]
    public void Heading_of_a_next_step_ends_in_a_stop_before_its_text(string steps)
    {
        var report = Sample.Read($"望岫县2023年法治政府建设情况报告\n一、工作成效\n开展学法3次。\n二、下一步工作安排\n{steps}").Report!;

        Assert.Equal(["压实各级责任。主要负责人带头述法", "补齐基层短板。充实司法所力量"], report.NextSteps.Select(item => item.Text));
    }
}
