using System.Globalization;
using System.Xml;
using Fazhi.Documents.Archives;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Pages;

namespace Fazhi.Documents.Pdf;

/// <summary>PDF → lines, by the words and places that an outside program finds.</summary>
internal static class PdfReader
{
    private const double LetterHeight = 0.6;

    public static RawContent Read(ReadOnlyMemory<byte> bytes, ReadBudget budget, IPdfTextSource source)
    {
        var text = source.Read(bytes, budget.TimeLeft, budget.Limits.MaxExpandedBytes, budget.Cancellation);
        if (text.Outcome != PdfOutcome.Read)
            throw Error(text.Outcome, budget.Limits);
        return ReadWords(text.Words, budget);
    }

    /// <summary>Reads what <c>pdftotext -bbox</c> writes.</summary>
    public static RawContent ReadWords(ReadOnlyMemory<byte> words, ReadBudget budget)
    {
        List<PrintedPage> pages;
        try
        {
            pages = ReadPages(words, budget);
        }
        catch (XmlException)
        {
            throw Error(PdfOutcome.Damaged, budget.Limits);
        }

        if (pages.All(p => p.Words.Count == 0))
            throw new UnreadableException(DocumentErrorCode.ScanWithoutText, "这是 PDF 文件，但里面只有图片、没有文字（扫描件）。请先用文字识别（OCR）转成 .docx 或带文字的 PDF 后再导入。");
        return PageText.Read(pages, budget);
    }

    private static List<PrintedPage> ReadPages(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        var pages = new List<PrintedPage>();
        var words = new List<PlacedWord>();
        using var reader = SafeXml.Read(ZipPackage.ToStream(WithoutDoctype(bytes)));
        var isAtNext = false;
        while (isAtNext || reader.Read())
        {
            budget.Spend();
            isAtNext = false;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "page")
            {
                words = [];
                pages.Add(new(Number(reader, "height"), words));
                ReadBudget.Require(pages.Count, budget.Limits.MaxPages, "页数");
            }
            else if (reader.LocalName == "word")
            {
                var (left, top, right, bottom) = (Number(reader, "xMin"), Number(reader, "yMin"), Number(reader, "xMax"), Number(reader, "yMax"));
                var text = reader.ReadElementContentAsString();
                isAtNext = !reader.EOF;
                if (text.Length > 0)
                    words.Add(new(left, right, (top + bottom) / 2, SizeOf(text, right - left, bottom - top), text));
            }
        }

        return pages;
    }

    /// <summary>The program names a DTD that nobody needs.</summary>
    private static ReadOnlyMemory<byte> WithoutDoctype(ReadOnlyMemory<byte> bytes)
    {
        var root = bytes.Span.IndexOf("<html"u8);
        return root < 0 ? bytes : bytes[root..];
    }

    private static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    /// <summary>The width of a Chinese character, where there is one; the height of the box depends on the font.</summary>
    private static double SizeOf(string text, double width, double height)
    {
        double units = 0;
        var isWide = false;
        foreach (var c in text)
        {
            isWide |= c >= '\u2E80';
            units += c >= '\u2E80' ? 1 : 0.5;
        }

        return Math.Min(width / units, isWide ? height : height * LetterHeight);
    }

    private static UnreadableException Error(PdfOutcome outcome, ReadLimits limits) => outcome switch
    {
        PdfOutcome.ToolMissing => new(DocumentErrorCode.ToolMissing, "这是 PDF 文件，但这台机器没有安装读取 PDF 的程序 pdftotext。请安装 poppler-utils，或把文件另存为 .docx 后再导入。"),
        PdfOutcome.Encrypted => new(DocumentErrorCode.Encrypted, "这是加密的 PDF 文件，需要密码才能打开。请解除密码后再导入。"),
        PdfOutcome.TimedOut => new(DocumentErrorCode.TimedOut, $"读取 PDF 用时超过上限 {limits.Timeout.TotalSeconds:0.#} 秒。请拆分文件，或另存为 .docx 后再导入。"),
        PdfOutcome.TooLarge => new(DocumentErrorCode.TooLarge, $"PDF 里的文字超过上限 {limits.MaxExpandedBytes} 字节。请拆分后再导入。"),
        _ => new(DocumentErrorCode.Damaged, "这是 PDF 文件，但已损坏或不完整。请重新下载后再导入。"),
    };
}
