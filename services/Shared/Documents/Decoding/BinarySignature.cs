using System.Text;

namespace Fazhi.Documents.Decoding;

/// <summary>Recognises files that are not text by their first bytes.</summary>
internal static class BinarySignature
{
    // Readers of PDF accept bytes before its mark; programs that mail or scan put some there.
    private const int PdfWindow = 1024;
    private const int ZipWindow = 4096;

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8) || bytes.StartsWith("PK\x07\x08"u8);

    public static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes[..Math.Min(bytes.Length, PdfWindow)].IndexOf("%PDF-"u8);
        // A text that speaks of the mark has none of the rest.
        return mark == 0 || (mark > 0 && bytes.IndexOf("endobj"u8) >= 0);
    }

    /// <summary>What the file is and what to do with it; null when it may be text.</summary>
    public static UnreadableException? Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return DescribeCompound(bytes);
        if (bytes.StartsWith("{\\rtf"u8))
            return Unknown("这是 RTF 文件。请用 WPS 或 Word 另存为 .docx 后再导入。");
        if (IsImage(bytes))
            return Unknown("这是图片。请先用文字识别（OCR）转成 .docx 或纯文本（.txt）后再导入。");
        if (IsArchive(bytes))
            return Unknown("这是压缩包。请解压后逐个导入其中的文件。");
        if (bytes.StartsWith("AT&TFORM"u8) || bytes.StartsWith("HM\n"u8) || bytes.StartsWith("CAJ"u8) || bytes.StartsWith("KDH "u8) || bytes.StartsWith("%PS-Adobe"u8) || bytes.StartsWith("%!PS"u8))
            return Unknown("这是版式文件（CAJ、DjVu、PostScript 等）。请转换成带文字的 PDF 或 .docx 后再导入。");
        return null;
    }

    /// <summary>What a damaged archive was, by what its beginning still shows.</summary>
    public static string DescribeDamagedZip(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, ZipWindow)];
        if (head.IndexOf("word/"u8) >= 0)
            return "这是 Word 文件（.docx），但已损坏或不完整。请重新下载，或用 Word、WPS 打开修复后另存为 .docx 再导入。";
        if (head.IndexOf("OFD.xml"u8) >= 0 || head.IndexOf("Doc_0/"u8) >= 0)
            return "这是 OFD 版式文件（.ofd），但已损坏或不完整。请重新下载后再导入。";
        return "这是 ZIP 压缩包、Word 文件（.docx）或 OFD 文件（.ofd），但已损坏或不完整。请重新下载后再导入。";
    }

    /// <summary>Compound files are told apart by the names of their streams, which stand in them in UTF-16.</summary>
    private static UnreadableException DescribeCompound(ReadOnlySpan<byte> bytes)
    {
        if (HasStream(bytes, "EncryptedPackage"))
            return new(DocumentErrorCode.Encrypted, "这是加密的 Office 文件，需要密码才能打开。请解除密码，另存为 .docx 后再导入。");
        if (HasStream(bytes, "WordDocument"))
            return Unknown("这是旧版 Word 或 WPS 文件（.doc、.wps）。请用 WPS 或 Word 另存为 .docx 后再导入。");
        if (HasStream(bytes, "Workbook") || HasStream(bytes, "Book"))
            return Unknown("这是旧版电子表格（.xls、.et）。请把任务表复制到 Word 文件里，另存为 .docx 后再导入。");
        if (HasStream(bytes, "PowerPoint Document"))
            return Unknown("这是旧版演示文稿（.ppt、.dps）。请把文字另存为 .docx 后再导入。");
        return Unknown("这是旧版 Office 或 WPS 文件（.doc、.wps、.xls 等）。请用 WPS 或 Word 另存为 .docx 后再导入。");
    }

    private static bool HasStream(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    private static bool IsImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF87a"u8)
        || bytes.StartsWith("GIF89a"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A])
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        || (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8))
        || (bytes.Length > 14 && bytes.StartsWith("BM"u8) && bytes[6..10].SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]));

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("Rar!\x1A\x07"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08])
        || bytes.StartsWith("BZh"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
        || (bytes.Length > 262 && bytes[257..262].SequenceEqual("ustar"u8));

    private static UnreadableException Unknown(string message) => new(DocumentErrorCode.UnknownFormat, message);
}
