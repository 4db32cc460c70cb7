namespace Fazhi.Documents;

/// <summary>Carries a <see cref="DocumentError"/> from where it is found to <see cref="DocumentReader"/>; never leaves the library.</summary>
internal sealed class UnreadableException(DocumentErrorCode code, string message, long? offset = null) : Exception(message)
{
    public DocumentError Error { get; } = new(code, message, offset);
}
