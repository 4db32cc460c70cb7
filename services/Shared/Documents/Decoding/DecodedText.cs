namespace Fazhi.Documents.Decoding;

/// <summary>The characters of a file and the encoding they were in.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="EncodingName">One of the names of <see cref="EncodingNames"/>.</param>
/// <param name="IgnoredCharset">A charset that the page declares but that its bytes are not in; null where there is none.</param>
internal sealed record DecodedText(string Text, string EncodingName, string? IgnoredCharset = null);
