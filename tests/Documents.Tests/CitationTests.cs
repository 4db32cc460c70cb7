using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class CitationTests
{
    [Theory]
    [InlineData("落实《岚川省公开办事规定》。", "岚川省公开办事规定#")]
    [InlineData("落实《岚川省公开办事规定》(岚政发〔2022〕7号)。", "岚川省公开办事规定#岚政发〔2022〕7号")]
    [InlineData("落实《岚川省公开办事规定》（岚政发[2022]第7号，以下简称《规定》）。落实《规定》要求。", "岚川省公开办事规定#岚政发[2022]第7号")]
    [InlineData("落实《临澜市实施〈岚川省公开办事规定〉细则》。", "临澜市实施〈岚川省公开办事规定〉细则#")]
    [InlineData("落实《岚川省\n公开办事规定》。", "岚川省公开办事规定#")]
    [InlineData("落实《甲规定》《乙规定》。再次落实《甲规定》。", "甲规定#|乙规定#")]
    [InlineData("落实《甲规定》。《甲规定》(岚政发〔2022〕7号)是依据。", "甲规定#岚政发〔2022〕7号")]
    [InlineData("落实《甲规定》(岚政发〔2022〕7号)和《甲规定》(临政发〔2022〕9号)。", "甲规定#岚政发〔2022〕7号|甲规定#临政发〔2022〕9号")]
    [InlineData("按照岚政发〔2022〕7号和岚政办发〔2022〕8号要求办理。", "#岚政发〔2022〕7号|#岚政办发〔2022〕8号")]
    [InlineData("根据《征收办法》(岚川省人民政府令第12号)办理。", "征收办法#岚川省人民政府令第12号")]
    [InlineData("落实《纲要》,见《岚川日报》。", "")]
    [InlineData("落实《没有写完的规定。", "")]
    [InlineData("住在3号楼和4号楼,电话是12345号。", "")]
    public void Documents_are_cited_by_title_and_number(string text, string expected)
    {
        var document = ReadPlan("一、任务\n" + text);

        Assert.Equal(expected, string.Join('|', document.Citations.Select(c => $"{c.Title}#{c.Number?.Text}")));
        Assert.All(document.Citations, c => Assert.StartsWith(c.Title.Length > 0 ? "《" : c.Number!.Text, c.Range.In(document.Text)));
        Assert.All(document.Citations, c => Assert.False(c.Repeals));
    }

    [Fact]
    public void The_documents_own_title_and_number_are_no_citations()
    {
        var document = Read("""
            望政发〔2023〕14号
            关于印发《望岫县2023年法治政府建设工作要点》的通知
            各乡镇人民政府:
            现将《望岫县2023年法治政府建设工作要点》(望政发〔2023〕14号)印发给你们。
            望岫县2023年法治政府建设工作要点
            一、任务
            做好工作。
            """);

        Assert.Empty(document.Citations);
    }

    [Theory]
    [InlineData("《甲办法》(岚政发〔2019〕7号)同时废止。", "甲办法")]
    [InlineData("本方案自印发之日起施行,《甲办法》《乙办法》同时废止。", "甲办法|乙办法")]
    [InlineData("2019年印发的《甲办法》和2020年印发的《乙办法》同时废止。", "甲办法|乙办法")]
    [InlineData("本方案自印发之日起施行,同时废止《甲办法》。", "甲办法")]
    [InlineData("《甲办法》自本方案印发之日起废止。", "甲办法")]
    [InlineData("《甲办法》不再执行。", "甲办法")]
    [InlineData("清理《甲办法》等文件,不合时宜的予以废止。", "")]
    [InlineData("根据《甲办法》,修改细则,原细则同时废止。", "")]
    public void What_a_plan_ends_is_marked(string text, string repealed)
    {
        var document = ReadPlan("一、任务\n做好工作。\n" + text);

        Assert.Equal(repealed, string.Join('|', document.Citations.Where(c => c.Repeals).Select(c => c.Title)));
    }

    [Fact]
    public void A_report_repeals_nothing() =>
        Assert.All(Read(Report.Replace("执法力量仍然不足。", "《甲办法》同时废止。", StringComparison.Ordinal)).Citations, c => Assert.False(c.Repeals));

    [Fact]
    public void Words_that_end_the_plan_are_no_part_of_its_last_section()
    {
        var document = ReadPlan("一、任务\n做好工作。\n本要点自印发之日起施行,《甲办法》同时废止。");

        Assert.Equal("一、任务\n做好工作。", Assert.Single(document.Sections).Range.In(document.Text));
    }
}
