using System.Diagnostics.CodeAnalysis;

namespace Fazhi.Documents;

/// <summary>Either the document that was read or the reason why it could not be.</summary>
public sealed record ReadResult
{
    private ReadResult(ParsedDocument? document, DocumentError? error)
    {
        Document = document;
        Error = error;
    }

    /// <summary>The document; null when reading failed.</summary>
    public ParsedDocument? Document { get; }

    /// <summary>The reason of the failure; null when a document was read.</summary>
    public DocumentError? Error { get; }

    /// <summary>True when there is a document, false when there is an error.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Success => Document is not null;

    /// <summary>A result that carries <paramref name="document"/>.</summary>
    public static implicit operator ReadResult(ParsedDocument document) => new(document, null);

    /// <summary>A result that carries <paramref name="error"/>.</summary>
    public static implicit operator ReadResult(DocumentError error) => new(null, error);
}
