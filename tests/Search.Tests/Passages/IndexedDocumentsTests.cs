using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Fazhi.Units.V1;

namespace Fazhi.Search.Tests.Passages;

public sealed class IndexedDocumentsTests
{
    private static readonly RegionRef County = new() { Code = "990121", DisplayName = "望岫县", FullName = "临澜市望岫县" };

    [Fact]
    public void Task_gives_its_passage_themes_units_deadlines_and_whether_it_has_a_target()
    {
        var plan = ContentOf.Plan("a", "要点", County, 2024, "#职责", "年底前办结率达到100%。");
        plan.Issuers.Add("望岫县人民政府");
        plan.Tasks.Add(new Plans.V1.Task
        {
            Name = "plans/a/tasks/1",
            Range = plan.Content.Paragraphs[1].Range,
            Themes = { new ThemeScore { Theme = "outline-2021/22" }, new ThemeScore { Theme = "outline-2021/5" } },
            Deadlines = { new Deadline { Text = "每季度", Recurrence = "quarterly" }, new Deadline { Text = "年底前", Date = "2024-12-31" } },
            Targets = { new Target { Text = "100%" } },
            UnitLines =
            {
                new UnitLine { Role = UnitRole.Lead, Text = "县司法局", Mentions = { new UnitMention { Text = "县司法局", DisplayName = "望岫县司法局", Unit = "units/1", Function = "judicial-administration" } } },
                new UnitLine { Role = UnitRole.Leader, Text = "分管领导" },
            },
        });

        var document = IndexedDocuments.Of(plan);

        var passage = Assert.Single(document.Passages);
        Assert.Equal(["outline-2021/22", "outline-2021/5"], passage.Themes);
        Assert.Equal([new DateOnly(2024, 12, 31)], passage.Deadlines);
        Assert.True(passage.HasTarget);
        Assert.Equal(
            [new IndexedUnit(UnitRole.Lead, "县司法局", "望岫县司法局", "units/1", "judicial-administration"), new IndexedUnit(UnitRole.Leader, "分管领导", "", "", "")],
            passage.Units);
        Assert.Equal(["望岫县人民政府"], document.Issuers);
    }

    [Fact]
    public void Report_of_a_unit_gives_every_passage_that_unit()
    {
        var report = ContentOf.Report("a", "报告", County, 2024, "#成效", "成效。", "#问题", "问题。");
        report.Unit = "望岫县司法局";

        var document = IndexedDocuments.Of(report);

        Assert.Equal(2, document.Passages.Count);
        Assert.All(document.Passages, passage => Assert.Equal(
            [new IndexedUnit(UnitRole.Unspecified, "望岫县司法局", "望岫县司法局", "", "judicial-administration")], passage.Units));
    }
}
