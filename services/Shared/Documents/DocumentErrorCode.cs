namespace Fazhi.Documents;

/// <summary>The kinds of failure in reading a document.</summary>
public enum DocumentErrorCode
{
    /// <summary>The input has no bytes.</summary>
    Empty,

    /// <summary>The input, its text or its structure is over a limit of <see cref="ReadLimits"/>.</summary>
    TooLarge,

    /// <summary>The bytes are of a format that is not read here (.doc, .wps, .xlsx, RTF, an image, an archive …).</summary>
    UnknownFormat,

    /// <summary>The bytes are text in no known encoding, or damaged; the error has the byte offset.</summary>
    UndecodableText,

    /// <summary>The input holds no words: only blanks, marks or page chrome.</summary>
    NoText,

    /// <summary>There is text, but nothing in it speaks for a plan or a report.</summary>
    NotAPlanOrReport,

    /// <summary>Reading took longer than <see cref="ReadLimits.Timeout"/>.</summary>
    TimedOut,

    /// <summary>The format is known, but the file is damaged or cut off.</summary>
    Damaged,

    /// <summary>The file is encrypted: it opens with a password only.</summary>
    Encrypted,

    /// <summary>The file shows pictures of pages and holds no text.</summary>
    ScanWithoutText,

    /// <summary>The outside program that reads this format is not installed.</summary>
    ToolMissing,
}
