namespace Fazhi.Documents;

/// <summary>Why no document could be read.</summary>
/// <param name="Code">The kind of failure, for programs.</param>
/// <param name="Message">What is wrong and what to do, for people, in Chinese.</param>
/// <param name="Offset">Where in the input, in bytes from its start; null when it is about the input as a whole.</param>
public sealed record DocumentError(DocumentErrorCode Code, string Message, long? Offset = null);
