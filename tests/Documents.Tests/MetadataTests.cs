using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("望岫县2024年法治政府建设工作要点", 2024, 2024)]
    [InlineData("望岫县法治政府建设实施方案(2021—2025年)", 2021, 2025)]
    [InlineData("望岫县法治政府建设实施方案(2021-2025年)", 2021, 2025)]
    [InlineData("望岫县法治政府建设实施方案(2021年至2025年)", 2021, 2025)]
    [InlineData("望岫县贯彻落实《法治政府建设实施纲要(2021—2025年)》实施方案", 2021, 2025)]
    [InlineData("望岫县2023年贯彻落实《法治政府建设实施纲要(2021—2025年)》工作要点", 2023, 2023)]
    [InlineData("望岫县二〇二四年法治政府建设工作要点", 2024, 2024)]
    [InlineData("望岫县２０２４年度法治政府建设工作要点", 2024, 2024)]
    public void Period_is_read_from_the_title(string title, int start, int end)
    {
        var document = Read(title + "\n一、任务\n做好工作。");

        Assert.Equal((start, end), (document.Period!.StartYear, document.Period.EndYear));
    }

    [Theory]
    [InlineData("望岫县法治政府建设情况报告\n2022年,全县工作进展顺利。\n一、成效\n完成任务。", 2022)]
    [InlineData("望岫县法治政府建设情况报告\n一、成效\n完成任务。\n望岫县人民政府\n2023年2月10日", 2022)]
    public void The_year_of_a_report_is_read_from_its_text_or_date(string text, int year) => Assert.Equal(year, Read(text).Period?.StartYear);

    [Theory]
    [InlineData("为做好2024年法治政府建设工作,制定本要点。", 2024)]
    [InlineData("2022年3月1日以来,各项工作有序推进。为做好2024年工作,制定本要点。", 2024)]
    [InlineData("根据《法治政府建设实施纲要(2021—2025年)》,制定2024年要点。", 2024)]
    [InlineData("2019年以来,工作有序推进。", null)]
    public void The_year_of_a_yearly_plan_is_read_from_its_first_words(string words, int? year) =>
        Assert.Equal(year, Read($"望岫县法治政府建设工作要点\n{words}\n一、任务\n到2035年全面完成。").Period?.StartYear);

    [Fact]
    public void A_plan_without_years_has_no_period() => Assert.Null(Read("望岫县法治政府建设工作要点\n一、任务\n做好工作。").Period);

    [Theory]
    [InlineData("2024年3月5日", "2024-03-05")]
    [InlineData("2024 年 3 月 5 日", "2024-03-05")]
    [InlineData("(2024年3月5日)", "2024-03-05")]
    [InlineData("二〇二四年三月五日", "2024-03-05")]
    [InlineData("二○二四年十二月二十一日", "2024-12-21")]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("2024127", "2024-01-27|2024-12-07")]
    [InlineData("20240305", "2024-03-05")]
    [InlineData("2024年127日", "2024-01-27|2024-12-07")]
    public void Signing_dates_are_read_with_all_their_readings(string line, string readings)
    {
        var expected = readings.Split('|').Select(DateOnly.Parse).ToList();

        var document = ReadPlan($"一、任务\n做好工作。\n云汀县人民政府\n{line}");

        var date = Assert.Single(document.Dates);
        Assert.Equal(expected, date.Readings);
        Assert.Equal((DateRole.Signed, expected.Count > 1), (date.Role, date.Ambiguous));
        Assert.Equal(line.Trim('(', ')'), date.Range!.Value.In(document.Text));
        Assert.Equal(date.Ambiguous, document.Warnings.Any(w => w.Code == "DATE_AMBIGUOUS"));
    }

    [Theory]
    [InlineData("2024231")]
    [InlineData("2024年13月5日")]
    [InlineData("19000101")]
    public void Digits_that_can_be_no_date_give_none(string line) => Assert.Empty(ReadPlan($"一、任务\n做好工作。\n云汀县人民政府\n{line}").Dates);

    [Theory]
    [InlineData("望政发〔2023〕14号", "望政发", 2023, 14)]
    [InlineData("望政办发[2023]5号", "望政办发", 2023, 5)]
    [InlineData("望法委办〔2023〕第5号", "望法委办", 2023, 5)]
    [InlineData("文号:望政发〔2023〕14号", "望政发", 2023, 14)]
    public void Own_document_number_is_read_in_parts(string line, string code, int year, int number)
    {
        var found = Read($"{line}\n望岫县2023年法治政府建设工作要点\n一、任务\n做好工作。").DocumentNumber;

        Assert.Equal((code, year, number), (found!.IssuerCode, found.Year, found.Number));
    }

    [Fact]
    public void A_cited_document_number_is_not_the_own_one() =>
        Assert.Null(Read("望岫县法治政府建设实施方案\n根据市委文件(临党发〔2023〕14号)精神,制定本方案。\n一、任务\n做好工作。").DocumentNumber);

    [Fact]
    public void Issuers_of_head_and_signature_are_listed_once()
    {
        var document = Read("""
            中共望岫县委员会  望岫县人民政府
            关于印发《望岫县法治政府建设实施方案》的通知
            各乡镇党委、人民政府:
            现印发给你们。
            中共望岫县委员会
            望岫县人民政府
            2023年8月1日
            望岫县法治政府建设实施方案
            一、任务
            做好工作。
            """);

        Assert.Equal(["中共望岫县委员会", "望岫县人民政府"], document.Issuers.Select(i => i.Name));
        Assert.All(document.Issuers, i => Assert.Equal(i.Name, i.Range.In(document.Text)));
    }
}
