using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class PropertyTests
{
    private const int Mutations = 4000;

    private static readonly string[] Pieces =
    [
        "一、", "二、", "(一)", "(二)", "1.", "2、", "3．", "(1)", "①", "•", "● ", "第一章 ", "望岫县", "2023年", "法治政府建设", "工作要点", "情况报告", "《", "》", "(", ")", "〔", "〕", "责任单位:", "牵头单位:", "完成时限:",
        "县司法局", "、", ",", "。", ":", ";", "\n", "\n", "\n", "\t", "\t", " ", "\u3000", "首页 > ", "相关文章", "附件:", "2024年1月5日", "2025127", "望政发〔2023〕1号", "xx市xx区", "目录", "等部门", "负责)", "一是", "\r", "\u0085",
        "<p>", "</p>", "<table><tr><td>", "</td><td>", "</td></tr></table>", "<ol><li>", "😀", "\uFEFF", "&nbsp;", "<div class=share>", "<!--", "<script>",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ArrayOf(80).Select(string.Concat);

    [Fact]
    public void Any_bytes_give_a_document_or_a_typed_error() =>
        Prop.ForAll<byte[]>(bytes => CheckInvariants(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_of_the_domain_keeps_ranges_inside_the_text_and_in_order() =>
        Prop.ForAll(Texts.ToArbitrary(), text => CheckInvariants(Encoding.UTF8.GetBytes(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Reading_is_deterministic() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var bytes = Encoding.UTF8.GetBytes(Plan + "\n" + text);
            Assert.Equal(JsonSerializer.Serialize(DocumentReader.Read(bytes)), JsonSerializer.Serialize(DocumentReader.Read(bytes)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_encoding_does_not_change_the_text() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var source = Plan + "\n" + text.Replace("\uFEFF", "");
            var expected = TextOf(Encoding.UTF8.GetBytes(source));
            var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
            foreach (var bytes in (byte[][])[[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(source)], Encoding.Unicode.GetBytes(source), Encoding.BigEndianUnicode.GetBytes(source), gb18030.GetBytes(source)])
                Assert.Equal(expected, TextOf(bytes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_documents_give_a_document_or_a_typed_error()
    {
        var random = new Random(20260301);
        byte[][] originals =
        [
            Encoding.UTF8.GetBytes(Plan), Encoding.UTF8.GetBytes(Report), Encoding.Unicode.GetBytes(Plan), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Report),
            Encoding.UTF8.GetBytes(HtmlPage("<table><tr><th>序号</th><th>任务</th><th>责任单位</th></tr><tr><td rowspan=2>1</td><td>甲</td><td>乙局</td></tr></table>" + Plan)),
        ];
        for (var i = 0; i < Mutations; i++)
            CheckInvariants(Mutate(originals[i % originals.Length], random));
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 30)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 200))));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string? TextOf(byte[] bytes) => DocumentReader.Read(bytes).Document?.Text;

    private static void CheckInvariants(byte[] bytes)
    {
        var result = DocumentReader.Read(bytes);
        Assert.NotEqual(result.Success, result.Error is not null);
        if (result.Document is not { } document)
        {
            Assert.NotEmpty(result.Error!.Message);
            return;
        }

        var whole = new TextRange(0, document.Text.Length);
        Assert.NotEmpty(document.Title.Text);
        Assert.Equal(document.Text, string.Join('\n', document.Paragraphs.Select(p => p.Range.In(document.Text))));
        Assert.All(document.Warnings, w => Assert.True(w.Range is null || whole.Contains(w.Range.Value)));
        Assert.All(document.Paragraphs, p => Assert.InRange(p.SectionIndex, -1, document.Sections.Length - 1));
        CheckSections(document, whole);
        CheckTasks(document, whole);
        foreach (var range in (TextRange?[])[document.Title.Range, document.Region?.Range, document.Period?.Range, document.DocumentNumber?.Range, .. document.Dates.Select(d => d.Range), .. document.Issuers.Select(i => i.Range)])
            Assert.True(range is null || (range.Value.Length > 0 && whole.Contains(range.Value)));
    }

    private static void CheckSections(ParsedDocument document, TextRange whole)
    {
        for (var i = 0; i < document.Sections.Length; i++)
        {
            var section = document.Sections[i];
            Assert.True(whole.Contains(section.Range) && section.Range.Contains(section.HeadingRange));
            Assert.InRange(section.ParentIndex, -1, i - 1);
            Assert.True(section.ParentIndex < 0 || document.Sections[section.ParentIndex].Range.Contains(section.Range));
            Assert.True(i == 0 || document.Sections[i - 1].Range.Start < section.Range.Start);
            Assert.NotEmpty(section.Label);
        }
    }

    private static void CheckTasks(ParsedDocument document, TextRange whole)
    {
        var last = -1;
        foreach (var task in document.Tasks)
        {
            Assert.True(whole.Contains(task.Range) && task.Range.Start > last);
            last = task.Range.Start;
            Assert.All(task.Paragraphs, p => Assert.True(p.Length > 0 && task.Range.Contains(p)));
            Assert.All(task.UnitLines, u => Assert.True(whole.Contains(u.Range) && u.Range.Length > 0));
            Assert.All(task.UnitLines.SelectMany(u => u.MentionedUnits), m => Assert.Equal(m.Text, m.Range.In(document.Text)));
        }
    }
}
