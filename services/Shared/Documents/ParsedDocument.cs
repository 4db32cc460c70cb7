using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>
/// A plan or report as it was understood. Every <see cref="TextRange"/> in it refers to <see cref="Text"/>;
/// what was inferred or is unsure says so, in its own flag or in <see cref="Warnings"/>.
/// </summary>
public sealed record ParsedDocument
{
    /// <summary>What the bytes were.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>The encoding of the bytes: utf-8, utf-16le, utf-16be or gb18030; utf-8 for .docx, .ofd and PDF, whose text says its encoding by itself.</summary>
    public required string EncodingName { get; init; }

    /// <summary>
    /// The content as text: one paragraph or table row a line, lines ended by \n (none after the last), no blank lines,
    /// no indents, cells of a row separated by \t, no page chrome.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Plan or report.</summary>
    public required DocumentType DocumentType { get; init; }

    /// <summary>The kind of plan; null for a report.</summary>
    public PlanKind? PlanKind { get; init; }

    /// <summary>The title as printed, or, where none is printed, one made for display.</summary>
    public required DocumentTitle Title { get; init; }

    /// <summary>The region that the document is about, as printed; null where none is named.</summary>
    public RegionMention? Region { get; init; }

    /// <summary>The year of a report or the year or years of a plan; null where none is named.</summary>
    public Period? Period { get; init; }

    /// <summary>The document's own number 发文字号, not one that it cites; null where none is printed.</summary>
    public DocumentNumber? DocumentNumber { get; init; }

    /// <summary>The issuing bodies, in the order printed, each once.</summary>
    public ImmutableArray<Issuer> Issuers { get; init; } = [];

    /// <summary>Dates of signing, publishing and consultation, in the order printed. Other dates inside the text are not among them.</summary>
    public ImmutableArray<DateMention> Dates { get; init; } = [];

    /// <summary>Draft for comment, or issued.</summary>
    public DocumentStatus Status { get; init; }

    /// <summary>有效性, as the page says it.</summary>
    public Validity Validity { get; init; }

    /// <summary>The documents that it cites or repeals, in the order printed, each mention once a title and number.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>The consultation that a draft announces; null where there is none.</summary>
    public Consultation? Consultation { get; init; }

    /// <summary>The names of the attachments, in the order printed.</summary>
    public ImmutableArray<PrintedText> Attachments { get; init; } = [];

    /// <summary>All numbered parts, in document order; <see cref="Section.ParentIndex"/> makes the tree.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>All lines of <see cref="Text"/>, in order, none left out.</summary>
    public ImmutableArray<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>The tasks of a plan, in document order; empty for a report.</summary>
    public ImmutableArray<PlanTask> Tasks { get; init; } = [];

    /// <summary>What a report says beyond its sections; null for a plan.</summary>
    public ReportContent? Report { get; init; }

    /// <summary>What a reader should know: inferred numbers, ambiguous dates, broken sequences.</summary>
    public ImmutableArray<ParseWarning> Warnings { get; init; } = [];
}
