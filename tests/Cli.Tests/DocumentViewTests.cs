using Fazhi.Cli.Output;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using PlanTask = Fazhi.Plans.V1.Task;

namespace Fazhi.Cli.Tests;

public sealed class DocumentViewTests
{
    private static readonly Plan Sample = new()
    {
        Name = "plans/p1",
        Title = "望岫县工作要点",
        Period = new Period { StartYear = 2021, EndYear = 2025 },
        Issuers = { "望岫县人民政府" },
        Dates =
        {
            new DocumentDate { Text = "2024年3月5日", Role = DocumentDate.Types.Role.Signed, Readings = { "2024-03-05" } },
            new DocumentDate { Text = "2024-03-08", Role = DocumentDate.Types.Role.Issued, Readings = { "2024-03-08" } },
        },
        Tasks =
        {
            new PlanTask { Label = "1.", Text = "一项很长很长很长很长很长的任务。", UnitLines = { Units(UnitRole.Lead, "县司法局"), Units(UnitRole.Responsible, "各乡镇") } },
            new PlanTask { Label = "2.", LabelInferred = true, Text = "• 完善制度。" },
            new PlanTask { Label = "3.", Text = "·原文如此。" },
        },
    };

    [Fact]
    public void Lines_of_a_pipe_end_where_their_text_ends() =>
        Assert.All(Print().Split('\n'), line => Assert.Equal(line.TrimEnd(), line));

    [Fact]
    public void Facts_are_named_and_written_in_one_way()
    {
        var shown = Print();
        foreach (var words in new[] { "发文机关  望岫县人民政府", "2021—2025年", "2024-03-05（成文日期）；2024-03-08（发布日期）", "牵头单位：县司法局；责任单位：各乡镇" })
            Assert.Contains(words, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Bullet_in_place_of_a_lost_number_is_not_shown_beside_the_inferred_one()
    {
        var shown = Print();
        Assert.DoesNotContain('•', shown);
        Assert.Contains("·原文如此。", shown, StringComparison.Ordinal);
    }

    private static UnitLine Units(UnitRole role, string text) => new() { Role = role, Text = text };

    private static string Print()
    {
        using var output = new StringWriter { NewLine = "\n" };
        DocumentView.Write(new Terminal(output, json: false), Sample, text: false);
        return output.ToString();
    }
}
