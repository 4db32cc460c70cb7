using System.Text;
using Fazhi.Documents.Archives;

namespace Fazhi.Documents.Decoding;

/// <summary>Tells the formats apart that are ZIP archives inside.</summary>
internal static class PackedFormat
{
    private const int LongestHead = 256 * 1024;
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>.docx or .ofd.</summary>
    /// <exception cref="UnreadableException">It is neither.</exception>
    public static DocumentFormat Find(ZipPackage package)
    {
        if (package.Contains("OFD.xml"))
            return DocumentFormat.Ofd;
        if (package.Contains(ContentTypes))
            return FindOffice(Head(package, ContentTypes));
        var type = Head(package, "mimetype");
        if (type.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal))
            throw Unknown("这是 OpenDocument 文件（.odt、.ods 等）。请用 WPS 或 Word 另存为 .docx 后再导入。");
        if (type.StartsWith("application/epub", StringComparison.Ordinal))
            throw Unknown("这是电子书（.epub）。请把文字另存为 .docx 或纯文本（.txt）后再导入。");
        throw Unknown("这是 ZIP 压缩包。请解压后逐个导入其中的文件。");
    }

    private static DocumentFormat FindOffice(string types)
    {
        if (Word.WordReader.IsWord(types))
            return DocumentFormat.Docx;
        if (types.Contains("spreadsheetml", StringComparison.Ordinal) || types.Contains("ms-excel", StringComparison.Ordinal))
            throw Unknown("这是电子表格（.xlsx）。请把任务表复制到 Word 文件里，另存为 .docx 后再导入。");
        if (types.Contains("presentationml", StringComparison.Ordinal) || types.Contains("ms-powerpoint", StringComparison.Ordinal))
            throw Unknown("这是演示文稿（.pptx）。请把文字另存为 .docx 后再导入。");
        throw Unknown("这是 Office 文件，但不是 Word 文档。请另存为 .docx 后再导入。");
    }

    private static string Head(ZipPackage package, string name)
    {
        using var stream = package.TryOpen(name);
        if (stream is null)
            return "";
        var head = new byte[LongestHead];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(head, 0, length);
    }

    private static UnreadableException Unknown(string message) => new(DocumentErrorCode.UnknownFormat, message);
}
