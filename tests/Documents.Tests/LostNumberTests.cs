using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class LostNumberTests
{
    [Fact]
    public void Bullets_between_two_numbers_are_the_numbers_between()
    {
        var document = ReadPlan("一、任务\n1.甲事办好。\n• 乙事办好。\n• 丙事办好。\n4.丁事办好。");

        Assert.Equal([("1.", false), ("2.", true), ("3.", true), ("4.", false)], document.Sections.Skip(1).Select(s => (s.Label, s.LabelInferred)));
        Assert.Contains(document.Warnings, w => w.Code == "LABEL_INFERRED");
    }

    [Fact]
    public void Inferred_numbers_run_on_through_headings_where_printed_ones_do()
    {
        var document = ReadPlan("(一)甲组\n1.甲事办好。\n• 乙事办好。\n(二)乙组\n3.丙事办好。\n(三)丙组\n• 丁事办好。\n• 戊事办好。");

        Assert.Equal(["1.", "2.", "3.", "4.", "5."], document.Tasks.Select(t => t.Label));
        Assert.Equal([false, true, false, true, true], document.Tasks.Select(t => t.LabelInferred));
    }

    [Fact]
    public void Inferred_numbers_begin_anew_where_printed_ones_do()
    {
        var document = ReadPlan("(一)甲组\n1.甲事办好。\n2.乙事办好。\n(二)乙组\n• 丙事办好。\n2.丁事办好。");

        Assert.Equal(["1.", "2.", "1.", "2."], document.Tasks.Select(t => t.Label));
    }

    [Fact]
    public void Bullets_below_a_number_stay_bullets_when_the_next_number_follows_on()
    {
        var document = ReadPlan("1、甲事\n• 甲之一。\n• 甲之二。\n2、乙事\n• 乙之一。\n3、丙事");

        Assert.Equal(["1、", "2、", "3、"], document.Sections.Select(s => s.Label));
    }

    [Fact]
    public void Inferred_labels_are_written_like_the_printed_ones()
    {
        var document = ReadPlan("1、甲事办好。\n● 乙事办好。\n3、丙事办好。");

        Assert.Equal("2、", document.Sections[1].Label);
    }

    [Theory]
    [InlineData("■")]
    [InlineData("◆")]
    [InlineData("·")]
    [InlineData("-")]
    [InlineData("\uF06C")]
    public void Any_bullet_can_stand_for_a_number(string bullet) =>
        Assert.Equal(["1.", "2.", "3."], ReadPlan($"1.甲事办好。\n{bullet} 乙事办好。\n3.丙事办好。").Sections.Select(s => s.Label));

    [Fact]
    public void A_heading_fills_the_gap_of_its_siblings_where_other_parts_have_none()
    {
        var document = ReadPlan("一、做法\n(一)上门办事\n全年上门九百趟。\n评好案卷\n评了两轮，改了三处。\n(三)守好山界\n调解员进山四十回。\n二、难处\n(一)人手短缺，老案难结。\n(二)家底不清，台账不全。\n三、打算\n(一)添两名调解员。\n(二)把台账补齐。");

        Assert.Equal([("(二)", "评好案卷")], document.Sections.Where(s => s.LabelInferred).Select(s => (s.Label, s.Heading)));
    }

    [Fact]
    public void A_heading_that_fills_a_gap_gets_its_number()
    {
        var document = ReadPlan("""
            一、任务
            （一）减少跑路
            事项网上办。
            减少等待
            窗口当场办。
            （三）减少材料
            证照不重复交。
            """);

        Assert.Equal([("（一）", "减少跑路", false), ("（二）", "减少等待", true), ("（三）", "减少材料", false)],
            document.Sections.Skip(1).Select(s => (s.Label, s.Heading, s.LabelInferred)));
        Assert.Equal("减少等待", document.Sections[2].HeadingRange.In(document.Text));
        Assert.DoesNotContain(document.Warnings, w => w.Code == "LABEL_OUT_OF_SEQUENCE");
    }

    [Fact]
    public void A_first_number_can_be_lost_too() =>
        Assert.Equal(["一、", "(一)", "(二)", "(三)"], ReadPlan("一、任务\n减少跑路。事项都在网上办。\n(二)减少等待。窗口当场办结。\n(三)减少材料。证照不再重复交。").Sections.Select(s => s.Label));

    [Fact]
    public void A_last_paragraph_that_begins_as_all_before_it_is_counted_on()
    {
        var document = ReadPlan("一、任务\n(一)减少群众跑路。事项都在网上办。\n(二)减少群众等待。窗口当场办结。\n减少群众材料。证照不再重复交。\n云汀县人民政府\n2023年3月1日");

        Assert.Equal([("(一)", false), ("(二)", false), ("(三)", true)], document.Sections.Skip(1).Select(s => (s.Label, s.LabelInferred)));
        Assert.Equal("减少群众材料", document.Sections[^1].Heading);
    }

    [Theory]
    [InlineData("各镇街要抓紧。年底逐项核对。")]
    [InlineData("群众对办事时间、办事地点、办事材料提出的意见,都要逐条记录在册并限时回复。年底逐项核对。")]
    [InlineData("年底逐项核对进度并通报。")]
    public void A_last_paragraph_that_begins_otherwise_is_not(string paragraph) =>
        Assert.Equal(3, ReadPlan("一、任务\n(一)减少群众跑路。事项都在网上办。\n(二)减少群众等待。窗口当场办结。\n" + paragraph).Sections.Length);

    [Fact]
    public void Two_paragraphs_for_one_lost_number_leave_it_lost()
    {
        var document = ReadPlan("一、任务\n(一)减少跑路\n减少等待\n减少奔波\n(三)减少材料");

        Assert.Equal(["一、", "(一)", "(三)"], document.Sections.Select(s => s.Label));
        Assert.Contains(document.Warnings, w => w.Code == "LABEL_OUT_OF_SEQUENCE");
    }
}
