namespace Fazhi.Documents;

/// <summary>How the reading of a PDF ended.</summary>
public enum PdfOutcome
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>The program that reads PDF is not installed.</summary>
    ToolMissing,

    /// <summary>It opens with a password only.</summary>
    Encrypted,

    /// <summary>It is damaged.</summary>
    Damaged,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>It holds more text than allowed.</summary>
    TooLarge,
}
