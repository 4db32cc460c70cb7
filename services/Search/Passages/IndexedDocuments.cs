using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Passages;

/// <summary>Makes of a plan or report what the index keeps of it.</summary>
internal static class IndexedDocuments
{
    public static IndexedDocument Of(Plan plan) => new()
    {
        Summary = DocumentSummaries.Of(plan),
        PlanKind = plan.Kind,
        Status = plan.Status,
        Date = DateOf(plan.Dates),
        Passages = PassageBuilder.Build(plan.Content, [.. plan.Tasks.Select(SpanOf)]),
    };

    public static IndexedDocument Of(Report report) => new()
    {
        Summary = DocumentSummaries.Of(report),
        Date = DateOf(report.Dates),
        Passages = PassageBuilder.Build(report.Content, []),
    };

    private static TaskSpan SpanOf(Plans.V1.Task task) => new(
        task.Name,
        task.Label,
        task.Title.Length == 0 ? [.. task.Headings] : [.. task.Headings, task.Title],
        task.Section,
        new Text.TextRange(task.Range?.Start ?? 0, task.Range?.Length ?? 0));

    // The signature dates a document; the page that it is on does where nobody signed.
    private static DateOnly? DateOf(IEnumerable<DocumentDate> dates) => dates
        .Where(date => !date.Ambiguous && date.Role is DocumentDate.Types.Role.Signed or DocumentDate.Types.Role.Issued)
        .OrderBy(date => date.Role)
        .Select(date => date.Readings.Count > 0
            && DateOnly.TryParseExact(date.Readings[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
        .FirstOrDefault(day => day is not null);
}
