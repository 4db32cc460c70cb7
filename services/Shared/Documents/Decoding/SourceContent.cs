using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Decoding;

/// <summary>The lines of a file and what the file was.</summary>
/// <param name="Raw">Its lines.</param>
/// <param name="Format">Its format.</param>
/// <param name="EncodingName">One of the names of <see cref="EncodingNames"/>.</param>
/// <param name="IgnoredCharset">A charset that the page declares but that its bytes are not in; null where there is none.</param>
internal sealed record SourceContent(RawContent Raw, DocumentFormat Format, string EncodingName = EncodingNames.Utf8, string? IgnoredCharset = null);
