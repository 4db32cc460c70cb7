using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class KindTests
{
    private const string Body = "\n一、总体安排\n按要求做好各项工作。\n二、分头落实\n逐项对账销号。";

    [Theory]
    [InlineData("望岫县法治政府建设“十四五”规划", DocumentType.Plan, PlanKind.Outline)]
    [InlineData("望岫县2024年法治政府建设重点任务责任清单", DocumentType.Plan, PlanKind.TaskBreakdown)]
    [InlineData("望岫县2024年法治政府建设任务台账", DocumentType.Plan, PlanKind.TaskBreakdown)]
    [InlineData("望岫县提升行政执法质量三年行动计划（2023—2025年）", DocumentType.Plan, PlanKind.ImplementationPlan)]
    [InlineData("关于做好2024年法治政府建设工作的通知", DocumentType.Plan, PlanKind.Other)]
    [InlineData("望岫县司法局关于2023年度法治政府建设情况的报告", DocumentType.Report, null)]
    [InlineData("望岫县2023年依法行政自查报告", DocumentType.Report, null)]
    [InlineData("望岫县2023年法治政府建设情况", DocumentType.Report, null)]
    [InlineData("望岫縣2023年法治政府建設工作總結", DocumentType.Report, null)]
    [InlineData("望岫县县长2023年度述职述法报告", DocumentType.Report, null)]
    public void Kind_follows_from_the_title(string title, DocumentType type, PlanKind? kind)
    {
        var document = Read(title + Body);

        Assert.Equal((title, type, kind), (document.Title.Text, document.DocumentType, document.PlanKind));
    }

    [Theory]
    [InlineData("望岫县政务公开办法\n第一章 总则\n第一条 为了方便群众,制定本办法。\n第二条 本县机关适用本办法,依法行政。\n第三条 公开事项逐年增加。")]
    [InlineData("望岫县召开法治政府建设推进会\n昨日,望岫县召开法治政府建设推进会,听取各部门工作进展。")]
    [InlineData("关于公布2023年优秀调解员名单的公告\n一、优秀调解员\n甲某某等三人在法治宣传中表现突出。\n二、表扬\n给予表扬。")]
    [InlineData("《望岫县法治政府建设实施方案》政策解读\n一、起草背景\n为推进法治政府建设起草。\n二、主要内容\n共三部分。")]
    [InlineData("县司法局开展送法下乡活动\n本报讯 昨日,县司法局干部来到石渡镇,为群众讲解法律知识。")]
    public void What_is_neither_plan_nor_report_is_refused(string text) => Assert.Equal(DocumentErrorCode.NotAPlanOrReport, Fail(text).Code);

    [Fact]
    public void A_notice_with_numbers_of_its_own_gives_way_to_the_plan_that_it_covers()
    {
        var document = Read("""
            望岫县人民政府办公室文件
            望政办发〔2024〕6号
            关于做好2024年法治政府建设工作的通知
            各乡镇人民政府:
            一、要抓紧落实。
            二、要按时报送。
            附件:望岫县2024年法治政府建设工作要点
            望岫县人民政府办公室
            2024年3月1日
            望岫县2024年法治政府建设工作要点
            一、规范执法
            每半年评查一次案卷。
            """);

        Assert.Equal(("望岫县2024年法治政府建设工作要点", PlanKind.KeyPoints), (document.Title.Text, document.PlanKind));
        Assert.Equal("望政办发〔2024〕6号", document.DocumentNumber?.Text);
        Assert.Equal(["望岫县人民政府办公室"], document.Issuers.Select(i => i.Name));
        Assert.Equal("一、规范执法\n每半年评查一次案卷。", document.Sections[^1].Range.In(document.Text));
    }

    [Theory]
    [InlineData("2024年望岫县法治政府建设工作要点", "望岫县")]
    [InlineData("2024年度临澜市望岫县法治政府建设工作要点", "临澜市望岫县")]
    [InlineData("关于2024年望岫县法治政府建设工作的安排", "望岫县")]
    [InlineData("某某县2024年法治政府建设工作要点", "某某县")]
    [InlineData("**市**区2024年法治政府建设工作要点", "**市**区")]
    public void Region_is_found_behind_the_year_too(string title, string region) => Assert.Equal(region, Read(title + Body).Region?.Text);

    [Theory]
    [InlineData("望岫县法治政府建设“十四五”规划", "", 2021, 2025)]
    [InlineData("望岫县法治政府建设第十五个五年规划(2026—2030年)", "", 2026, 2030)]
    [InlineData("望岫县法治政府建设工作要点", "\n望岫县人民政府\n2024年3月5日", 2024, 2024)]
    [InlineData("望岫县法治政府建设情况报告", "\n按照《纲要(2021—2025年)》,2023年以来成效明显。", 2023, 2023)]
    [InlineData("望岫县2024年度法治政府建设情况报告", "\n望岫县人民政府\n2025年1月10日", 2024, 2024)]
    public void Years_are_found_wherever_they_are_printed(string title, string tail, int start, int end)
    {
        var document = Read(title + Body + tail);

        Assert.Equal((start, end), (document.Period?.StartYear, document.Period?.EndYear));
    }

    [Fact]
    public void A_traditional_edition_is_read_like_the_simplified_one()
    {
        var document = Read("""
            望岫縣2024年法治政府建設工作要點
            為做好今年的工作,制定本要點。
            一、規範行政執法
            (一)開展案卷評查。每半年抽查一次案卷。〔責任單位：縣司法局〕
            望岫縣人民政府
            二〇二四年三月五日
            """);

        Assert.Equal((DocumentType.Plan, PlanKind.KeyPoints, 2024), (document.DocumentType, document.PlanKind, document.Period?.StartYear));
        Assert.Equal("望岫縣", document.Region?.Text);
        Assert.Equal(["規範行政執法", "開展案卷評查"], document.Sections.Select(s => s.Heading));
        Assert.Equal(["縣司法局"], Assert.Single(document.Tasks).UnitLines.SelectMany(u => u.MentionedUnits).Select(m => m.Text));
        Assert.Equal(("望岫縣人民政府", new DateOnly(2024, 3, 5)), (Assert.Single(document.Issuers).Name, document.Dates[0].Readings[0]));
    }

    [Fact]
    public void Summary_with_the_plan_of_the_next_year_is_a_report_of_the_past_one()
    {
        var document = Sample.Read("""
            望岫县2022年法治政府建设工作总结和2023年工作计划
            一、2022年工作开展情况
            全年开展学法4次。
            二、2023年工作计划
            （一）抓好学法。把学法列入年度安排。
            （二）加强执法监督。开展案卷评查。
            """);

        Assert.Equal((DocumentType.Report, 2022), (document.DocumentType, document.Period!.StartYear));
        Assert.Equal(["抓好学法。把学法列入年度安排", "加强执法监督。开展案卷评查"], document.Report!.NextSteps.Select(item => item.Text));
    }

    [Theory]
    [InlineData("import os\nname='望岫县2023年法治政府建设工作要点'\ndef write(path):\n    with open(path,'w') as f:\n        f.write('一、任务\\n（一）抓好学法。〔责任单位：县司法局〕')\nwrite('a.txt')")]
    [InlineData("Rule of law work plan of the county for the year to come\n1. Law study\nEvery quarter the government studies law. 〔责任单位：县司法局〕")]
    public void Program_code_and_texts_without_Chinese_are_neither_plan_nor_report(string text)
    {
        Assert.Equal(DocumentErrorCode.NotAPlanOrReport, DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text)).Error?.Code);
    }
}
