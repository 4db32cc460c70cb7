using Fazhi.Catalogues.Metrics;
using Fazhi.Documents;
using Fazhi.Hosting;
using Fazhi.Reports.V1;
using Google.Protobuf.WellKnownTypes;
using Contract = Fazhi.Reports.V1;

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
            Unit = parsed.Report?.Unit?.Text ?? "",
            Citations = { parsed.Citations.Select(ContractMapping.ToContract) },
            Attachments = { parsed.Attachments.Select(attachment => attachment.Text) },
            ReaderVersion = DocumentReader.Version,
            SectionCount = parsed.Sections.Length,
            Warnings = { parsed.Warnings.Select(ContractMapping.ToContract) },
            Source = document.Source,
            ImportTime = Timestamp.FromDateTimeOffset(now),
        };
        report.Etag = Etag.Of(report);
        return report;
    }

    /// <summary>What the full view adds.</summary>
    public static Report ToRest(this ImportedDocument document)
    {
        var rest = new Report { Content = document.Parsed.ToContent() };
        if (document.Parsed.Report is not { } content)
            return rest;
        rest.SectionClasses.AddRange(content.SectionClasses.Select(ToContract));
        rest.Passages.AddRange(content.Passages.Select((passage, index) => ToContract(passage, ReportNames.Passage.Format(document.Id, ReportNames.Number(index + 1)))));
        rest.Facts.AddRange(content.Facts.Select(ToContract));
        rest.Items.AddRange(content.Problems.Select(item => ToContract(item, Contract.SectionClass.Problems)));
        rest.Items.AddRange(content.NextSteps.Select(item => ToContract(item, Contract.SectionClass.NextSteps)));
        return rest;
    }

    private static Contract.Passage ToContract(Documents.Passage passage, string name) => new()
    {
        Name = name,
        Range = passage.Range.ToContract(),
        Section = passage.SectionIndex,
        SectionClass = ToContract(passage.Class),
    };

    private static Contract.Fact ToContract(Documents.Fact fact) => new()
    {
        Metric = fact.Metric,
        Value = (double)fact.Value,
        Comparator = fact.Comparator.ToContract(),
        Unit = fact.Unit,
        Period = fact.Period,
        Text = fact.Text,
        Range = fact.Range.ToContract(),
        Sentence = fact.Sentence.ToContract(),
        MetricName = MetricCatalogue.Default.Find(fact.Metric)?.Name ?? "",
    };

    private static Item ToContract(ReportItem item, Contract.SectionClass sectionClass) => new()
    {
        SectionClass = sectionClass,
        Text = item.Text,
        Range = item.Range.ToContract(),
    };

    private static Contract.SectionClass ToContract(Documents.SectionClass sectionClass) => sectionClass switch
    {
        Documents.SectionClass.Other => Contract.SectionClass.Other,
        Documents.SectionClass.Preamble => Contract.SectionClass.Preamble,
        Documents.SectionClass.Achievements => Contract.SectionClass.Achievements,
        Documents.SectionClass.Problems => Contract.SectionClass.Problems,
        Documents.SectionClass.NextSteps => Contract.SectionClass.NextSteps,
        Documents.SectionClass.Signature => Contract.SectionClass.Signature,
        _ => throw new ArgumentOutOfRangeException(nameof(sectionClass), sectionClass, null),
    };
}
