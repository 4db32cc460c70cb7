using System.Globalization;
using Fazhi.Contracts;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Exports;

/// <summary>A row of an exported result, as people read it.</summary>
/// <param name="Values">One for each of <see cref="Columns"/>.</param>
internal sealed record ExportRow(IReadOnlyList<string> Values)
{
    /// <summary>Headings of the columns, in the words of the pages, what JSON calls them, and how wide a sheet shows them, in digits.</summary>
    public static readonly IReadOnlyList<(string Heading, string Key, double Width)> Columns =
    [
        (Terms.Of(FacetField.Type), "type", 10), ("标题", "title", 40), (Terms.Of(FacetField.Region), "region", 18), ("区划代码", "regionCode", 14), ("所属年度", "period", 12),
        (Terms.Of(FacetField.PlanKind), "planKind", 12), (Terms.Of(FacetField.Status), "status", 10), ("日期", "date", 12), ("所在标题", "headings", 36), ("序号", "label", 10),
        ("正文", "text", 80), (Terms.Of(FacetField.Theme), "themes", 28), (Terms.Of(UnitRole.Responsible), "units", 36), ("完成时限", "deadlines", 14), ("资源名", "name", 32),
    ];

    private const string Separator = "；";

    /// <summary>The row of a document or passage that was found.</summary>
    public static ExportRow Of(DocumentHit hit, SearchThemes themes)
    {
        var document = hit.Document;
        var passage = hit.Passages.Count > 0 ? hit.Passages[0].Passage : new IndexedPassage { Text = "" };
        return new ExportRow(
        [
            Terms.Of(document.Summary.Type),
            document.Summary.Title,
            document.Summary.Region?.FullName ?? "",
            document.Summary.Region?.Code ?? "",
            document.Years is { } years ? Period(years) : "",
            Terms.Of(document.PlanKind),
            Terms.Of(document.Status),
            document.Date is { } date ? SearchResponses.Day(date) : "",
            string.Join(" › ", passage.Headings),
            passage.Label,
            passage.Text,
            string.Join(Separator, passage.Themes.Select(themes.NameOf).Distinct(StringComparer.Ordinal)),
            string.Join(Separator, passage.Units.Select(unit => unit.Text)),
            string.Join(Separator, passage.Deadlines.Select(SearchResponses.Day)),
            passage.Task.Length > 0 ? passage.Task : passage.Passage.Length > 0 ? passage.Passage : document.Name,
        ]);
    }

    private static string Period(YearRange years) => years.First == years.Last
        ? years.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{years.First}—{years.Last}");
}
