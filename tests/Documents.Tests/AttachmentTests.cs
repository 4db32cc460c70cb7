using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class AttachmentTests
{
    [Theory]
    [InlineData("附件:任务分工表", "任务分工表")]
    [InlineData("附件：1.任务分工表 2.联络员名单", "任务分工表|联络员名单")]
    [InlineData("附件:1.任务分工表\n2.联络员名单", "任务分工表|联络员名单")]
    [InlineData("附件:\n1、《任务分工表》\n2、联络员名单", "任务分工表|联络员名单")]
    [InlineData("附件1:任务分工表\n附件2:联络员名单", "任务分工表|联络员名单")]
    [InlineData("附件1.任务分工表\n附件2.联络员名单", "任务分工表|联络员名单")]
    [InlineData("附：任务分工表（2023—2025年）", "任务分工表（2023—2025年）")]
    [InlineData("附件:任务分工表\n/files/2023/41049.docx", "任务分工表")]
    [InlineData("附件材料要齐全。", "")]
    [InlineData("附件所列事项逐一办理", "")]
    public void Names_are_listed_and_lie_outside_the_sections(string lines, string names)
    {
        var document = ReadPlan("一、任务\n做好工作。\n" + lines);

        Assert.Equal(names, string.Join('|', document.Attachments.Select(a => a.Text)));
        Assert.All(document.Attachments, a => Assert.Equal(a.Text, a.Range.In(document.Text)));
        Assert.Equal(names.Length > 0, document.Sections[0].Range.In(document.Text) == "一、任务\n做好工作。");
        Assert.Single(document.Sections);
    }

    [Fact]
    public void An_attached_text_begins_outside_the_sections()
    {
        var document = ReadPlan("一、任务\n做好工作。\n附件1\n联络员名单\n甲某某,县司法局。");

        Assert.Equal("一、任务\n做好工作。", Assert.Single(document.Sections).Range.In(document.Text));
    }

    [Fact]
    public void A_list_in_the_covering_notice_is_not_the_beginning_of_the_plan()
    {
        var document = Read("""
            关于印发望岫县2024年法治政府建设工作要点的通知
            各乡镇人民政府:
            现印发给你们。
            附件:1.联络员名单
            2.任务分工表
            望岫县人民政府
            2024年3月1日
            望岫县2024年法治政府建设工作要点
            一、任务
            做好工作。
            """);

        Assert.Equal("望岫县2024年法治政府建设工作要点", document.Title.Text);
        Assert.Equal(["一、"], document.Sections.Select(s => s.Label));
        Assert.Equal(["联络员名单", "任务分工表"], document.Attachments.Select(a => a.Text));
    }
}
