using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;

namespace Fazhi.Documents.Word;

/// <summary>
/// Writes WordprocessingML as lines, as a reader sees them: numbers printed, tracked changes accepted, hidden text, comments and page numbers left out.
/// </summary>
internal sealed class WordWriter(WordStyles styles, WordNumbering numbering, ReadBudget budget)
{
    private const char SymbolBullet = '•';

    private readonly List<(bool IsEnd, string Id)> _notes = [];
    private FieldStack _fields = new(areBalanced: false);
    private int _tables;
    private long _written;

    /// <summary>The notes referred to, in the order of the text.</summary>
    public IReadOnlyList<(bool IsEnd, string Id)> Notes => _notes;

    public List<WordLine> Write(OpenXmlElement container)
    {
        var flow = new WordFlow(inCell: false);
        WriteApart(container, flow);
        return flow.Lines;
    }

    /// <summary>What stands in a box or a note of its own: the fields around it do not reach into it.</summary>
    private void WriteApart(OpenXmlElement container, WordFlow flow)
    {
        var outer = _fields;
        _fields = new(areBalanced: container.Descendants().Sum(FieldDepth) == 0);
        WriteBlocks(container, flow);
        if (flow.Carried.Length > 0)
            AddParagraph(flow, flow.Carried.ToString(), 0);
        flow.Carried.Clear();
        _fields = outer;
    }

    private void WriteBlocks(OpenXmlElement container, WordFlow flow)
    {
        foreach (var block in container)
        {
            budget.Spend();
            switch (block.LocalName)
            {
                case "p":
                    WriteParagraph(block, flow);
                    break;
                case "tbl":
                    WriteTable(block, flow);
                    break;
                case "sdt" when IsContents(block):
                    break;
                case "AlternateContent":
                    WriteBlocks(block.Child("Choice") ?? block.Child("Fallback") ?? block, flow);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag":
                    WriteBlocks(block, flow);
                    break;
            }
        }
    }

    private static bool IsContents(OpenXmlElement sdt) =>
        sdt.Child("sdtPr").Child("docPartObj").Value("docPartGallery") is "Table of Contents" || sdt.Child("sdtPr").Child("showingPlcHdr") is not null;

    private void WriteParagraph(OpenXmlElement paragraph, WordFlow flow)
    {
        var properties = paragraph.Child("pPr");
        var style = styles.Of(properties.Value("pStyle"));
        var mark = properties.Child("rPr");
        var inContents = _fields.InContents;
        var words = new ParagraphText(style.Hidden);
        WriteInline(paragraph, words);
        inContents |= _fields.InContents;
        _fields.EndParagraph();
        var markHidden = mark.Toggle("vanish") ?? style.Hidden;
        var isEmpty = IsBlank(words.Text);
        foreach (var line in words.Before)
            Add(flow, line);
        if (style.IsContents || (inContents && isEmpty))
        {
            RemoveContentsTitle(flow);
            return;
        }

        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null || (markHidden && !isEmpty))
            flow.Carried.Append(words.Text);
        else if (!(markHidden && isEmpty))
            EndParagraph(flow, properties, style, words, isEmpty && flow.Carried.Length == 0);
        foreach (var line in words.After)
            Add(flow, line);
    }

    private void EndParagraph(WordFlow flow, OpenXmlElement? properties, ParagraphStyle style, ParagraphText words, bool isEmpty)
    {
        var number = numbering.Next(properties.Child("numPr"), style) ?? "";
        var outline = properties.Number("outlineLvl") ?? style.Outline ?? -1;
        if (!isEmpty || (flow.InCell && number.Length > 0))
            AddParagraph(flow, number + flow.Carried + words.Text, outline is >= 0 and < 9 ? outline + 1 : 0);
        flow.Carried.Clear();
    }

    /// <summary>The heading 目录 goes with the contents below it.</summary>
    private static void RemoveContentsTitle(WordFlow flow)
    {
        if (flow.Lines.Count > 0 && string.Concat(flow.Lines[^1].Text.Where(c => !char.IsWhiteSpace(c))) == "目录")
            flow.Lines.RemoveAt(flow.Lines.Count - 1);
    }

    private void AddParagraph(WordFlow flow, string text, int heading)
    {
        foreach (var line in text.Split('\n'))
            Add(flow, new(line, Heading: heading));
    }

    private void Add(WordFlow flow, WordLine line)
    {
        _written += line.Text.Length;
        ReadBudget.Require((int)Math.Min(_written, int.MaxValue), budget.Limits.MaxTextLength, "文字长度");
        flow.Lines.Add(line);
        ReadBudget.Require(flow.Lines.Count, budget.Limits.MaxParagraphs, "段落数");
    }

    private void WriteInline(OpenXmlElement container, ParagraphText words)
    {
        foreach (var element in container)
        {
            budget.Spend();
            switch (element.LocalName)
            {
                case "pPr" or "rPr" or "sdtPr" or "commentReference" or "annotationRef" or "footnoteRef" or "endnoteRef" or "pgNum" or "delText" or "delInstrText" or "rt":
                    break;
                case "instrText":
                    _fields.AddInstruction(element.InnerText);
                    break;
                case "del" or "moveFrom":
                    FollowFields(element);
                    break;
                case "r":
                    WriteRun(element, words);
                    break;
                case "fldSimple" when FieldStack.IsNoContent(element.Attribute("instr")):
                    break;
                case "sdt" when element.Child("sdtPr").Child("showingPlcHdr") is not null:
                    break;
                case "AlternateContent":
                    WriteAlternative(element, words);
                    break;
                case "txbxContent":
                    WriteBox(element, words);
                    break;
                default:
                    if (!WriteCharacter(element, words))
                        WriteInline(element, words);
                    break;
            }
        }
    }

    private void WriteRun(OpenXmlElement run, ParagraphText words)
    {
        var properties = run.Child("rPr");
        var outer = words.Hidden;
        words.Hidden = properties.Toggle("vanish") ?? (properties.Value("rStyle") is { } style ? styles.Hides(style) : null) ?? outer;
        WriteInline(run, words);
        words.Hidden = outer;
    }

    /// <summary>The first choice is what Word 2010 and later show; the fallback repeats it for older ones.</summary>
    private void WriteAlternative(OpenXmlElement alternative, ParagraphText words)
    {
        var before = words.Size;
        if (alternative.Child("Choice") is { } choice)
            WriteInline(choice, words);
        if (words.Size == before && alternative.Child("Fallback") is { } fallback)
            WriteInline(fallback, words);
    }

    /// <summary>A text box is no part of the sentence that it is anchored in.</summary>
    private void WriteBox(OpenXmlElement content, ParagraphText words)
    {
        if (_fields.Hides || words.Hidden)
            return;
        var flow = new WordFlow(inCell: false);
        WriteApart(content, flow);
        (words.Text.Length == 0 ? words.Before : words.After).AddRange(flow.Lines);
    }

    /// <summary>Writes an element that stands for characters; false when it is none.</summary>
    private bool WriteCharacter(OpenXmlElement element, ParagraphText words)
    {
        var shown = element.LocalName switch
        {
            "t" => element.InnerText,
            "tab" or "ptab" => "\t",
            "br" or "cr" => "\n",
            "noBreakHyphen" => "-",
            "softHyphen" => "",
            "sym" => Symbol(element),
            "fldChar" => FieldChar(element),
            "footnoteReference" or "endnoteReference" => Note(element, words),
            _ => null,
        };
        if (shown is null)
            return false;
        if (!_fields.Hides && !words.Hidden)
            words.Text.Append(element.LocalName == "t" ? shown.Replace('\n', ' ') : shown);
        return true;
    }

    private string FieldChar(OpenXmlElement element)
    {
        switch (element.Attribute("fldCharType"))
        {
            case "begin":
                _fields.Begin();
                break;
            case "separate":
                _fields.Separate();
                break;
            case "end":
                return _fields.End();
        }

        return "";
    }

    private static int FieldDepth(OpenXmlElement element) =>
        element.LocalName != "fldChar" ? 0 : element.Attribute("fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };

    /// <summary>Fields that begin or end in deleted text begin or end all the same.</summary>
    private void FollowFields(OpenXmlElement deleted)
    {
        foreach (var field in deleted.Descendants().Where(e => e.LocalName == "fldChar"))
        {
            budget.Spend();
            FieldChar(field);
        }
    }

    private string Note(OpenXmlElement element, ParagraphText words)
    {
        if (!_fields.Hides && !words.Hidden && element.Attribute("id") is { } id)
            _notes.Add((element.LocalName == "endnoteReference", id));
        return "";
    }

    /// <summary>A character of a symbol font: its own code where it is an ordinary one, else what the common fonts draw there.</summary>
    private static string Symbol(OpenXmlElement element)
    {
        if (!int.TryParse(element.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code is <= 0x20 or > 0xFFFD || char.IsSurrogate((char)code))
            return "";
        if (code is < 0xF000 or > 0xF0FF)
            return ((char)code).ToString();
        var font = element.Attribute("font") ?? "";
        var isWingdings = font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase);
        return (code & 0xFF) switch
        {
            0x6F or 0xA8 when isWingdings => "□",
            0x52 or 0xFE when isWingdings => "☑",
            0xFC when isWingdings => "√",
            >= 0x81 and <= 0x8A when isWingdings => NumberFormat.Write((code & 0xFF) - 0x80, "decimalEnclosedCircle"),
            0xB3 when !isWingdings => "≥",
            0xA3 when !isWingdings => "≤",
            0xB4 when !isWingdings => "×",
            0xB1 when !isWingdings => "±",
            > 0x20 and < 0x7F when !isWingdings && !font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase) => ((char)(code & 0xFF)).ToString(),
            _ => SymbolBullet.ToString(),
        };
    }

    private void WriteTable(OpenXmlElement element, WordFlow flow)
    {
        var table = WordTable.Read(element, budget);
        if (!table.IsData)
        {
            foreach (var cell in table.Rows.SelectMany(r => r).Where(c => !c.GoesOn))
                WriteBlocks(cell.Element, flow);
            return;
        }

        var number = _tables++;
        foreach (var row in table.Rows)
        {
            var cells = new string[table.Columns];
            ulong spanned = 0;
            foreach (var cell in row)
            {
                budget.Spend();
                if (cell.GoesOn)
                    spanned |= 1UL << cell.Column;
                else
                    cells[cell.Column] = (cells[cell.Column] + " " + CellText(cell.Element)).Trim();
            }

            Add(flow, new(string.Join('\t', cells), number, spanned));
        }
    }

    private string CellText(OpenXmlElement cell)
    {
        var flow = new WordFlow(inCell: true);
        WriteBlocks(cell, flow);
        return (flow.InOneLine() + flow.Carried.ToString().Replace('\n', ' ')).Trim();
    }

    private static bool IsBlank(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }

        return true;
    }

    private sealed class ParagraphText(bool hidden)
    {
        public StringBuilder Text { get; } = new();

        public bool Hidden { get; set; } = hidden;

        public List<WordLine> Before { get; } = [];

        public List<WordLine> After { get; } = [];

        public int Size => Text.Length + Before.Count + After.Count;
    }
}
