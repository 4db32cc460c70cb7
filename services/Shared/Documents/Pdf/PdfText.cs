namespace Fazhi.Documents;

/// <summary>What an <see cref="IPdfTextSource"/> gives.</summary>
/// <param name="Outcome">Whether it could read the file.</param>
/// <param name="Words">The words with their places: the XHTML that <c>pdftotext -bbox</c> writes, in UTF-8; empty unless the file was read.</param>
public sealed record PdfText(PdfOutcome Outcome, ReadOnlyMemory<byte> Words = default);
