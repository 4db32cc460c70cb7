using static Fazhi.Documents.Tests.DocxFile;

namespace Fazhi.Documents.Tests;

public sealed class DocxNumberingTests
{
    private static readonly string Official = Definition(0, Level(0, "chineseCounting", "%1、", "<w:suff w:val=\"nothing\"/>"), Level(1, "chineseCounting", "（%2）"), Level(2, "decimal", "%3."), Level(3, "decimalEnclosedCircleChinese", "%4"));

    [Fact]
    public void Levels_are_printed_as_a_reader_sees_them_and_begin_anew_below_each_heading() =>
        Check(Official + List(1, 0), [Item("甲", level: 0), Item("乙", level: 1), Item("丙", level: 2), Item("丁", level: 2), Item("戊", level: 3), Item("己", level: 1), Item("庚", level: 2), Item("辛", level: 0), Item("壬", level: 1)],
            ["一、甲", "（一）乙", "1. 丙", "2. 丁", "① 戊", "（二）己", "1. 庚", "二、辛", "（一）壬"]);

    [Fact]
    public void Lists_of_one_definition_go_on_counting_unless_they_begin_anew() =>
        Check(Definition(0, Level(0, "decimal", "%1.")) + List(1, 0) + List(2, 0) + List(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
            [Item("甲"), Item("乙", list: 2), Item("丙", list: 3), Item("丁", list: 3), Item("戊")], ["1. 甲", "2. 乙", "5. 丙", "6. 丁", "7. 戊"]);

    [Fact]
    public void A_list_can_define_a_level_otherwise() =>
        Check(Definition(0, Level(0, "decimal", "%1.")) + List(1, 0, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "ideographTraditional", "%1、", start: 2)}</w:lvlOverride>"), [Item("子"), Item("丑")], ["乙、子", "丙、丑"]);

    [Fact]
    public void Several_numbers_stand_in_one_label_and_legal_ones_in_digits() =>
        Check(Definition(0, Level(0, "chineseCountingThousand", "第%1章", "<w:suff w:val=\"space\"/>"), Level(1, "decimal", "%1.%2", "<w:isLgl/>"), Level(2, "lowerLetter", "%1-%2-%3)")) + List(1, 0),
            [Item("甲"), Item("乙", level: 1), Item("丙", level: 2), Item("丁", level: 1)], ["第一章 甲", "1.1 乙", "一-1-a) 丙", "1.2 丁"]);

    [Fact]
    public void A_level_can_go_on_over_the_headings_above_it() =>
        Check(Definition(0, Level(0, "chineseCounting", "%1、"), Level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>")) + List(1, 0),
            [Item("甲"), Item("乙", level: 1), Item("丙"), Item("丁", level: 1)], ["一、甲", "1. 乙", "二、丙", "2. 丁"]);

    [Fact]
    public void Numbers_come_through_styles_and_what_they_are_based_on()
    {
        var file = new DocxFile(P("甲", Style("h1")) + P("乙", Style("h2")) + P("丙", Style("h2own")) + P("丁", Style("h2") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("戊"))
        {
            Numbering = Definition(0, Level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"h1\"/>"), Level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>")) + List(4, 0),
            Styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"h2own\"><w:basedOn w:val=\"h2\"/></w:style>",
        };

        Assert.Equal(["一、甲", "（一）乙", "（二）丙", "丁", "戊"], DocxTests.Lines(file));
    }

    [Fact]
    public void A_definition_can_stand_behind_a_style_of_lists()
    {
        var file = new DocxFile(Item("甲") + Item("乙"))
        {
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"lists\"/></w:abstractNum>"
                + $"<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"lists\"/>{Level(0, "upperRoman", "%1.")}</w:abstractNum>" + List(1, 0) + List(2, 1),
            Styles = "<w:style w:type=\"numbering\" w:styleId=\"lists\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>",
        };

        Assert.Equal(["I. 甲", "II. 乙"], DocxTests.Lines(file));
    }

    [Fact]
    public void Bullets_are_bullets_and_empty_paragraphs_count_without_being_printed() =>
        Check(Definition(0, Level(0, "decimal", "%1."), Level(1, "bullet", "\uF0B7")) + List(1, 0), [Item("甲"), Item(""), Item("乙", level: 1), Item("丙")], ["1. 甲", "• 乙", "3. 丙"]);

    [Fact]
    public void Forms_of_newer_versions_fall_back() =>
        Check("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimalZero\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>" + List(1, 0),
            [Item("甲")], ["01. 甲"]);

    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircle", 21, "㉑")]
    [InlineData("decimalEnclosedCircleChinese", 51, "51")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 11, "十一")]
    [InlineData("chineseCounting", 20, "二十")]
    [InlineData("chineseCountingThousand", 101, "一百零一")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 1001, "一千零一")]
    [InlineData("taiwaneseCounting", 99, "九十九")]
    [InlineData("japaneseCounting", 15, "十五")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographTraditional", 10, "癸")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("ideographZodiacTraditional", 13, "丙子")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerLetter", 1, "a")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("none", 4, "")]
    [InlineData("unheardOf", 4, "4")]
    public void Numbers_are_written_in_every_form_of_Chinese_documents(string format, int number, string printed) => Assert.Equal(printed, Fazhi.Documents.Word.NumberFormat.Write(number, format));

    private static void Check(string numbering, string[] paragraphs, string[] expected) =>
        Assert.Equal(expected, DocxTests.Lines(new DocxFile(string.Concat(paragraphs)) { Numbering = numbering }));

    private static string Style(string id) => $"<w:pStyle w:val=\"{id}\"/>";
}
