using static System.StringComparison;

namespace Fazhi.Documents.Tests;

/// <summary>
/// Facts (counts, labels, names, dates) of five real documents, which lie outside this project.
/// </summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("000_", DocumentType.Plan, "xx市|xx区", null, null, 33, 25)]
    [InlineData("001_", DocumentType.Report, "韶关市|武江区|西联镇", 2021, 2021, 17, 0)]
    [InlineData("002_", DocumentType.Report, "衡阳市|雁峰区", 2024, 2024, 11, 0)]
    [InlineData("003_", DocumentType.Plan, "常州市", 2015, 2020, 58, 44)]
    [InlineData("004_", DocumentType.Plan, "乌鲁木齐县", 2021, 2025, 117, 76)]
    public void Type_region_period_sections_and_tasks_are_right(string prefix, DocumentType type, string region, int? start, int? end, int sections, int tasks)
    {
        var document = Seeds.Read(prefix);

        Assert.Equal(type, document.DocumentType);
        Assert.Equal(region, string.Join('|', document.Region!.Parts));
        Assert.Equal((start, end), (document.Period?.StartYear, document.Period?.EndYear));
        Assert.Equal((sections, tasks), (document.Sections.Length, document.Tasks.Length));
    }

    [Fact]
    public void Plan_without_title_says_so()
    {
        var document = Seeds.Read("000_");

        Assert.True(document.Title.Inferred);
        Assert.True(document.Region!.Anonymised);
        Assert.All(document.Tasks, t => Assert.Equal(UnitRole.Responsible, Assert.Single(t.UnitLines).Role));
        Assert.Equal(8, document.Sections.Count(s => s.Level == 1));
    }

    [Fact]
    public void Report_of_a_town_is_dated_and_signed()
    {
        var document = Seeds.Read("001_");

        Assert.Equal(["韶关市武江区西联镇人民政府"], document.Issuers.Select(i => i.Name));
        Assert.Equal([new DateOnly(2021, 12, 15)], Assert.Single(document.Dates).Readings);
        Assert.Equal(["存在问题", "下一步工作重点"], document.Sections.Where(s => s.Level == 1).Skip(2).Select(s => s.Heading));
    }

    [Fact]
    public void Damaged_date_has_both_readings()
    {
        var document = Seeds.Read("002_");

        Assert.Equal([new DateOnly(2025, 1, 27), new DateOnly(2025, 12, 7)], Assert.Single(document.Dates).Readings);
        Assert.Equal(["雁峰区人民政府"], document.Issuers.Select(i => i.Name));
        Assert.DoesNotContain("相关文章", document.Text, Ordinal);
        Assert.DoesNotContain("首页", document.Text, Ordinal);
    }

    [Fact]
    public void Draft_for_comment_has_39_measures_and_5_safeguards()
    {
        var document = Seeds.Read("003_");

        Assert.Equal((PlanKind.ImplementationPlan, DocumentStatus.DraftForComment), (document.PlanKind, document.Status));
        Assert.Equal((39, 5), (document.Tasks.Count(t => t.Headings.Length == 2), document.Tasks.Count(t => t.Headings.Length == 1)));
        Assert.All(document.Tasks, t => Assert.NotEmpty(t.Title));
        Assert.Equal([(DateRole.Published, 11), (DateRole.ConsultationEnd, 21), (DateRole.Signed, 11)], document.Dates.Select(d => (d.Role, d.Readings[0].Day)));
        Assert.DoesNotContain("用户名", document.Text, Ordinal);
        Assert.DoesNotContain("打印此页", document.Text, Ordinal);
    }

    [Fact]
    public void Task_breakdown_has_its_lost_numbers_back()
    {
        var document = Seeds.Read("004_");

        Assert.Equal(PlanKind.TaskBreakdown, document.PlanKind);
        Assert.Equal(Enumerable.Range(1, 76).Select(n => $"{n}."), document.Tasks.Select(t => t.Label));
        Assert.Equal(44, document.Tasks.Count(t => t.LabelInferred));
        Assert.Equal(71, document.Tasks.Count(t => t.UnitLines.Any(u => u.Role == UnitRole.Lead)));
        Assert.Equal(31, document.Tasks.Select(t => t.Headings[^1]).Distinct().Count());
        Assert.Equal(["中共乌鲁木齐县委员会", "乌鲁木齐县人民政府"], document.Issuers.Select(i => i.Name));
        Assert.Equal([new DateOnly(2023, 8, 15)], Assert.Single(document.Dates).Readings);
        Assert.Null(document.DocumentNumber);
    }
}
