using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class ConsultationTests
{
    [Theory]
    [InlineData("欢迎于2024年3月21日前提出意见。", null, "2024-03-21")]
    [InlineData("公开征求意见时间为2024年3月1日至3月30日。", "2024-03-01", "2024-03-30")]
    [InlineData("意见征集期限:2024年3月1日—2024年3月30日", "2024-03-01", "2024-03-30")]
    [InlineData("自2024年3月1日起至2024年4月2日止征求意见。", "2024-03-01", "2024-04-02")]
    [InlineData("意见反馈截止时间为2024年3月30日。", null, "2024-03-30")]
    [InlineData("请将意见于3月30日17:00前反馈。", null, "2024-03-30")]
    [InlineData("请自公告发布之日起30日内提出意见。", "2024-02-28", "2024-03-29")]
    [InlineData("请自本公告发布之日起一个月内提出意见。", "2024-02-28", "2024-03-28")]
    public void The_period_is_read_in_all_its_forms(string sentence, string? start, string end)
    {
        var document = Read($"""
            关于公开征求《望岫县法治政府建设实施方案(征求意见稿)》意见的公告
            发布日期:2024-02-28
            {sentence}
            望岫县司法局
            2024年2月28日
            望岫县法治政府建设实施方案
            (征求意见稿)
            一、任务
            重要文件于2025年1月1日前公开征求意见。
            """);

        Assert.Equal(DocumentStatus.DraftForComment, document.Status);
        Assert.Equal(start, document.Consultation?.Start?.Readings[0].ToString("yyyy-MM-dd", null));
        Assert.Equal(end, document.Consultation?.End?.Readings[0].ToString("yyyy-MM-dd", null));
        Assert.Equal(end, Assert.Single(document.Dates, d => d.Role == DateRole.ConsultationEnd).Readings[0].ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void Contacts_are_read_one_by_one()
    {
        var document = Read("""
            关于公开征求《望岫县法治政府建设实施方案(征求意见稿)》意见的公告
            通信地址:望岫县石渡镇河街9号,邮编:990121 联系人:甲某某 电话:0990-5550101 传真:0990-5550102
            信函：请寄至望岫县河街11号法治科；
            联系人及电话：乙某某 0990-5550103；电子邮箱：fazhi@wangxiu.example。
            望岫县法治政府建设实施方案(征求意见稿)
            一、任务
            做好工作。
            """);

        Assert.Equal(
            [
                (ContactKind.Address, "望岫县石渡镇河街9号"), (ContactKind.PostalCode, "990121"), (ContactKind.Person, "甲某某"), (ContactKind.Telephone, "0990-5550101"), (ContactKind.Fax, "0990-5550102"),
                (ContactKind.Address, "望岫县河街11号法治科"), (ContactKind.Person, "乙某某"), (ContactKind.Telephone, "0990-5550103"), (ContactKind.Email, "fazhi@wangxiu.example"),
            ],
            document.Consultation!.Contacts.Select(c => (c.Kind, c.Text)));
        Assert.All(document.Consultation.Contacts, c => Assert.Equal(c.Text, c.Range.In(document.Text)));
    }

    [Fact]
    public void An_issued_plan_has_no_consultation() =>
        Assert.Null(ReadPlan("一、任务\n于2024年3月1日前公开征求意见。\n联系人:甲某某 电话:5550101").Consultation);
}
