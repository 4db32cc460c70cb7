namespace Fazhi.Documents;

/// <summary>Limits that keep the cost of one document bounded, whatever arrives.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits used when none are given: far above any real document.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Most bytes of input. Default 32 MiB.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Most UTF-16 code units of extracted text. Default 16 Mi.</summary>
    public int MaxTextLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of HTML elements. Default 1024.</summary>
    public int MaxHtmlDepth { get; init; } = 1024;

    /// <summary>Most HTML elements. Default 500 000.</summary>
    public int MaxHtmlElements { get; init; } = 500_000;

    /// <summary>Most bytes that a packed format (.docx, .ofd) may unpack to, counted while unpacking, and most bytes that an outside program may hand over. Default 128 MiB.</summary>
    public int MaxExpandedBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Most times that one packed file may be larger than its packed form, once it is over 1 MiB. Default 200.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Most files in a packed format. Archives inside it are not opened. Default 5 000.</summary>
    public int MaxArchiveEntries { get; init; } = 5_000;

    /// <summary>Deepest nesting of XML elements. Default 128.</summary>
    public int MaxXmlDepth { get; init; } = 128;

    /// <summary>Most XML elements and attributes of one document. Default 4 000 000.</summary>
    public int MaxXmlNodes { get; init; } = 4_000_000;

    /// <summary>Most pages of .ofd and PDF. Default 5 000.</summary>
    public int MaxPages { get; init; } = 5_000;

    /// <summary>Most paragraphs, table rows counted. Default 200 000.</summary>
    public int MaxParagraphs { get; init; } = 200_000;

    /// <summary>Most sections. Default 50 000.</summary>
    public int MaxSections { get; init; } = 50_000;

    /// <summary>Most tasks. Default 20 000.</summary>
    public int MaxTasks { get; init; } = 20_000;

    /// <summary>Longest time for one document. Default 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
