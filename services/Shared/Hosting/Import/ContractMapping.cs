using System.Globalization;
using Fazhi.Documents;
using Fazhi.Documents.V1;
using Contract = Fazhi.Documents.V1;
using DocumentType = Fazhi.Documents.DocumentType;
using Paragraph = Fazhi.Documents.Paragraph;
using Section = Fazhi.Documents.Section;
using TextRange = Fazhi.Documents.TextRange;

namespace Fazhi.Hosting;

/// <summary>What plans and reports have in common, from the words of <c>Fazhi.Documents</c> to those of the contract.</summary>
public static class ContractMapping
{
    /// <summary>The text with its sections and paragraphs.</summary>
    public static Content ToContent(this ParsedDocument document)
    {
        var content = new Content { Text = document.Text };
        content.Sections.AddRange(document.Sections.Select(ToContract));
        content.Paragraphs.AddRange(document.Paragraphs.Select(ToContract));
        return content;
    }

    public static Contract.DocumentType ToContract(this DocumentType type) => type switch
    {
        DocumentType.Plan => Contract.DocumentType.Plan,
        DocumentType.Report => Contract.DocumentType.Report,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static Contract.TextRange ToContract(this TextRange range) => new() { Start = range.Start, Length = range.Length };

    public static Contract.Period ToContract(this Documents.Period period) => new() { StartYear = period.StartYear, EndYear = period.EndYear };

    public static Contract.DocumentNumber ToContract(this Documents.DocumentNumber number) => new()
    {
        Text = number.Text,
        IssuerCode = number.IssuerCode,
        Year = number.Year,
        Number = number.Number,
    };

    public static Contract.Validity ToContract(this Documents.Validity validity) => validity switch
    {
        Documents.Validity.Unknown => Contract.Validity.Unspecified,
        Documents.Validity.InForce => Contract.Validity.InForce,
        Documents.Validity.Repealed => Contract.Validity.Repealed,
        _ => throw new ArgumentOutOfRangeException(nameof(validity), validity, null),
    };

    public static Contract.Citation ToContract(this Documents.Citation citation) => new()
    {
        Title = citation.Title,
        Number = citation.Number?.ToContract(),
        Repeals = citation.Repeals,
        Range = citation.Range.ToContract(),
    };

    public static Plans.V1.Comparator ToContract(this Comparator comparator) => comparator switch
    {
        Comparator.Equal => Plans.V1.Comparator.Equal,
        Comparator.AtLeast => Plans.V1.Comparator.AtLeast,
        Comparator.AtMost => Plans.V1.Comparator.AtMost,
        Comparator.MoreThan => Plans.V1.Comparator.MoreThan,
        Comparator.LessThan => Plans.V1.Comparator.LessThan,
        Comparator.About => Plans.V1.Comparator.About,
        _ => throw new ArgumentOutOfRangeException(nameof(comparator), comparator, null),
    };

    public static Contract.Measure ToContract(this Documents.Measure measure) => new() { Label = measure.Label, Range = measure.Range.ToContract() };

    public static DocumentDate ToContract(this DateMention date) => new()
    {
        Text = date.Text,
        Role = date.Role switch
        {
            DateRole.Signed => DocumentDate.Types.Role.Signed,
            DateRole.Published => DocumentDate.Types.Role.Issued,
            DateRole.ConsultationStart => DocumentDate.Types.Role.ConsultationStart,
            DateRole.ConsultationEnd => DocumentDate.Types.Role.ConsultationEnd,
            _ => throw new ArgumentOutOfRangeException(nameof(date), date.Role, null),
        },
        Readings = { date.Readings.Select(reading => reading.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) },
        Ambiguous = date.Ambiguous,
        Range = date.Range?.ToContract(),
    };

    public static Warning ToContract(this ParseWarning warning) => new()
    {
        Code = warning.Code,
        Message = warning.Message,
        Range = warning.Range?.ToContract(),
    };

    private static Contract.Section ToContract(Section section) => new()
    {
        Label = section.Label,
        LabelInferred = section.LabelInferred,
        Heading = section.Heading,
        Level = section.Level,
        Parent = section.ParentIndex,
        Range = section.Range.ToContract(),
        HeadingRange = section.HeadingRange.ToContract(),
    };

    private static Contract.Paragraph ToContract(Paragraph paragraph) => new()
    {
        Range = paragraph.Range.ToContract(),
        Section = paragraph.SectionIndex,
        Kind = paragraph.Kind switch
        {
            ParagraphKind.Text => Contract.Paragraph.Types.Kind.Text,
            ParagraphKind.Title => Contract.Paragraph.Types.Kind.Title,
            ParagraphKind.Heading => Contract.Paragraph.Types.Kind.Heading,
            ParagraphKind.UnitLine => Contract.Paragraph.Types.Kind.UnitLine,
            ParagraphKind.TableRow => Contract.Paragraph.Types.Kind.TableRow,
            ParagraphKind.Imprint => Contract.Paragraph.Types.Kind.Imprint,
            _ => throw new ArgumentOutOfRangeException(nameof(paragraph), paragraph.Kind, null),
        },
    };

    internal static SourceFormat ToContract(this DocumentFormat format) => format switch
    {
        DocumentFormat.PlainText => SourceFormat.Text,
        DocumentFormat.Html => SourceFormat.Html,
        DocumentFormat.Docx => SourceFormat.Docx,
        DocumentFormat.Ofd => SourceFormat.Ofd,
        DocumentFormat.Pdf => SourceFormat.Pdf,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
