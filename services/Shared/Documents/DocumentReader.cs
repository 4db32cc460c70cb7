using Fazhi.Documents.Decoding;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Metadata;
using Fazhi.Documents.Reports;
using Fazhi.Documents.Structure;
using Fazhi.Documents.Tasks;

namespace Fazhi.Documents;

/// <summary>
/// Reads a document: bytes → text → sections → plan or report. Deterministic: no clock in the result, the same bytes always give the same
/// document. No input or output, with one exception: PDF is taken apart by an <see cref="IPdfTextSource"/>, in general an outside program.
/// Cost is linear in the size of the input.
/// </summary>
public static class DocumentReader
{
    /// <summary>Version of what is understood: raised whenever the same bytes may give another document, so that those read before can be read anew.</summary>
    public const int Version = 2;

    /// <summary>Reads one document: plain text or HTML in UTF-8, UTF-16 or GB18030, .docx, .ofd or PDF, found by content, not by name.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">Limits on size, structure and time; <see cref="ReadLimits.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="pdf">Takes PDF apart; <see cref="PdfToText.Default"/> when null.</param>
    /// <returns>The document, or the reason why there is none. No input throws.</returns>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits? limits = null, CancellationToken cancellationToken = default, IPdfTextSource? pdf = null)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellationToken);
        try
        {
            budget.Check();
            return Read(bytes, budget, pdf ?? PdfToText.Default);
        }
        catch (UnreadableException e)
        {
            return e.Error;
        }
    }

    private static ParsedDocument Read(ReadOnlyMemory<byte> bytes, ReadBudget budget, IPdfTextSource pdf)
    {
        // 1. bytes → lines of characters
        CheckBytes(bytes.Span, budget.Limits);
        var content = ContentReader.Read(bytes, budget, pdf);
        budget.Check();

        // 2. lines → lines without chrome
        var page = PageBuilder.Build(content.Raw, budget);

        // 3. lines → title, formal parts, sections
        var warnings = new List<ParseWarning>();
        var facts = LineFacts.Read(page, budget);
        var properties = PageProperties.Read(page);
        var attachments = AttachmentFinder.Find(facts);
        var imprint = Imprint.Find(facts, properties, warnings);
        var title = TitleFinder.Find(facts);
        var outline = OutlineBuilder.Build(facts, budget, warnings);

        // 4. plan or report
        var (type, sure) = Classifier.TypeOf(facts, title, outline.Sections);
        var region = RegionFinder.Find(page, title, imprint.Issuers);
        PlanKind? kind = type == DocumentType.Plan ? title is null ? PlanKind.Other : Classifier.KindOf(title.Text) : null;
        var preambleEnd = facts.FirstLabelled < facts.Count ? page.Lines[facts.FirstLabelled].Start : page.Text.Length;
        var status = Classifier.StatusOf(facts, title, imprint.Number is not null || imprint.Issuers.Count > 0 || imprint.Dates.Count > 0);
        var consultation = status == DocumentStatus.DraftForComment ? ConsultationFinder.Find(facts, title, imprint.Dates) : null;
        var period = PeriodFinder.Find(page, title, type, kind, imprint.Dates, preambleEnd);
        Warn(warnings, content, title, sure);
        return new()
        {
            Format = content.Format,
            EncodingName = content.EncodingName,
            Text = page.Text,
            DocumentType = type,
            PlanKind = kind,
            Title = title is null ? DisplayTitle.Make(region, period, type) : new(title.Text, title.Range, Inferred: false),
            Region = region,
            Period = period,
            DocumentNumber = imprint.Number,
            Issuers = [.. imprint.Issuers],
            Dates = imprint.DatesWith(consultation),
            Status = status,
            Validity = properties.Validity != Validity.Unknown ? properties.Validity : Classifier.ValidityOf(facts, title),
            Citations = CitationFinder.Find(page, imprint.Number, title?.Text, type == DocumentType.Plan, budget),
            Consultation = consultation,
            Attachments = [.. attachments.Found],
            Sections = outline.Sections,
            Paragraphs = outline.Paragraphs,
            Tasks = type == DocumentType.Plan ? TaskFinder.Find(facts, outline, period, imprint.Dates, budget, warnings) : [],
            Report = type == DocumentType.Report ? ReportReader.Read(facts, outline, title, region, period, imprint.Issuers, budget) : null,
            Warnings = [.. warnings],
        };
    }

    private static void CheckBytes(ReadOnlySpan<byte> bytes, ReadLimits limits)
    {
        if (bytes.IsEmpty)
            throw new UnreadableException(DocumentErrorCode.Empty, "文件是空的（0 字节）。");
        if (bytes.Length > limits.MaxBytes)
            throw new UnreadableException(DocumentErrorCode.TooLarge, $"文件有 {bytes.Length} 字节，超过上限 {limits.MaxBytes} 字节。");
    }

    private static void Warn(List<ParseWarning> warnings, SourceContent content, TitleCandidate? title, bool sure)
    {
        if (content.IgnoredCharset is { } charset)
            warnings.Add(new("CHARSET_WRONG", $"网页声明的编码是 {charset}，实际是 {content.EncodingName}。"));
        if (title is null)
            warnings.Add(new("TITLE_INFERRED", "原文没有标题，标题由地区、年份和文种推断。"));
        if (!sure)
            warnings.Add(new("TYPE_UNSURE", "原文没有明确的文种特征，按计划处理。"));
    }
}
