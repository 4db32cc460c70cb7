using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Pdf;

internal static class PdfReader
{
    public static RawContent Read(ReadOnlyMemory<byte> bytes, ReadBudget budget, IPdfTextSource source) =>
        throw new UnreadableException(DocumentErrorCode.UnknownFormat, "这是 PDF 文件。请把文字另存为纯文本（.txt）或网页（.html）后再导入。");
}
