namespace Fazhi.Documents;

/// <summary>The formats that are read.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>Office Open XML, .docx.</summary>
    Docx,

    /// <summary>GB/T 33190, .ofd.</summary>
    Ofd,

    /// <summary>PDF with text.</summary>
    Pdf,
}
