namespace Fazhi.Documents;

/// <summary>The formats that are read.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>An HTML page.</summary>
    Html,
}
