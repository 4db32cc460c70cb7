using Fazhi.Hosting;
using Fazhi.Reports.V1;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Reports;

/// <summary>What is a report's own, from the words of <c>Fazhi.Documents</c> to those of the contract.</summary>
internal static class ReportMapping
{
    /// <summary>The report in its basic view.</summary>
    public static Report ToReport(this ImportedDocument document, DateTimeOffset now)
    {
        var parsed = document.Parsed;
        var report = new Report
        {
            Name = ReportNames.Report.Format(document.Id),
            Title = parsed.Title.Text,
            TitleInferred = parsed.Title.Inferred,
            Region = document.Region,
            Year = parsed.Period?.EndYear ?? 0,
            DocumentNumber = parsed.DocumentNumber?.ToContract(),
            Issuers = { parsed.Issuers.Select(issuer => issuer.Name) },
            Dates = { parsed.Dates.Select(ContractMapping.ToContract) },
            SectionCount = parsed.Sections.Length,
            Warnings = { parsed.Warnings.Select(ContractMapping.ToContract) },
            Source = document.Source,
            ImportTime = Timestamp.FromDateTimeOffset(now),
        };
        report.Etag = Etag.Of(report);
        return report;
    }
}
