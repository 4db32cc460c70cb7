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
}
