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
    [InlineData("2024131", "2024-01-31")]
    [InlineData("2024年1 5日", "2024-01-05")]
    [InlineData("2024年115日", "2024-01-15|2024-11-05")]
    [InlineData("2024年11月5", "2024-11-05")]
    [InlineData("20241月15日", "2024-01-15")]
    [InlineData("202年3月5日", "2002-03-05|2012-03-05|2020-03-05|2021-03-05|2022-03-05|2023-03-05|2024-03-05|2025-03-05|2026-03-05|2027-03-05|2028-03-05|2029-03-05|2032-03-05")]
    [InlineData("2024/1/5", "2024-01-05")]
    [InlineData("2024.1.5", "2024-01-05")]
    [InlineData("２０２４年１月５日", "2024-01-05")]
    [InlineData("二零二四年元月五日", "2024-01-05")]
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
    [InlineData("2024年月5日")]
    [InlineData("2024年1日5日")]
    [InlineData("202415年日")]
    public void Digits_that_can_be_no_date_give_none(string line) => Assert.Empty(ReadPlan($"一、任务\n做好工作。\n云汀县人民政府\n{line}").Dates);

    [Theory]
    [InlineData("望政发〔2023〕14号", "望政发", 2023, 14)]
    [InlineData("望政办发[2023]5号", "望政办发", 2023, 5)]
    [InlineData("望法委办〔2023〕第5号", "望法委办", 2023, 5)]
    [InlineData("文号:望政发〔2023〕14号", "望政发", 2023, 14)]
    [InlineData("望政发(2023)14号", "望政发", 2023, 14)]
    [InlineData("望政发【2023】14号", "望政发", 2023, 14)]
    [InlineData("望政发 〔 2023 〕 14 号", "望政发", 2023, 14)]
    [InlineData("和政发〔2023〕14号 签发人：甲某某", "和政发", 2023, 14)]
    [InlineData("望岫县人民政府令第3号", "望岫县人民政府令", 0, 3)]
    [InlineData("望岫县人民政府公告2023年第3号", "望岫县人民政府公告", 2023, 3)]
    public void Own_document_number_is_read_in_parts(string line, string code, int year, int number)
    {
        var found = Read($"{line}\n望岫县2023年法治政府建设工作要点\n一、任务\n做好工作。").DocumentNumber;

        Assert.Equal((code, year, number), (found!.IssuerCode, found.Year, found.Number));
        Assert.DoesNotContain(' ', found.Text);
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
        Assert.All(document.Issuers, i => Assert.Equal(i.Name, i.Range?.In(document.Text)));
    }

    [Theory]
    [InlineData("云汀县人民政府\n2023年8月1日", "云汀县人民政府", DateRole.Signed)]
    [InlineData("云汀县人民政府 2023年8月1日", "云汀县人民政府", DateRole.Signed)]
    [InlineData("云汀县人民政府2023年8月1日", "云汀县人民政府", DateRole.Signed)]
    [InlineData("云汀县人民政府（盖章）\n2023年8月1日", "云汀县人民政府", DateRole.Signed)]
    [InlineData("云 汀 县 人 民 政 府\n2023年8月1日", "云汀县人民政府", DateRole.Signed)]
    [InlineData("中共云汀县委、云汀县人民政府\n2023年8月1日", "中共云汀县委|云汀县人民政府", DateRole.Signed)]
    [InlineData("云汀县司法局 云汀县财政局\n2023年8月1日\n(此件公开发布)", "云汀县司法局|云汀县财政局", DateRole.Signed)]
    [InlineData("苍原盟行政公署\n2023年8月1日", "苍原盟行政公署", DateRole.Signed)]
    [InlineData("云汀县人民政府办公室 2023年8月1日印发", "云汀县人民政府办公室", DateRole.Published)]
    public void Signatures_are_read_in_all_their_forms(string lines, string issuers, DateRole role)
    {
        var document = ReadPlan("一、任务\n做好工作。\n" + lines);

        Assert.Equal(issuers, string.Join('|', document.Issuers.Select(i => i.Name)));
        Assert.Equal((role, new DateOnly(2023, 8, 1)), (Assert.Single(document.Dates).Role, document.Dates[0].Readings[0]));
        Assert.Equal("一、任务\n做好工作。", Assert.Single(document.Sections).Range.In(document.Text));
    }

    [Theory]
    [InlineData("特此报告。")]
    [InlineData("抄送：县委各部门,县人大常委会办公室,县政协办公室。")]
    [InlineData("公开方式:主动公开")]
    [InlineData("(联系人：甲某某,电话：5550101)")]
    [InlineData("相关链接：")]
    public void What_follows_the_body_is_no_part_of_it(string line) =>
        Assert.Equal("一、任务\n做好工作。", Assert.Single(ReadPlan("一、任务\n做好工作。\n" + line).Sections).Range.In("云汀县2023年法治政府建设工作要点\n一、任务\n做好工作。\n" + line));

    [Theory]
    [InlineData("有效性：有效", Validity.InForce)]
    [InlineData("有 效 性：失效", Validity.Repealed)]
    [InlineData("有效性：废止", Validity.Repealed)]
    [InlineData("是否有效：否", Validity.Repealed)]
    [InlineData("浏览次数：3", Validity.Unknown)]
    public void Validity_is_what_the_page_says(string property, Validity validity) =>
        Assert.Equal(validity, Read($"索引号：990121 {property}\n云汀县2023年法治政府建设工作要点\n一、任务\n做好工作。").Validity);

    [Theory]
    [InlineData("索引号：990121 发文机关：云汀县司法局、云汀县财政局", "", "云汀县司法局|云汀县财政局")]
    [InlineData("索引号：990121 发文机关：云汀县司法局", "\n云汀县人民政府\n2023年8月1日", "云汀县人民政府")]
    [InlineData("索引号：990121 发文机关：见正文", "", "")]
    public void The_page_names_the_issuer_where_the_text_does_not(string property, string signature, string issuers) =>
        Assert.Equal(issuers, string.Join('|', Read($"{property}\n云汀县2023年法治政府建设工作要点\n一、任务\n做好工作。{signature}").Issuers.Select(i => i.Name)));

    [Theory]
    [InlineData("来源：县司法局 时间：2023-08-03 字号：大 中 小")]
    [InlineData("日期：2023年8月3日 来源：县司法局")]
    public void The_bar_under_the_title_says_when_it_was_published(string bar)
    {
        var date = Assert.Single(Read($"首页 > 法治建设\n云汀县2023年法治政府建设工作要点\n{bar}\n一、任务\n做好工作。").Dates);

        Assert.Equal((DateRole.Published, new DateOnly(2023, 8, 3)), (date.Role, date.Readings[0]));
    }

    [Fact]
    public void A_mark_on_the_title_repeals_a_plan() => Assert.Equal(Validity.Repealed, Read("云汀县2023年法治政府建设工作要点（已废止）\n一、任务\n做好工作。").Validity);
}
