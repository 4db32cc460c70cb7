using System.Text;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class EncodingTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, string, bool> Encodings => new()
    {
        { "utf-8", "utf-8", false },
        { "utf-8", "utf-8", true },
        { "utf-16", "utf-16le", false },
        { "utf-16", "utf-16le", true },
        { "utf-16BE", "utf-16be", false },
        { "utf-16BE", "utf-16be", true },
        { "GB18030", "gb18030", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_the_same_in_every_encoding(string name, string expected, bool withMark)
    {
        var encoding = EncodingOf(name);
        byte[] mark = withMark ? encoding.GetPreamble() : [];

        var result = DocumentReader.Read((byte[])[.. mark, .. encoding.GetBytes(Plan)], cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Success, result.Error?.Message);
        Assert.Equal(expected, result.Document.EncodingName);
        Assert.Equal(Read(Plan).Text, result.Document.Text);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Html_is_the_same_in_every_encoding(string name, string expected, bool withMark)
    {
        var encoding = EncodingOf(name);
        byte[] mark = withMark ? encoding.GetPreamble() : [];
        var page = "<html><head><title>x</title></head><body>" + string.Concat(Plan.Split('\n').Select(l => $"<p>{l}</p>")) + "</body></html>";

        var result = DocumentReader.Read((byte[])[.. mark, .. encoding.GetBytes(page)], cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Success, result.Error?.Message);
        Assert.Equal((DocumentFormat.Html, expected), (result.Document.Format, result.Document.EncodingName));
        Assert.Equal(Read(Plan).Text, result.Document.Text);
    }

    [Theory]
    [InlineData("gb2312", "GB18030", "gb18030", false)]
    [InlineData("GBK", "GB18030", "gb18030", false)]
    [InlineData("utf-8", "utf-8", "utf-8", false)]
    [InlineData("gb2312", "utf-8", "utf-8", true)]
    [InlineData("utf-8", "GB18030", "gb18030", true)]
    public void Declared_charset_is_followed_unless_the_bytes_speak_against_it(string declared, string actual, string expected, bool warned)
    {
        var page = $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={declared}\"></head><body><p>{Plan.ReplaceLineEndings("</p><p>")}</p></body></html>";

        var result = DocumentReader.Read(EncodingOf(actual).GetBytes(page), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Success, result.Error?.Message);
        Assert.Equal(expected, result.Document.EncodingName);
        Assert.Equal(warned, result.Document.Warnings.Any(w => w.Code == "CHARSET_WRONG"));
        Assert.Equal(Read(Plan).Text, result.Document.Text);
    }

    [Fact]
    public void Traditional_characters_are_read_from_gb18030()
    {
        const string Text = "澄湖市2023年法治政府建設工作要點\n一、規範行政執法\n(一)開展案卷評查。每半年抽查一次,結果通報全縣。〔責任單位:縣司法局〕\n〔责任单位:县司法局〕";

        var result = DocumentReader.Read(Gb18030.GetBytes(Text), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Success, result.Error?.Message);
        Assert.Equal("gb18030", result.Document.EncodingName);
    }

    [Theory]
    [InlineData("utf-8", 90)]
    [InlineData("GB18030", 60)]
    public void Damaged_bytes_give_the_offset_of_the_damage(string name, int at)
    {
        var bytes = EncodingOf(name).GetBytes(Plan);
        bytes[at] = 0xFF;
        bytes[at + 1] = 0xFF;

        var error = DocumentReader.Read(bytes, cancellationToken: TestContext.Current.CancellationToken).Error;

        Assert.Equal(DocumentErrorCode.UndecodableText, error?.Code);
        Assert.InRange(error!.Offset!.Value, at - 3, at + 3);
        Assert.Contains(error.Offset.Value.ToString(), error.Message);
    }

    [Fact]
    public void Utf16_that_ends_in_half_a_character_is_damaged()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Plan), 0x4E];

        var error = DocumentReader.Read(bytes, cancellationToken: TestContext.Current.CancellationToken).Error;

        Assert.Equal(DocumentErrorCode.UndecodableText, error?.Code);
        Assert.InRange(error!.Offset!.Value, bytes.Length - 3, bytes.Length);
    }

    [Fact]
    public void Random_bytes_are_not_taken_for_text()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);

        var error = DocumentReader.Read(bytes, cancellationToken: TestContext.Current.CancellationToken).Error;

        Assert.Equal(DocumentErrorCode.UndecodableText, error?.Code);
        Assert.NotNull(error!.Offset);
    }

    private static Encoding EncodingOf(string name) => name == "GB18030" ? Gb18030 : Encoding.GetEncoding(name);
}
