using System.Globalization;
using System.Text;
using Fazhi.Testing;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class PdfTests
{
    private const double Em = 16;

    [Fact]
    public void A_plan_is_the_same_as_its_text()
    {
        var document = ReadPdf([Lines(Plan)]);

        Assert.Equal(DocumentFormat.Pdf, document.Format);
        Assert.Equal(Read(Plan).Text, document.Text);
        Assert.Equal(3, document.Tasks.Length);
    }

    [Fact]
    public void Broken_lines_are_joined_and_running_heads_feet_and_page_numbers_are_out()
    {
        var title = Word("望岫县2024年法治政府建设工作要点", 120, 100, 22);
        string Head(int page) => Word("望岫县人民政府文件汇编", 80, 40, 10) + Word($"第 {page} 页 共 2 页", 250, 800, 10);
        var first = Head(1) + title + Word("一、" + new string('甲', 24), 112, 140) + Word(new string('乙', 28), 80, 168) + Word("2024年", 80, 196) + Word(new string('丙', 25), 128, 196);
        var second = Head(2) + Word("丁。", 80, 140) + Word("（一）戊。", 112, 168);

        Assert.Equal(["望岫县2024年法治政府建设工作要点", $"一、{new string('甲', 24)}{new string('乙', 28)}2024年{new string('丙', 25)}丁。", "（一）戊。"], ReadPdf([first, second]).Text.Split('\n'));
    }

    [Fact]
    public void Lines_left_short_for_a_number_or_a_mark_and_lines_narrower_than_the_title_go_on()
    {
        var title = Word("望岫县石渡镇2024年法治政府建设工作要点", 60, 100, 24);
        var page = title + Word("一、" + new string('甲', 24), 112, 140) + Word(new string('乙', 20) + "电话：0990-", 80, 168) + Word("55501017。" + new string('丙', 23), 80, 196) + Word(new string('丁', 24) + "（县司法", 80, 224)
            + Word("局）", 80, 252) + Word("（一）戊。", 112, 280);

        Assert.Equal(["望岫县石渡镇2024年法治政府建设工作要点", $"一、{new string('甲', 24)}{new string('乙', 20)}电话：0990-55501017。{new string('丙', 23)}{new string('丁', 24)}（县司法局）", "（一）戊。"], ReadPdf([page]).Text.Split('\n'));
    }

    [Fact]
    public void Numbers_in_the_middle_of_their_rows_hold_the_rows_together()
    {
        double[] columns = [80, 110, 320, 390, 490];
        string Row(double y, params string[] cells) => string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : Word(c, columns[i], y, 12)));
        var page = Word("望岫县2024年法治政府建设任务分解方案", 120, 60, 22) + Row(100, "序号", "工作任务", "牵头单位", "责任单位", "完成时限")
            + Row(121, "", "甲事先听取各方面的意见再上会", "", "县财政局、", "") + Row(131.5, "1", "", "县司法局", "", "6月底前") + Row(142, "", "会后公布结果。", "", "县公安局", "")
            + Row(163, "2", "乙事办好。", "县财政局", "各乡镇", "年底前");
        var document = ReadPdf([page]);

        Assert.Equal(["1", "2"], document.Tasks.Select(t => t.Label));
        Assert.Equal("甲事先听取各方面的意见再上会会后公布结果。", document.Tasks[0].Paragraphs.Single().In(document.Text));
        Assert.Equal(["县财政局", "县公安局"], document.Tasks[0].UnitLines[1].MentionedUnits.Select(m => m.Text));
    }

    [Theory]
    [InlineData(PdfOutcome.ToolMissing, DocumentErrorCode.ToolMissing, "pdftotext")]
    [InlineData(PdfOutcome.Encrypted, DocumentErrorCode.Encrypted, "密码")]
    [InlineData(PdfOutcome.Damaged, DocumentErrorCode.Damaged, "损坏")]
    [InlineData(PdfOutcome.TimedOut, DocumentErrorCode.TimedOut, "超过上限")]
    [InlineData(PdfOutcome.TooLarge, DocumentErrorCode.TooLarge, "超过上限")]
    public void Every_failure_has_its_own_error(PdfOutcome outcome, DocumentErrorCode code, string words)
    {
        var error = DocumentReader.Read("%PDF-1.7"u8.ToArray(), null, TestContext.Current.CancellationToken, new Source(new(outcome))).Error;

        Assert.Equal(code, error?.Code);
        Assert.Contains(words, error!.Message);
    }

    [Fact]
    public void Pages_without_words_are_a_scan() => Assert.Equal(DocumentErrorCode.ScanWithoutText, FromWords(["", ""]).Error?.Code);

    [Fact]
    public void A_program_that_is_not_there_is_missing() =>
        Assert.Equal(PdfOutcome.ToolMissing, new PdfToText("/nowhere/pdftotext").Read("%PDF-1.7"u8.ToArray(), TimeSpan.FromSeconds(5), 1000, TestContext.Current.CancellationToken).Outcome);

    [Fact]
    public void The_program_reads_what_a_program_wrote()
    {
        Optional.PdfToText();
        var document = ReadBytes(PdfFile.Of(["Plan of the year 2024", "Second line"], "望岫县2024年法治政府建设工作要点"));

        Assert.Equal(DocumentFormat.Pdf, document.Format);
        Assert.Contains("望岫县2024年法治政府建设工作要点", document.Text);
    }

    [Fact]
    public void A_damaged_an_empty_and_an_encrypted_file_are_told_apart()
    {
        Optional.PdfToText();
        Assert.Equal(DocumentErrorCode.Damaged, FailBytes("%PDF-1.7\nnothing"u8.ToArray()).Code);
        Assert.Equal(DocumentErrorCode.ScanWithoutText, FailBytes(PdfFile.Of([], null)).Code);
        Assert.Equal(DocumentErrorCode.Encrypted, FailBytes(PdfFile.Encrypted()).Code);
    }

    [Fact]
    public void A_program_over_its_time_or_output_is_killed()
    {
        using var folder = new TempFolder();
        var slow = Script(folder, "slow", "sleep 600 & wait");
        var loud = Script(folder, "loud", "cat /dev/zero");

        Assert.Equal(PdfOutcome.TimedOut, new PdfToText(slow).Read("%PDF-1.7"u8.ToArray(), TimeSpan.FromMilliseconds(300), 1000, TestContext.Current.CancellationToken).Outcome);
        Assert.Equal(PdfOutcome.TooLarge, new PdfToText(loud).Read("%PDF-1.7"u8.ToArray(), TimeSpan.FromSeconds(30), 100_000, TestContext.Current.CancellationToken).Outcome);
    }

    [Fact]
    public void The_program_gets_no_environment_but_the_path()
    {
        using var folder = new TempFolder();
        var words = new PdfToText(Script(folder, "env", "env | cut -d= -f1 | sort")).Read("%PDF-1.7"u8.ToArray(), TimeSpan.FromSeconds(30), 100_000, TestContext.Current.CancellationToken).Words;

        // The shell sets the others itself.
        Assert.Equal(["PATH"], Encoding.UTF8.GetString(words.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(["PWD", "OLDPWD", "SHLVL", "_"]));
    }

    internal static string Lines(string text) => string.Concat(text.Split('\n').Select((l, i) => Word(l.Trim(), i == 0 ? 150 : 112, 80 + (i * 28))));

    internal static string Page(string words) => $"<page width=\"595\" height=\"842\">\n{words}</page>\n";

    internal static string Word(string text, double x, double y, double size = Em)
    {
        var width = text.Sum(c => c >= '\u2E80' ? 1 : 0.5) * size;
        return string.Create(CultureInfo.InvariantCulture, $"<word xMin=\"{x}\" yMin=\"{y - size}\" xMax=\"{x + width}\" yMax=\"{y + size}\">{text}</word>\n");
    }

    private static string Script(TempFolder folder, string name, string commands)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static ParsedDocument ReadPdf(string[] pages)
    {
        var result = FromWords(pages);
        Assert.True(result.Success, result.Error?.Message);
        return result.Document;
    }

    private static ReadResult FromWords(string[] pages)
    {
        var words = $"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><doc>\n{string.Concat(pages.Select(Page))}</doc></body></html>";
        return DocumentReader.Read("%PDF-1.7"u8.ToArray(), null, TestContext.Current.CancellationToken, new Source(new(PdfOutcome.Read, Encoding.UTF8.GetBytes(words))));
    }

    private sealed class Source(PdfText text) : IPdfTextSource
    {
        public PdfText Read(ReadOnlyMemory<byte> pdf, TimeSpan timeLimit, int mostBytes, CancellationToken cancellationToken) => text;
    }
}
