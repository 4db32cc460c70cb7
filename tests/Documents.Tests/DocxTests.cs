using Fazhi.Documents.Archives;
using Fazhi.Documents.Word;
using static Fazhi.Documents.Tests.DocxFile;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class DocxTests
{
    [Fact]
    public void A_plan_is_the_same_as_its_text()
    {
        var document = ReadBytes(new DocxFile(string.Concat(Plan.Split('\n').Select(l => P(l.Trim())))).ToBytes());

        Assert.Equal(DocumentFormat.Docx, document.Format);
        Assert.Equal(Read(Plan).Text, document.Text);
        Assert.Equal(3, document.Tasks.Length);
    }

    [Fact]
    public void Tracked_changes_are_accepted() =>
        Assert.Equal(["甲新乙", "丙丁", "戊"], Lines(new(
            P($"{R("甲")}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{R("新")}</w:ins><w:moveFrom>{R("走")}</w:moveFrom>{R("乙")}")
            + P("丙", "<w:rPr><w:del/></w:rPr>") + P("丁")
            + P($"<w:del>{R("全删")}</w:del>", "<w:rPr><w:del/></w:rPr>")
            + P($"<w:moveTo>{R("戊")}</w:moveTo>"))));

    [Fact]
    public void Deleted_rows_and_cells_are_out() =>
        Assert.Equal(["甲\t乙", "丙\t丁"], Lines(new(
            Table(Cell("甲") + Cell("乙") + Cell("删", "<w:cellDel/>"), "<w:trPr><w:del/></w:trPr>" + Cell("删") + Cell("删"), Cell("丙") + Cell("丁")))));

    [Fact]
    public void Hidden_text_is_out()
    {
        var file = new DocxFile(P(R("甲") + R("藏", "<w:vanish/>") + R("乙", "<w:vanish w:val=\"0\"/>") + R("藏", "<w:rStyle w:val=\"secret\"/>")) + P("藏", "<w:pStyle w:val=\"gone\"/><w:rPr><w:vanish/></w:rPr>"))
        {
            Styles = "<w:style w:type=\"character\" w:styleId=\"secret\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"gone\"><w:rPr><w:vanish/></w:rPr></w:style>",
        };

        Assert.Equal(["甲乙"], Lines(file));
    }

    [Fact]
    public void Fields_show_their_results_but_no_page_numbers() =>
        Assert.Equal(["见附件，第页，超链接", "③"], Lines(new(
            P($"{R("见")}{Field(" REF a \\h ", R("附件"))}{R("，第")}{Field(" PAGE ", R("3"))}{R("页，")}<w:hyperlink>{R("超链接")}</w:hyperlink><w:fldSimple w:instr=\" NUMPAGES \">{R("9")}</w:fldSimple>")
            + P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"))));

    [Fact]
    public void A_table_of_contents_is_out_with_its_title()
    {
        var begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        var toc = P("目  录") + P(begin + R("一、甲") + "<w:r><w:tab/></w:r>" + Field("PAGEREF _1", R("1"))) + P("二、乙\t2") + P("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");

        Assert.Equal(["标题", "正文"], Lines(new(P("标题") + toc + P("正文"))));
        Assert.Equal(["正文"], Lines(new($"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{P("目录") + P("一、甲")}</w:sdtContent></w:sdt>{P("正文")}")));
    }

    [Fact]
    public void A_field_without_end_hides_nothing_beyond_its_paragraph() =>
        Assert.Equal(["甲", "乙"], Lines(new(P("甲") + P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>") + P("乙"))));

    [Fact]
    public void A_text_box_is_read_once_and_not_inside_the_sentence()
    {
        var box = $"<w:txbxContent>{P("框内文字")}</w:txbxContent>";
        var alternative = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        Assert.Equal(["前半后半", "框内文字"], Lines(new(P(R("前半") + alternative + R("后半")))));
        Assert.Equal(["框内文字", "正文"], Lines(new(P(alternative + R("正文")))));
    }

    [Fact]
    public void Notes_stand_at_the_end_and_not_inside_the_sentence()
    {
        var file = new DocxFile(P(R("甲") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + R("乙。") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>") + P("丙"))
        {
            Footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>" + $"<w:footnote w:id=\"2\">{P("<w:r><w:footnoteRef/></w:r>" + R("脚注文字"))}</w:footnote>",
            Endnotes = $"<w:endnote w:id=\"2\">{P("尾注文字")}</w:endnote>",
        };

        Assert.Equal(["甲乙。", "丙", "注1：脚注文字", "注2：尾注文字"], Lines(file));
    }

    [Fact]
    public void Special_characters_are_written_as_they_look() =>
        Assert.Equal(["甲 乙-丙 □≥", "丁", "汉字x"], Lines(new(
            P("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t><w:softHyphen/></w:r>" + R(" ") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:br/><w:t>丁</w:t></w:r>")
            + P("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"))));

    [Fact]
    public void Cells_keep_their_columns_under_spans_in_both_directions()
    {
        var raw = Raw(new(Table(
            Cell("序号") + Cell("任务") + Cell("牵头单位") + Cell("责任单位"),
            Cell("1", "<w:vMerge w:val=\"restart\"/>") + Cell("甲") + Cell("乙局丙局", "<w:gridSpan w:val=\"2\"/>"),
            Cell("", "<w:vMerge/>") + Cell(P("丁") + P("戊")) + Cell("己局") + Cell("庚局"))));

        Assert.Equal(["序号\t任务\t牵头单位\t责任单位", "1\t甲\t乙局丙局\t", "\t丁 戊\t己局\t庚局"], raw.Select(l => l.Text));
        Assert.Equal([0UL, 0UL, 1UL], raw.Select(l => l.Spanned));
        Assert.Equal([0, 0, 0], raw.Select(l => l.Table));
    }

    [Fact]
    public void Borders_drawn_by_hand_make_no_further_columns()
    {
        var grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"60\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>";
        var table = Table(Cell("甲") + Cell("乙", "<w:gridSpan w:val=\"2\"/>"), Cell("丙", "<w:gridSpan w:val=\"2\"/>") + Cell("丁")).Replace("<w:tblPr/>", grid);

        Assert.Equal(["甲\t乙", "丙\t丁"], Lines(new(table)));
    }

    [Fact]
    public void Numbers_of_a_column_are_counted_by_Word()
    {
        var file = new DocxFile(Table(Cell("序号") + Cell("任务"), Cell(Item("")) + Cell("甲"), Cell(Item("")) + Cell("乙"))) { Numbering = Definition(0, Level(0, "decimal", "%1", "<w:suff w:val=\"nothing\"/>")) + List(1, 0) };

        Assert.Equal(["序号\t任务", "1\t甲", "2\t乙"], Lines(file));
    }

    [Fact]
    public void A_table_that_only_places_things_is_none_and_one_inside_it_is_read() =>
        Assert.Equal([("甲", -1), ("乙\t丙", 0), ("丁\t戊", 0), ("己", -1)],
            Raw(new(Table(Cell(P("甲") + Table(Cell("乙") + Cell("丙"), Cell("丁") + Cell("戊")) + P("己"))))).Select(l => (l.Text, l.Table)));

    [Fact]
    public void A_task_table_is_tasks()
    {
        var document = ReadBytes(new DocxFile(P("望岫县2024年法治政府建设任务分解方案")
            + Table(Cell("序号") + Cell("工作任务") + Cell("牵头单位") + Cell("完成时限"), Cell("1") + Cell("甲事办好。") + Cell("县司法局") + Cell("6月底前"), Cell("2") + Cell("乙事办好。") + Cell("县财政局") + Cell("年底前"))).ToBytes());

        Assert.Equal(["1", "2"], document.Tasks.Select(t => t.Label));
        Assert.Equal(("年底前", new DateOnly(2024, 12, 31)), (document.Tasks[1].Deadlines[0].Text, document.Tasks[1].Deadlines[0].Date));
    }

    [Fact]
    public void Headings_are_known_by_their_outline_level() =>
        Assert.Equal([1, 2, 0], Raw(new(P("甲", "<w:pStyle w:val=\"1\"/>") + P("乙", "<w:outlineLvl w:val=\"1\"/>") + P("丙", "<w:outlineLvl w:val=\"9\"/>")) { Styles = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>" }).Select(l => l.Heading));

    [Fact]
    public void Content_controls_give_their_content_but_not_their_prompt() =>
        Assert.Equal(["甲乙"], Lines(new($"<w:sdt><w:sdtContent>{P($"{R("甲")}<w:sdt><w:sdtContent>{R("乙")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("单击此处输入")}</w:sdtContent></w:sdt>")}</w:sdtContent></w:sdt>")));

    [Fact]
    public void The_title_property_is_the_title_only_where_none_is_printed()
    {
        var body = string.Concat(Plan.Split('\n').Skip(1).Select(l => P(l.Trim())));

        Assert.Equal("望岫县2024年法治政府建设工作要点", ReadBytes(new DocxFile(body) { CoreTitle = "望岫县2024年法治政府建设工作要点" }.ToBytes()).Title.Text);
        Assert.Equal("望岫县2024年法治政府建设工作要点", ReadBytes(new DocxFile(P("望岫县2024年法治政府建设工作要点") + body) { CoreTitle = "云汀县2020年法治政府建设工作要点" }.ToBytes()).Title.Text);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_damaged()
    {
        var bytes = new DocxFile(P("甲")).ToBytes();
        foreach (var length in (int[])[40, bytes.Length / 2, bytes.Length - 10])
        {
            var error = FailBytes(bytes[..length]);
            Assert.Equal(DocumentErrorCode.Damaged, error.Code);
            Assert.Contains("损坏", error.Message);
        }
    }

    [Fact]
    public void Document_type_definitions_and_outside_entities_are_refused()
    {
        var file = new DocxFile("");
        file.Extra["word/document.xml"] = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";

        Assert.Equal(DocumentErrorCode.Damaged, FailBytes(file.ToBytes()).Code);
    }

    [Fact]
    public void What_unpacks_to_more_than_allowed_is_refused()
    {
        var blanks = new DocxFile(P(new string(' ', 4_000_000)));
        Assert.Contains("压缩比", FailBytes(blanks.ToBytes(), new() { MaxExpansionRatio = 20 }).Message);
        Assert.Equal(DocumentErrorCode.TooLarge, FailBytes(blanks.ToBytes(), new() { MaxExpandedBytes = 1_000_000 }).Code);
        Assert.Equal(DocumentErrorCode.TooLarge, FailBytes(new DocxFile(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000))).ToBytes()).Code);
        Assert.Equal(DocumentErrorCode.TooLarge, FailBytes(new DocxFile(string.Concat(Enumerable.Repeat("<w:p/>", 2_000))).ToBytes(), new() { MaxXmlNodes = 1_000 }).Code);
        Assert.Equal(DocumentErrorCode.TooLarge, FailBytes(Zip(Enumerable.Range(0, 100).Select(i => ($"{i}.txt", Array.Empty<byte>()))), new() { MaxArchiveEntries = 50 }).Code);
    }

    /// <summary>The lines that the reader of .docx hands over, blanks as they are cleaned later.</summary>
    internal static IEnumerable<string> Lines(DocxFile file) => Raw(file).Select(l => l.Text);

    private static List<(string Text, int Table, ulong Spanned, int Heading)> Raw(DocxFile file)
    {
        var bytes = file.ToBytes();
        var budget = new ReadBudget(ReadLimits.Default, TestContext.Current.CancellationToken);
        using var package = ZipPackage.Open(bytes, budget);
        var raw = WordReader.Read(bytes, package, budget);
        return [.. raw.Lines.Select(l => (l.Table >= 0 ? raw.Text.Substring(l.Start, l.Length) : Clean(raw.Text.Substring(l.Start, l.Length)), l.Table, l.Spanned, l.Heading))];
    }

    private static string Clean(string line) => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
