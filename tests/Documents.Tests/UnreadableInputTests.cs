using System.Text;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class UnreadableInputTests
{
    [Fact]
    public void Empty_input_is_an_error()
    {
        Assert.Equal(DocumentErrorCode.Empty, DocumentReader.Read(default, cancellationToken: TestContext.Current.CancellationToken).Error?.Code);
    }

    [Theory]
    [InlineData("   \n\t\n \u3000 \n")]
    [InlineData("<html><body><div>&nbsp;</div></body></html>")]
    [InlineData("———\n……\n")]
    public void Input_without_words_is_an_error(string text) => Assert.Equal(DocumentErrorCode.NoText, Fail(text).Code);

    [Fact]
    public void Too_many_bytes_are_an_error_that_names_the_limit()
    {
        var error = Fail(Plan, new() { MaxBytes = 100 });

        Assert.Equal(DocumentErrorCode.TooLarge, error.Code);
        Assert.Contains("100", error.Message);
    }

    public static TheoryData<ReadLimits> TightLimits => new()
    {
        new ReadLimits { MaxTextLength = 50 },
        new ReadLimits { MaxParagraphs = 3 },
        new ReadLimits { MaxSections = 2 },
        new ReadLimits { MaxTasks = 2 },
    };

    [Theory]
    [MemberData(nameof(TightLimits))]
    public void Too_much_structure_is_an_error(ReadLimits limits) => Assert.Equal(DocumentErrorCode.TooLarge, Fail(Plan, limits).Code);

    [Fact]
    public void Too_many_html_elements_are_an_error() =>
        Assert.Equal(DocumentErrorCode.TooLarge, Fail(HtmlPage(string.Concat(Enumerable.Repeat("<i></i>", 100))), new() { MaxHtmlElements = 50 }).Code);

    [Fact]
    public void Time_over_the_limit_is_an_error() =>
        Assert.Equal(DocumentErrorCode.TimedOut, Fail(Plan, new() { Timeout = TimeSpan.FromTicks(-1) }).Code);

    [Fact]
    public void Cancellation_is_no_error_of_the_document()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => DocumentReader.Read(Encoding.UTF8.GetBytes(Plan), cancellationToken: cancelled.Token));
    }

    public static TheoryData<byte[], string> Binaries => new()
    {
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ".doc" },
        { [.. "{\\rtf1\\ansi"u8], "RTF" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "图片" },
        { [0xFF, 0xD8, 0xFF, 0xE0], "图片" },
        { [0x1F, 0x8B, 0x08, 0], "压缩包" },
    };

    public static TheoryData<byte[], string> Broken => new()
    {
        { [.. "PK\x03\x04"u8, 0, 0, .. "word/document.xml"u8], ".docx" },
        { [.. "PK\x03\x04"u8, 0, 0, 1, 2, 3], "Word 文件（.docx）" },
        { [.. "PK\x03\x04"u8, 0, 0, .. "OFD.xml"u8], ".ofd" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Damaged_archives_are_named_by_what_they_still_show(byte[] bytes, string name)
    {
        var error = FailBytes(bytes);

        Assert.Equal(DocumentErrorCode.Damaged, error.Code);
        Assert.Contains(name, error.Message);
    }

    public static TheoryData<string, string, string> Packed => new()
    {
        { "plan.txt", "", "压缩包" },
        { "mimetype", "application/vnd.oasis.opendocument.text", "OpenDocument" },
        { "[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>", ".xlsx" },
        { "[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/></Types>", ".pptx" },
        { "[Content_Types].xml", "<Types/>", "另存为 .docx" },
    };

    [Theory]
    [MemberData(nameof(Packed))]
    public void Archives_of_other_formats_are_named_with_what_to_do(string file, string content, string name)
    {
        var error = FailBytes(DocxFile.Zip([(file, Encoding.UTF8.GetBytes(content))]));

        Assert.Equal(DocumentErrorCode.UnknownFormat, error.Code);
        Assert.Contains(name, error.Message);
        Assert.Contains("请", error.Message);
    }

    [Theory]
    [InlineData("WordDocument", ".doc", DocumentErrorCode.UnknownFormat)]
    [InlineData("Workbook", ".xls", DocumentErrorCode.UnknownFormat)]
    [InlineData("PowerPoint Document", ".ppt", DocumentErrorCode.UnknownFormat)]
    [InlineData("EncryptedPackage", "密码", DocumentErrorCode.Encrypted)]
    public void Compound_files_are_told_apart_by_their_streams(string stream, string name, DocumentErrorCode code)
    {
        var error = FailBytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("Root Entry"), .. Encoding.Unicode.GetBytes(stream)]);

        Assert.Equal(code, error.Code);
        Assert.Contains(name, error.Message);
    }

    [Theory]
    [MemberData(nameof(Binaries))]
    public void Binary_formats_are_named_with_what_to_do(byte[] bytes, string name)
    {
        var error = DocumentReader.Read(bytes, cancellationToken: TestContext.Current.CancellationToken).Error;

        Assert.Equal(DocumentErrorCode.UnknownFormat, error?.Code);
        Assert.Contains(name, error!.Message);
        Assert.Contains("请", error.Message);
    }

    [Theory]
    [InlineData("明天下午三点在会议室开会,请带好笔记本。")]
    [InlineData("The quick brown fox jumps over the lazy dog.")]
    [InlineData("购物单\n1. 苹果\n2. 梨")]
    public void Text_about_something_else_is_neither_plan_nor_report(string text) =>
        Assert.Equal(DocumentErrorCode.NotAPlanOrReport, Fail(text).Code);
}
