using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;

namespace Fazhi.Hosting;

/// <summary>What lists and results show of a plan or report: the import answers with it, and the search service keeps it.</summary>
public static class DocumentSummaries
{
    public static DocumentSummary Of(Plan plan) => new()
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
    };

    public static DocumentSummary Of(Report report) => new()
    {
        Name = report.Name,
        Type = DocumentType.Report,
        Title = report.Title,
        TitleInferred = report.TitleInferred,
        Region = report.Region,
        Period = PeriodOf(report),
        SectionCount = report.SectionCount,
        Warnings = { report.Warnings },
        ImportTime = report.ImportTime,
    };

    /// <summary>The year of a report as a period; null when it is not known.</summary>
    public static Period? PeriodOf(Report report) =>
        report.Year == 0 ? null : new Period { StartYear = report.Year, EndYear = report.Year };
}
