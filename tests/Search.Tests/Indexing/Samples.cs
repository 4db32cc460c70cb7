using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Units.V1;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>Documents about the fictional regions.</summary>
internal static class Samples
{
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
