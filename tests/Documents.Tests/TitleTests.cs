using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class TitleTests
{
    private const string Body = "\n一、总体安排\n按要求做好各项工作。";

    [Theory]
    [InlineData("望岫县2024年法治政府建设工作要点", "望岫县2024年法治政府建设工作要点")]
    [InlineData("望岫县贯彻落实《法治政府建设\n实施纲要(2021—2025年)》实施方案", "望岫县贯彻落实《法治政府建设实施纲要(2021—2025年)》实施方案")]
    [InlineData("临澜市法治政府建设实施方案\n(征求意见稿)", "临澜市法治政府建设实施方案")]
    [InlineData("临澜市法治政府建设实施方案(征求意见稿)", "临澜市法治政府建设实施方案(征求意见稿)")]
    [InlineData("临澜市人民政府\n2023年度法治政府建设情况报告\n(2024年1月8日)", "临澜市人民政府2023年度法治政府建设情况报告")]
    [InlineData("关于公开征求意见的公告\n附件:任务分工表\n临澜市法治政府建设实施方案", "临澜市法治政府建设实施方案")]
    [InlineData("（此件主动公开）\n望岫县2024年法治政府建设工作要点", "望岫县2024年法治政府建设工作要点")]
    [InlineData("内部文件 不得外传\n望岫县2024年法治政府建设工作要点", "望岫县2024年法治政府建设工作要点")]
    [InlineData("特急\n望岫县2024年法治政府建设工作要点", "望岫县2024年法治政府建设工作要点")]
    [InlineData("望岫县依法行政工作要点【政策解读】", "望岫县依法行政工作要点")]
    [InlineData("望岫县人民政府\n关于2023年度法治政府建设情况的报告", "望岫县人民政府关于2023年度法治政府建设情况的报告")]
    [InlineData("望岫县人民政府办公室关于印发《望岫县2023年法治政府建设工作要点》的通知\n各乡镇人民政府:", "望岫县2023年法治政府建设工作要点")]
    [InlineData("关于印发望岫县2023年法治政府建设工作要点的通知\n各乡镇人民政府:\n现印发给你们。\n望岫县2023年法治政府建设重点任务分工方案", "望岫县2023年法治政府建设重点任务分工方案")]
    public void Printed_title_is_found_on_one_line(string head, string title)
    {
        var document = Read(head + Body);

        Assert.Equal(title, document.Title.Text);
        Assert.False(document.Title.Inferred);
        Assert.Equal(title.Replace(" ", ""), document.Title.Range!.Value.In(document.Text).Replace("\n", "").Replace("【政策解读】", ""));
    }

    [Fact]
    public void A_title_is_made_where_none_is_printed()
    {
        var document = Read("为推进xx市xx区法治政府建设,做好以下工作。\n一、任务\n(一)学法。按月学习。〔责任单位:区司法局〕");

        Assert.Equal("xx市xx区法治政府建设工作计划", document.Title.Text);
        Assert.True(document.Title.Inferred);
        Assert.Null(document.Title.Range);
        Assert.Contains(document.Warnings, w => w.Code == "TITLE_INFERRED");
    }

    [Fact]
    public void The_page_title_stands_in_for_a_missing_one()
    {
        var document = Read(HtmlPage("<p>一、总体安排</p><p>按要求做好各项工作。</p>", "<title>青砚区2022年法治政府建设工作要点_青砚区人民政府门户网站</title>"));

        Assert.Equal("青砚区2022年法治政府建设工作要点", document.Title.Text);
        Assert.Equal(("青砚区", 2022), (document.Region?.Text, document.Period?.StartYear));
        Assert.Null(document.Title.Range);
    }

    [Theory]
    [InlineData("临澜市法治政府建设实施纲要(2021—2025年)", DocumentType.Plan, PlanKind.Outline)]
    [InlineData("望岫县贯彻落实《法治政府建设实施纲要(2021—2025年)》实施方案", DocumentType.Plan, PlanKind.ImplementationPlan)]
    [InlineData("望岫县关于加强法治政府建设的实施意见", DocumentType.Plan, PlanKind.ImplementationPlan)]
    [InlineData("望岫县2024年法治政府建设工作要点", DocumentType.Plan, PlanKind.KeyPoints)]
    [InlineData("望岫县2024年依法行政工作安排", DocumentType.Plan, PlanKind.KeyPoints)]
    [InlineData("望岫县法治政府建设工作任务分解方案", DocumentType.Plan, PlanKind.TaskBreakdown)]
    [InlineData("望岫县法治政府建设重点任务分工方案(试行)", DocumentType.Plan, PlanKind.TaskBreakdown)]
    [InlineData("望岫县2023年法治政府建设年度报告", DocumentType.Report, null)]
    [InlineData("望岫县2023年法治政府建设工作总结", DocumentType.Report, null)]
    public void Kind_follows_from_the_title(string title, DocumentType type, PlanKind? kind)
    {
        var document = Read(title + Body);

        Assert.Equal((type, kind), (document.DocumentType, document.PlanKind));
    }

    [Theory]
    [InlineData("现将情况报告如下:\n一、开展情况\n完成全部任务。\n二、存在问题\n人手不够。", DocumentType.Report)]
    [InlineData("一、任务\n1.办好实事。\n牵头单位:县司法局", DocumentType.Plan)]
    [InlineData("一、总体要求\n依法办事。\n二、保障措施\n落实经费。", DocumentType.Plan)]
    public void Type_follows_from_the_text_where_no_title_is_printed(string text, DocumentType type) => Assert.Equal(type, Read(text).DocumentType);

    [Theory]
    [InlineData("望岫县法治政府建设实施方案(征求意见稿)", DocumentStatus.DraftForComment)]
    [InlineData("望岫县法治政府建设实施方案\n(征求意见稿)", DocumentStatus.DraftForComment)]
    [InlineData("关于对望岫县有关方案公开征求意见的公告\n望岫县法治政府建设实施方案", DocumentStatus.DraftForComment)]
    [InlineData("望岫县法治政府建设实施方案", DocumentStatus.Issued)]
    public void Drafts_for_comment_are_told_from_issued_plans(string head, DocumentStatus status) => Assert.Equal(status, Read(head + Body).Status);

    [Fact]
    public void Talk_of_comments_inside_the_text_makes_no_draft() =>
        Assert.Equal(DocumentStatus.Issued, ReadPlan("一、任务\n重要文件一律公开征求意见。").Status);

    [Fact]
    public void Without_title_and_formal_parts_nothing_tells_the_status() =>
        Assert.Equal(DocumentStatus.Unknown, Read("一、主要任务\n（一）抽查案卷。每季度抽查一批。〔责任单位：区司法局〕").Status);
}
