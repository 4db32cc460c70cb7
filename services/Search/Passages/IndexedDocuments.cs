using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Passages;

/// <summary>Makes of a plan or report what the index keeps of it.</summary>
internal static class IndexedDocuments
{
    public static IndexedDocument Of(Plan plan) => new()
    {
        Summary = new DocumentSummary
        {
            Name = plan.Name,
            Type = DocumentType.Plan,
            Title = plan.Title,
            TitleInferred = plan.TitleInferred,
            Region = plan.Region,
            Period = plan.Period,
            SectionCount = plan.SectionCount,
            TaskCount = plan.TaskCount,
            Warnings = { plan.Warnings },
            ImportTime = plan.ImportTime,
        },
        PlanKind = plan.Kind,
        Status = plan.Status,
        Date = DateOf(plan.Dates),
        Passages = PassageBuilder.Build(plan.Content, [.. plan.Tasks.Select(SpanOf)]),
    };

    public static IndexedDocument Of(Report report) => new()
    {
        Summary = new DocumentSummary
        {
            Name = report.Name,
            Type = DocumentType.Report,
            Title = report.Title,
            TitleInferred = report.TitleInferred,
            Region = report.Region,
            Period = report.Year == 0 ? null : new Period { StartYear = report.Year, EndYear = report.Year },
            SectionCount = report.SectionCount,
            Warnings = { report.Warnings },
            ImportTime = report.ImportTime,
        },
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
