namespace Fazhi.Documents.Decoding;

/// <summary>Recognises files that are not text by their first bytes.</summary>
internal static class BinarySignature
{
    private const int SearchWindow = 4096;

    /// <summary>What the file is and what to do with it, in Chinese; null when nothing is recognised.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
            return DescribeZip(bytes[..Math.Min(bytes.Length, SearchWindow)]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return "这是旧版 Office 或 WPS 文件（.doc、.wps、.xls 等）。请另存为纯文本（.txt）或网页（.html）后再导入。";
        if (bytes.StartsWith("%PDF-"u8))
            return "这是 PDF 文件。请把文字另存为纯文本（.txt）或网页（.html）后再导入。";
        if (bytes.StartsWith("{\\rtf"u8))
            return "这是 RTF 文件。请另存为纯文本（.txt）或网页（.html）后再导入。";
        if (IsImage(bytes))
            return "这是图片。请先用文字识别（OCR）转成纯文本（.txt）后再导入。";
        if (IsArchive(bytes))
            return "这是压缩包。请解压后逐个导入其中的文件。";
        return null;
    }

    private static string DescribeZip(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("word/"u8) >= 0)
            return "这是 Word 文件（.docx）。请另存为纯文本（.txt）或网页（.html）后再导入。";
        if (head.IndexOf("OFD.xml"u8) >= 0)
            return "这是 OFD 版式文件（.ofd）。请把文字另存为纯文本（.txt）或网页（.html）后再导入。";
        if (head.IndexOf("[Content_Types].xml"u8) >= 0)
            return "这是 Office 文件（.docx、.xlsx 等）。请另存为纯文本（.txt）或网页（.html）后再导入。";
        // What a damaged .docx still shows is a ZIP file like any other.
        return "这是 ZIP 压缩包，或者损坏的 Word 文件（.docx）。压缩包请解压后逐个导入；Word 文件还不能读取，请另存为纯文本（.txt）或网页（.html）后再导入。";
    }

    private static bool IsImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF87a"u8)
        || bytes.StartsWith("GIF89a"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A])
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        || (bytes.Length > 14 && bytes.StartsWith("BM"u8) && bytes[6..10].SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]));

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("Rar!\x1A\x07"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
}
