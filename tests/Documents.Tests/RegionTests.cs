using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class RegionTests
{
    [Theory]
    [InlineData("望岫县2024年法治政府建设工作要点", "望岫县")]
    [InlineData("临澜市望岫县石渡镇2024年法治政府建设工作要点", "临澜市|望岫县|石渡镇")]
    [InlineData("岚川省临澜市青砚区2024年法治政府建设工作要点", "岚川省|临澜市|青砚区")]
    [InlineData("中共望岫县委员会2024年法治政府建设工作要点", "望岫县")]
    [InlineData("关于印发望岫县2024年法治政府建设工作要点的通知", "望岫县")]
    [InlineData("临澜市青砚2024年法治政府建设工作要点", "临澜市|青砚")]
    [InlineData("青砚2024年法治政府建设工作要点", "青砚")]
    [InlineData("望岫县司法局2024年法治政府建设工作要点", "望岫县")]
    [InlineData("青砚区石渡街道2024年法治政府建设工作要点", "青砚区|石渡街道")]
    [InlineData("澄湖市红乡县2024年法治政府建设工作要点", "澄湖市|红乡县")]
    [InlineData("澄湖市镇川县2024年法治政府建设工作要点", "澄湖市|镇川县")]
    [InlineData("澄湖市沙市区2024年法治政府建设工作要点", "澄湖市|沙市区")]
    [InlineData("岚山彝族自治州云汀县2024年法治政府建设工作要点", "岚山彝族自治州|云汀县")]
    [InlineData("临澜高新技术产业开发区2024年法治政府建设工作要点", "临澜高新技术产业开发区")]
    [InlineData("XX市XX区2024年法治政府建设工作要点", "XX市|XX区")]
    [InlineData("全县2024年法治政府建设工作要点", null)]
    [InlineData("2024年法治政府建设工作要点", null)]
    public void Region_is_read_from_the_title_by_its_form(string title, string? parts)
    {
        var region = Read(title + "\n一、任务\n做好工作。").Region;

        Assert.Equal(parts, region is null ? null : string.Join('|', region.Parts));
    }

    [Fact]
    public void The_signature_completes_a_region_that_the_title_shortens()
    {
        var document = Read(Report);

        Assert.Equal(["临澜市", "望岫县", "石渡镇"], document.Region!.Parts);
        Assert.Equal("临澜市望岫县石渡镇", document.Region.Range!.Value.In(document.Text));
        Assert.Equal(RegionSource.Issuer, document.Region.Source);
    }

    [Fact]
    public void The_title_is_trusted_more_than_the_issuer()
    {
        var region = Read("云汀县2024年法治政府建设工作要点\n一、任务\n做好工作。\n澄湖市人民政府\n2024年3月1日").Region;

        Assert.Equal(("云汀县", RegionSource.Title), (region!.Text, region.Source));
    }

    [Fact]
    public void The_issuer_is_trusted_where_the_title_names_none()
    {
        var region = Read("2024年法治政府建设工作要点\n一、任务\n做好工作。\n中共澄湖市云汀县委员会\n2024年3月1日").Region;

        Assert.Equal(("澄湖市云汀县", RegionSource.Issuer), (region!.Text, region.Source));
    }

    [Theory]
    [InlineData("xx市xx区", true)]
    [InlineData("某某县", true)]
    public void An_anonymised_region_in_the_text_says_so(string name, bool anonymised)
    {
        var region = Read($"为推进{name}法治政府建设,做好以下工作。\n一、任务\n(一)学法。按月学习。〔责任单位:县司法局〕").Region;

        Assert.Equal((name, anonymised, RegionSource.Text), (region!.Text, region.Anonymised, region.Source));
    }

    [Fact]
    public void A_region_named_as_government_in_the_text_is_the_last_resort()
    {
        var region = Read("2024年法治政府建设工作要点\n经望岫县人民政府同意,做好以下工作。\n一、任务\n做好工作。").Region;

        Assert.Equal(("望岫县", RegionSource.Text), (region!.Text, region.Source));
    }
}
