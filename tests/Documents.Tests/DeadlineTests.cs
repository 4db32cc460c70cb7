using System.Globalization;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2024年年底前建成平台。", "2024年年底前=2024-12-31")]
    [InlineData("2024年底前建成平台。", "2024年底前=2024-12-31")]
    [InlineData("年底前建成平台。", "年底前=2023-12-31")]
    [InlineData("年内建成平台。", "年内=2023-12-31")]
    [InlineData("今年底前建成平台。", "今年底前=2023-12-31")]
    [InlineData("今年年底前、明年6月底前分两批建成。", "今年年底前=2023-12-31|明年6月底前=2024-06-30")]
    [InlineData("到2025年,体系更加完善。", "到2025年=2025-12-31")]
    [InlineData("到2025年底,体系更加完善。", "到2025年底=2025-12-31")]
    [InlineData("2025年前实现全覆盖。", "2025年前=2025-12-31")]
    [InlineData("上半年完成清理。", "上半年=2023-06-30")]
    [InlineData("2024年上半年完成清理。", "2024年上半年=2024-06-30")]
    [InlineData("第三季度前完成清理。", "第三季度前=2023-09-30")]
    [InlineData("二季度末前完成清理。", "二季度末前=2023-06-30")]
    [InlineData("9月底前完成清理。", "9月底前=2023-09-30")]
    [InlineData("６月３０日前完成清理。", "６月３０日前=2023-06-30")]
    [InlineData("6月底、12月底前各报一次。", "6月底=2023-06-30|12月底前=2023-12-31")]
    [InlineData("3月上旬前印发。", "3月上旬前=2023-03-10")]
    [InlineData("2024年2月底前印发。", "2024年2月底前=2024-02-29")]
    [InlineData("2024 年 6 月底前印发。", "2024 年 6 月底前=2024-06-30")]
    [InlineData("二〇二四年六月底前印发。", "二〇二四年六月底前=2024-06-30")]
    [InlineData("每年3月1日前报告。", "每年3月1日前=yearly:03-01")]
    [InlineData("每年12月4日宣誓。", "每年12月4日=yearly:12-04")]
    [InlineData("每年年底前述法。", "每年年底前=yearly:12-31")]
    [InlineData("每年6月底和12月底前报送。", "每年6月底=yearly:06-30|12月底前=yearly:12-31")]
    [InlineData("每半年评查一次。", "每半年=half-yearly")]
    [InlineData("每季度通报。", "每季度=quarterly")]
    [InlineData("每月10日前报送。", "每月10日前=monthly")]
    [InlineData("上、下半年各评查一次。", "上、下半年各=half-yearly")]
    [InlineData("任期内轮训一遍。", "任期内=")]
    [InlineData("2024年6月完成清理。", "2024年6月=2024-06-30")]
    [InlineData("一季度前报送台账。", "一季度前=2023-03-31")]
    [InlineData("三季度抽查一批许可案卷。", "三季度=2023-09-30")]
    [InlineData("2024年第二季度召开现场会。", "2024年第二季度=2024-06-30")]
    [InlineData("上半年将成果汇编成册。", "上半年=2023-06-30")]
    [InlineData("二季度末在三个镇推开。", "二季度末=2023-06-30")]
    [InlineData("11月底通报考核名次。", "11月底=2023-11-30")]
    [InlineData("5月中旬举办培训班。", "5月中旬=2023-05-20")]
    [InlineData("每年2月15日前报送计划,3月20日前印发。", "每年2月15日前=yearly:02-15|3月20日前=yearly:03-20")]
    [InlineData("2024年1月底前汇总,2月10日前通报。", "2024年1月底前=2024-01-31|2月10日前=2024-02-10")]
    [InlineData("2024年1月底前汇总。2月10日前通报。", "2024年1月底前=2024-01-31|2月10日前=2023-02-10")]
    [InlineData("每年2月15日前报送计划,年底前建成平台。", "每年2月15日前=yearly:02-15|年底前=2023-12-31")]
    [InlineData("到“十五五”末调解员配备率达标。", "到“十五五”末=2030-12-31")]
    [InlineData("到十三五期末,窗口全部进驻。", "到十三五期末=2020-12-31")]
    [InlineData("抽查许可案卷,长期坚持。", "长期坚持=ongoing")]
    [InlineData("逐户走访企业,并长期坚持。", "长期坚持=ongoing")]
    [InlineData("巡回讲法进村组,常态化推进。", "常态化推进=ongoing")]
    [InlineData("更新清单,四季度。", "四季度=2023-12-31")]
    [InlineData("2024年下半年,组织案卷互评。", "2024年下半年=2024-12-31")]
    [InlineData("2024.11.30前交清台账。", "2024.11.30前=2024-11-30")]
    [InlineData("2024-12-01前交清台账。", "2024-12-01前=2024-12-01")]
    [InlineData("2024年5—10月组织巡查。", "2024年5—10月=2024-10-31")]
    [InlineData("3至6月开展互评。", "3至6月=2023-06-30")]
    [InlineData("9月上旬,举办讲座。", "9月上旬=2023-09-10")]
    public void Words_that_say_by_when_are_deadlines(string text, string expected) => Assert.Equal(expected, DeadlinesOf("1.甲事。" + text));

    [Theory]
    [InlineData("落实2022年7月1日印发的办法。")]
    [InlineData("清理2022年底前制定的规范性文件。")]
    [InlineData("贯彻《望岫县2025年底前建设规划》。")]
    [InlineData("落实2021—2025年规划。")]
    [InlineData("一年内发生多起案件的,追究责任。")]
    [InlineData("开展12月4日国家宪法日活动。")]
    [InlineData("为到2035年基本建成打好基础。")]
    [InlineData("制定2024年度计划。")]
    [InlineData("自2024年5月1日起施行。")]
    [InlineData("长期坚持普法。")]
    [InlineData("每年清理一次。")]
    [InlineData("1—10月全县受理案件的分析要及时。")]
    [InlineData("整改2023.6.30检查发现的问题。")]
    [InlineData("坚持问题导向,持续推进政务公开。")]
    [InlineData("每年至少开展1次。")]
    [InlineData("推进政府工作持续改进。")]
    [InlineData("近三年来的案件。")]
    [InlineData("分析第一季度评查情况。")]
    [InlineData("通报上半年开展的抽查。")]
    [InlineData("回访去年上半年办结的案件。")]
    [InlineData("整改截至8月底发现的问题。")]
    [InlineData("衔接“十四五”规划。")]
    public void Other_dates_in_running_text_are_none(string text) => Assert.Equal("", DeadlinesOf("1.甲事。" + text));

    [Theory]
    [InlineData("2023年12月底前", "2023年12月底前=2023-12-31")]
    [InlineData("2023年6月", "2023年6月=2023-06-30")]
    [InlineData("2023年", "2023年=2023-12-31")]
    [InlineData("2021—2025年", "2021—2025年=2025-12-31")]
    [InlineData("2023年1月-6月", "2023年1月-6月=2023-06-30")]
    [InlineData("2023年3月至2024年6月", "2023年3月至2024年6月=2024-06-30")]
    [InlineData("2023.12", "2023.12=2023-12-31")]
    [InlineData("2023-10-15", "2023-10-15=2023-10-15")]
    [InlineData("12月", "12月=2023-12-31")]
    [InlineData("第三季度", "第三季度=2023-09-30")]
    [InlineData("长期坚持", "长期坚持=ongoing")]
    [InlineData("持续推进", "持续推进=ongoing")]
    [InlineData("常态化开展", "常态化开展=ongoing")]
    [InlineData("全年", "全年=ongoing")]
    [InlineData("贯穿全年", "贯穿全年=ongoing")]
    [InlineData("2023年底前,长期坚持", "2023年底前=2023-12-31|长期坚持=ongoing")]
    [InlineData("2023年底前完成并持续推进", "2023年底前=2023-12-31|持续推进=ongoing")]
    [InlineData("每季度", "每季度=quarterly")]
    [InlineData("按季度推进", "按季度推进=quarterly")]
    [InlineData("每年", "每年=yearly:12-31")]
    [InlineData("任期内", "任期内=")]
    [InlineData("按时限要求", "按时限要求=")]
    [InlineData("立行立改", "立行立改=")]
    public void A_field_for_the_time_says_all_it_holds(string text, string expected) =>
        Assert.Equal(expected, DeadlinesOf($"1.甲事办好。\n责任单位:县司法局;完成时限:{text}"));

    [Fact]
    public void A_plan_of_several_years_means_the_year_it_was_signed_in()
    {
        const string Body = "望岫县法治政府建设实施方案(2021—2025年)\n一、任务\n1.年底前建成平台。\n责任单位:县司法局\n2.普法。\n责任单位:县司法局\n";

        Assert.Equal(new DateOnly(2022, 12, 31), Read(Body + "望岫县人民政府\n2022年3月1日").Tasks[0].Deadlines[0].Date);
        Assert.Null(Read(Body).Tasks[0].Deadlines[0].Date);
    }

    private static string DeadlinesOf(string task)
    {
        var document = ReadPlan("一、任务\n" + task);
        var deadlines = Assert.Single(document.Tasks).Deadlines;
        Assert.All(deadlines, d => Assert.Equal(d.Text, d.Range.In(document.Text)));
        return string.Join('|', deadlines.Select(d => $"{d.Text}={d.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{d.Recurrence}"));
    }
}
