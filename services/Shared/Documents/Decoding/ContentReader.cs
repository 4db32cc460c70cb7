using Fazhi.Documents.Archives;
using Fazhi.Documents.Html;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Ofd;
using Fazhi.Documents.Pdf;
using Fazhi.Documents.Word;

namespace Fazhi.Documents.Decoding;

/// <summary>Bytes → lines: finds the format by content and hands over to its reader.</summary>
internal static class ContentReader
{
    /// <exception cref="UnreadableException">The format is not read, or the file is damaged, or over a limit.</exception>
    public static SourceContent Read(ReadOnlyMemory<byte> bytes, ReadBudget budget, IPdfTextSource pdf)
    {
        if (BinarySignature.IsZip(bytes.Span))
            return ReadZip(bytes, budget);
        if (BinarySignature.IsPdf(bytes.Span))
            return new(PdfReader.Read(bytes, budget, pdf), DocumentFormat.Pdf);
        if (BinarySignature.Describe(bytes.Span) is { } error)
            throw error;
        if (Mhtml.TryFindPage(bytes, out var page))
            bytes = page;
        return ReadText(bytes.Span, budget);
    }

    private static SourceContent ReadText(ReadOnlySpan<byte> bytes, ReadBudget budget)
    {
        var decoded = TextDecoder.Decode(bytes);
        budget.Check();
        var isHtml = HtmlSniffer.IsHtml(decoded.Text);
        var raw = isHtml ? HtmlReader.Read(decoded.Text, budget) : PlainTextLines.Read(decoded.Text, budget);
        return new(raw, isHtml ? DocumentFormat.Html : DocumentFormat.PlainText, decoded.EncodingName, decoded.IgnoredCharset);
    }

    private static SourceContent ReadZip(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        try
        {
            using var package = ZipPackage.Open(bytes, budget);
            return PackedFormat.Find(package) switch
            {
                DocumentFormat.Ofd => new(OfdReader.Read(package, budget), DocumentFormat.Ofd),
                _ => new(WordReader.Read(bytes, package, budget), DocumentFormat.Docx),
            };
        }
        // The libraries for archives, packages and XML name no complete list of what they throw at damaged input.
        catch (Exception e) when (e is not (UnreadableException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableException(DocumentErrorCode.Damaged, BinarySignature.DescribeDamagedZip(bytes.Span));
        }
    }
}
