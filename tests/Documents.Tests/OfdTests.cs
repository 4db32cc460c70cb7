using System.Text;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class OfdTests
{
    private const double Em = 5.6;

    [Fact]
    public void A_plan_is_the_same_as_its_text_whatever_the_prefix_and_the_order_of_objects()
    {
        foreach (var prefix in (string[])["ofd:", ""])
        {
            var document = ReadBytes(File([Lines(Plan)], prefix, reversed: prefix.Length == 0));

            Assert.Equal(DocumentFormat.Ofd, document.Format);
            Assert.Equal(Read(Plan).Text, document.Text);
            Assert.Equal(3, document.Tasks.Length);
        }
    }

    [Fact]
    public void Lines_are_joined_into_paragraphs_over_pages_and_page_numbers_are_out()
    {
        var first = Line("望岫县2024年法治政府建设工作要点", 60, 30, 7) + Line("甲" + new string('乙', 26), 41.2, 50) + Line(new string('丙', 28), 30, 60) + Line("— 1 —", 100, 285);
        var second = Line("丁戊。", 30, 30) + Line("己。", 41.2, 40) + Line("— 2 —", 100, 285);

        Assert.Equal(["望岫县2024年法治政府建设工作要点", $"甲{new string('乙', 26)}{new string('丙', 28)}丁戊。", "己。"], ReadBytes(File([first, second])).Text.Split('\n'));
    }

    [Fact]
    public void Characters_are_placed_by_matrix_and_by_steps_in_both_forms()
    {
        var text = "<TextObject Boundary=\"20 40 100 10\" CTM=\"2 0 0 2 0 0\" Size=\"2.8\"><TextCode X=\"0\" Y=\"2\" DeltaX=\"g 3 2.8 12\">甲乙丙丁戊</TextCode></TextObject>"
            + "<TextObject Boundary=\"10 40 100 10\" Size=\"5.6\"><TextCode X=\"1\" Y=\"4\">一、</TextCode></TextObject>"
            + "<TextObject Visible=\"false\" Boundary=\"10 60 100 10\" Size=\"5.6\"><TextCode X=\"1\" Y=\"4\">藏</TextCode></TextObject>";

        Assert.Equal(["望岫县2024年法治政府建设工作要点", "一、甲乙丙丁 戊"], ReadBytes(File([Line("望岫县2024年法治政府建设工作要点", 60, 20, 7) + text])).Text.Split('\n'));
    }

    [Fact]
    public void Quotation_marks_and_dashes_as_wide_as_characters_part_no_words()
    {
        var line = "一、用好“小院说事”平台——常来常往……";
        var text = $"<TextObject Boundary=\"20 40 150 10\" Size=\"{Em}\"><TextCode X=\"0\" Y=\"4\" DeltaX=\"{string.Join(' ', Enumerable.Repeat(Em, line.Length - 1))}\">{line}</TextCode></TextObject>";

        Assert.Equal(line, ReadBytes(File([Line("望岫县2024年法治政府建设工作要点", 60, 20, 7) + text])).Text.Split('\n')[1]);
    }

    [Fact]
    public void Tables_are_read_in_rows()
    {
        double[] columns = [20, 40, 110, 160];
        string Row(double y, params string[] cells) => string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : Line(c, columns[i], y, 4)));
        var page = Line("望岫县2024年法治政府建设任务分解方案", 50, 20, 7) + Row(40, "序号", "工作任务", "牵头单位", "完成时限") + Row(53, "", "甲事先听意见", "", "") + Row(56, "1", "", "县司法局", "6月底前") + Row(59, "", "再办好。", "", "")
            + Row(72, "2", "乙事办好。", "县财政局", "年底前");
        var document = ReadBytes(File([page]));

        Assert.Equal(["1", "2"], document.Tasks.Select(t => t.Label));
        Assert.Equal("甲事先听意见再办好。", document.Tasks[0].Paragraphs.Single().In(document.Text));
        Assert.Equal("6月底前", document.Tasks[0].Deadlines.Single().Text);
    }

    [Fact]
    public void Every_document_of_the_package_is_read()
    {
        var files = Parts([Lines(Plan)]);
        files["OFD.xml"] = "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>/Doc_1/Document.xml</DocRoot></DocBody></OFD>";
        files["Doc_1/Document.xml"] = "<Document><Pages><Page BaseLoc=\"../Doc_1/P.xml\"/></Pages></Document>";
        files["Doc_1/P.xml"] = $"<Page xmlns:ofd=\"o\"><Content><Layer>{Line("附件的文字。", 41.2, 40)}</Layer></Content></Page>";

        Assert.EndsWith("\n附件的文字。", ReadBytes(Zip(files)).Text);
    }

    [Fact]
    public void A_scan_and_a_damaged_file_are_told_apart()
    {
        Assert.Equal(DocumentErrorCode.ScanWithoutText, FailBytes(File(["<ImageObject ResourceID=\"3\"/>"])).Code);
        var files = Parts([Lines(Plan)]);
        files.Remove("Doc_0/Pages/Page_0/Content.xml");
        Assert.Equal(DocumentErrorCode.Damaged, FailBytes(Zip(files)).Code);
        files["OFD.xml"] = "<!DOCTYPE a [<!ENTITY b \"c\">]><OFD/>";
        Assert.Equal(DocumentErrorCode.Damaged, FailBytes(Zip(files)).Code);
    }

    [Fact]
    public void Too_many_pages_are_an_error()
    {
        var files = Parts([Lines(Plan)]);
        files["Doc_0/Document.xml"] = $"<Document><Pages>{string.Concat(Enumerable.Repeat("<Page BaseLoc=\"Pages/Page_0/Content.xml\"/>", 20))}</Pages></Document>";

        Assert.Equal(DocumentErrorCode.TooLarge, FailBytes(Zip(files), new() { MaxPages = 10 }).Code);
    }

    internal static string Lines(string text) => string.Concat(text.Split('\n').Select((l, i) => Line(l.Trim(), i == 0 ? 60 : 41.2, 30 + (i * 9))));

    internal static string Line(string text, double x, double y, double size = Em) =>
        FormattableString.Invariant($"<ofd:TextObject ID=\"1\" Boundary=\"{x} {y} 150 8\" Font=\"2\" Size=\"{size}\"><ofd:TextCode X=\"0\" Y=\"5\">{text}</ofd:TextCode></ofd:TextObject>");

    internal static byte[] File(string[] pages, string prefix = "ofd:", bool reversed = false)
    {
        var files = Parts(reversed ? [.. pages.Select(p => string.Concat(p.Split("</ofd:TextObject>", StringSplitOptions.RemoveEmptyEntries).Reverse().Select(o => o + "</ofd:TextObject>")))] : pages);
        return Zip(files.ToDictionary(f => f.Key, f => prefix.Length > 0 ? f.Value : f.Value.Replace("xmlns:ofd", "xmlns", StringComparison.Ordinal).Replace("ofd:", "", StringComparison.Ordinal)));
    }

    internal static Dictionary<string, string> Parts(string[] pages)
    {
        var files = new Dictionary<string, string>
        {
            ["OFD.xml"] = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            ["Doc_0/Document.xml"] = $"<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:TemplatePage ID=\"9\" BaseLoc=\"Tpls/T.xml\"/></ofd:CommonData><ofd:Pages>{string.Concat(pages.Select((_, i) => $"<ofd:Page ID=\"{i}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"))}</ofd:Pages></ofd:Document>",
        };
        for (var i = 0; i < pages.Length; i++)
            files[$"Doc_0/Pages/Page_{i}/Content.xml"] = $"<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID=\"9\"/><ofd:Content><ofd:Layer Type=\"Background\">{Line("水印", 50, 150)}</ofd:Layer><ofd:Layer>{pages[i].Replace("<Text", "<ofd:Text", StringComparison.Ordinal).Replace("</Text", "</ofd:Text", StringComparison.Ordinal)}</ofd:Layer></ofd:Content></ofd:Page>";
        return files;
    }

    private static byte[] Zip(Dictionary<string, string> files) => DocxFile.Zip(files.Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value))));
}
