using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Units.V1;
using static Fazhi.Search.Tests.Indexing.SampleRegions;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>Documents about the fictional regions.</summary>
internal static class Samples
{
    /// <summary>Two plans and three reports.</summary>
    public static readonly IndexedDocument[] Library =
    [
        Plan("a", "望岫县2024年工作要点", Wangxiu, 2024, 2024, "推进行政复议规范化建设。", "办好政务公开栏目，按季更新。"),
        Plan("b", "临澜市实施方案", Linlan, 2021, 2025, "到2024年年底前，行政复议答复率达到100%。"),
        Report("c", "云汀县2023年度报告", Yunting, 2023, "全年办理行政复议案件十二件。", "深化“放管服”改革，ＡＰＩ接口开放。"),
        Report("d", "柳溪镇2024年度报告", Liuxi, 2024, "镇里的政务公开。"),
        Report("e", "某区2022年度报告", Hidden, 2022, "人民调解。"),
    ];

    public static IndexedDocument Plan(string id, string title, RegionRef region, int firstYear, int lastYear, params string[] passages) => new()
    {
        Summary = Summary($"plans/{id}", DocumentType.Plan, title, region, firstYear, lastYear),
        PlanKind = PlanKind.KeyPoints,
        Status = PlanStatus.Issued,
        Date = new DateOnly(firstYear, 3, 1),
        Passages = [.. passages.Select((text, index) => Passage(text, passages.Take(index).Sum(p => p.Length + 1)))],
    };

    public static IndexedDocument Report(string id, string title, RegionRef region, int year, params string[] passages) => new()
    {
        Summary = Summary($"reports/{id}", DocumentType.Report, title, region, year, year),
        Date = new DateOnly(year + 1, 1, 15),
        Passages = [.. passages.Select((text, index) => Passage(text, passages.Take(index).Sum(p => p.Length + 1)))],
    };

    public static IndexedPassage Passage(string text, int start = 0, params string[] headings) =>
        new() { Text = text, Start = start, Headings = headings };

    private static DocumentSummary Summary(string name, DocumentType type, string title, RegionRef region, int firstYear, int lastYear) => new()
    {
        Name = name,
        Type = type,
        Title = title,
        Region = region,
        Period = new Period { StartYear = firstYear, EndYear = lastYear },
    };
}
