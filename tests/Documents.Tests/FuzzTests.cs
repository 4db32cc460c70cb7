using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Fazhi.Testing;
using static Fazhi.Documents.Tests.DocxFile;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

/// <summary>Random and mutated bytes of every format: each gives a document or a typed error, in bounded time and memory.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20240308;
    private const int OutsideCases = 30;

    // Small inputs, small limits: what a case may cost follows from the limits, not from what the bytes ask for.
    private static readonly ReadLimits Limits = new()
    {
        MaxExpandedBytes = 200_000,
        MaxTextLength = 50_000,
        MaxParagraphs = 2_000,
        MaxXmlNodes = 10_000,
        MaxHtmlElements = 5_000,
        MaxHtmlDepth = 200,
        MaxPages = 50,
        MaxArchiveEntries = 50,
        Timeout = TimeSpan.FromSeconds(10),
    };

    private const long MostMemory = 64 * 1024 * 1024;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(12);

    private const string Words = "望岫县2024年法治政府建设工作要点\n一、甲\n(一)乙。〔责任单位:县司法局〕\n2.丙,2024年6月底前完成3次。\n县人民政府\n2024年3月5日";

    private static readonly string Html = HtmlPage($"<h1>望岫县2024年法治政府建设工作要点</h1><table><tr><th>序号</th><th>任务</th><th>责任单位</th></tr><tr><td rowspan=2>1</td><td colspan=2>甲</td></tr></table><ol><li>乙</ol>{Words.Replace("\n", "<br>")}");

    private static readonly Dictionary<string, byte[]> DocxParts = PartsOf(Docx());
    private static readonly Dictionary<string, byte[]> OfdParts = OfdTests.Parts([OfdTests.Lines(Words)]).ToDictionary(p => p.Key, p => Encoding.UTF8.GetBytes(p.Value));
    private static readonly byte[] PdfWords = Encoding.UTF8.GetBytes($"<html><body><doc>{PdfTests.Page(PdfTests.Lines(Words))}</doc></body></html>");

    private static readonly byte[][] Plain =
    [
        Encoding.UTF8.GetBytes(Words), Encoding.Unicode.GetBytes(Words), CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(Words), Encoding.UTF8.GetBytes(Html),
        Encoding.UTF8.GetBytes($"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{Html.Replace("=", "=3D")}\n--b--"),
        Zip(DocxParts.Select(p => (p.Key, p.Value))), Zip(OfdParts.Select(p => (p.Key, p.Value))), PdfFile.Of(["a"], "甲"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")],
    ];

    private static readonly string[] Tokens =
    [
        "<", ">", "</", "/>", "\"", "=", "&", "&#0;", "&#xD800;", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<?xml", "w:p", "w:tbl", "w:tr", "w:tc", "w:val", "w:numId", "w:ilvl", "w:fldChar", "w:vMerge", "-1", "0", "99999999999",
        "2147483647", "NaN", "g 9999999 1", "1e308", "<w:p>", "</w:p>", "<w:tbl><w:tr><w:tc>", "<div>", "<table><tr><td rowspan=9999 colspan=9999>", "\0", "\uFEFF", "%PDF-", "PK\u0003\u0004", "一、", "\t", "\n",
    ];

    [Theory]
    [InlineData("random bytes", 10_000)]
    [InlineData("plain", 30_000)]
    [InlineData("docx parts", 14_000)]
    [InlineData("ofd parts", 28_000)]
    [InlineData("pdf words", 20_000)]
    public void Every_input_gives_a_document_or_a_typed_error(string kind, int cases)
    {
        for (var i = 0; i < cases; i++)
        {
            var random = new Random(HashCode(kind, i));
            var (bytes, source) = Make(kind, random);
            Check(kind, i, bytes, source);
        }
    }

    [Fact]
    public void Mutated_pdf_through_the_outside_program_gives_a_document_or_a_typed_error()
    {
        Optional.PdfToText();
        var seed = PdfFile.Of(["a", "b"], "望岫县2024年法治政府建设工作要点");
        for (var i = 0; i < OutsideCases; i++)
            Check("pdf", i, Mutate(seed, new Random(HashCode("pdf", i))), PdfToText.Default);
    }

    private static (byte[] Bytes, IPdfTextSource Source) Make(string kind, Random random)
    {
        switch (kind)
        {
            case "random bytes":
                var bytes = new byte[random.Next(400)];
                random.NextBytes(bytes);
                return (random.Next(4) == 0 ? [.. "PK\x03\x04"u8, .. bytes] : bytes, Fixed.Missing);
            case "plain":
                return (Mutate(Plain[random.Next(Plain.Length)], random), Fixed.Missing);
            case "docx parts":
                return (Rezip(DocxParts, random), Fixed.Missing);
            case "ofd parts":
                return (Rezip(OfdParts, random), Fixed.Missing);
            default:
                return ("%PDF-1.7"u8.ToArray(), new Fixed(new(PdfOutcome.Read, Mutate(PdfWords, random))));
        }
    }

    private static void Check(string kind, int number, byte[] bytes, IPdfTextSource source)
    {
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        ReadResult? result = null;
        var thrown = Record.Exception(() => result = DocumentReader.Read(bytes, Limits, TestContext.Current.CancellationToken, source));
        var (time, memory) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - allocated);

        var where = $"{kind} {number} (seed {Seed}): {Convert.ToBase64String(bytes)}";
        Assert.True(thrown is null, $"{where}\n{thrown}");
        Assert.True(result is { Success: true } or { Error.Message.Length: > 0 }, where);
        Assert.True(time < LongestTime, $"{time}: {where}");
        Assert.True(memory < MostMemory, $"{memory} bytes allocated: {where}");
    }

    /// <summary>Mutates one or two members, then packs them soundly again: the damage reaches the reader of the parts.</summary>
    private static byte[] Rezip(Dictionary<string, byte[]> parts, Random random)
    {
        var mutated = new Dictionary<string, byte[]>(parts);
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var name = mutated.Keys.ElementAt(random.Next(mutated.Count));
            if (random.Next(40) == 0)
                mutated.Remove(name);
            else
                mutated[name] = random.Next(3) == 0 ? Mutate(mutated[name], random) : MutateXml(mutated[name], random);
        }

        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in mutated)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Moves whole elements and attribute values about, so that the XML mostly stays sound and its meaning does not.</summary>
    private static byte[] MutateXml(byte[] original, Random random)
    {
        var text = Encoding.UTF8.GetString(original);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var tags = text.Split('<');
            if (tags.Length < 4)
                break;
            var at = random.Next(2, tags.Length);
            var value = tags[at].IndexOf('"');
            switch (random.Next(4))
            {
                case 0 when value >= 0 && tags[at].IndexOf('"', value + 1) is var end and > 0:
                    tags[at] = tags[at][..(value + 1)] + Tokens[random.Next(20, 30)].Replace("<", "", StringComparison.Ordinal) + tags[at][end..];
                    break;
                case 1:
                    tags[at] = tags[random.Next(1, tags.Length)];
                    break;
                case 2:
                    tags[at] += string.Concat(Enumerable.Repeat("<" + tags[at], random.Next(1, 20)));
                    break;
                default:
                    tags[at] = "";
                    break;
            }

            text = string.Join('<', tags).Replace("<<", "<", StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, random.Next(1, 200));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(3) == 0 ? bytes.Count - at : length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    var other = Plain[random.Next(Plain.Length)];
                    bytes.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray().Take(length));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static int HashCode(string kind, int number) => Seed ^ (kind.Length * 1_000_003) ^ (kind[0] << 24) ^ number;

    private static byte[] Docx() => new DocxFile(P("望岫县2024年法治政府建设工作要点") + Item("甲", level: 0) + Item("乙", level: 1) + P($"{R("丙")}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>{Field(" REF a ", R("丁"))}<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
        + Table(Cell("序号") + Cell("任务") + Cell("责任单位"), Cell("1", "<w:vMerge w:val=\"restart\"/>") + Cell("甲", "<w:gridSpan w:val=\"2\"/>"), Cell("", "<w:vMerge/>") + Cell("乙") + Cell("县司法局")))
    {
        Numbering = Definition(0, Level(0, "chineseCounting", "%1、"), Level(1, "decimal", "%1.%2")) + List(1, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride>"),
        Styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>",
        Footnotes = $"<w:footnote w:id=\"2\">{P("注")}</w:footnote>",
    }.ToBytes();

    private static Dictionary<string, byte[]> PartsOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private sealed class Fixed(PdfText text) : IPdfTextSource
    {
        public static Fixed Missing { get; } = new(new PdfText(PdfOutcome.ToolMissing));

        public PdfText Read(ReadOnlyMemory<byte> pdf, TimeSpan timeLimit, int mostBytes, CancellationToken cancellationToken) => text;
    }
}
