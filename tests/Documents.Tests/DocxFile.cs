using System.IO.Compression;
using System.Text;

namespace Fazhi.Documents.Tests;

/// <summary>A .docx made by its parts, as small as Word accepts it.</summary>
internal sealed class DocxFile
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Namespaces = W + """
         xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
         xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
         xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """;

    private readonly string _body;

    /// <summary>A document with the given content of w:body.</summary>
    public DocxFile(string body) => _body = body;

    public string? Styles { get; init; }

    public string? Numbering { get; init; }

    public string? Footnotes { get; init; }

    public string? Endnotes { get; init; }

    public string? CoreTitle { get; init; }

    /// <summary>Further files, or others in the place of the usual ones.</summary>
    public Dictionary<string, string> Extra { get; } = [];

    /// <summary>A paragraph; markup in the text stays markup.</summary>
    public static string P(string text, string properties = "") => $"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{(text.StartsWith('<') ? text : R(text))}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A paragraph of a list.</summary>
    public static string Item(string text, int list = 1, int level = 0) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Level(int level, string format, string text, string more = "", int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    public static string Definition(int id, params string[] levels) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    public static string List(int id, int definition, string overrides = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{overrides}</w:num>";

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(r => $"<w:tr>{r}</w:tr>"))}</w:tbl>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{(text.StartsWith("<w:p>", StringComparison.Ordinal) || text.StartsWith("<w:tbl>", StringComparison.Ordinal) ? text : P(text))}</w:tc>";

    public static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public byte[] ToBytes()
    {
        var kinds = new List<(string Kind, string? Content)> { ("styles", Styles), ("numbering", Numbering), ("footnotes", Footnotes), ("endnotes", Endnotes) };
        kinds.RemoveAll(k => k.Content is null);
        var parts = kinds.ToDictionary(k => $"word/{k.Kind}.xml", k => $"<w:{k.Kind} {Namespaces}>{k.Content}</w:{k.Kind}>");
        parts["word/document.xml"] = $"<w:document {Namespaces}><w:body>{_body}<w:sectPr/></w:body></w:document>";
        parts["_rels/.rels"] = Relationships([("officeDocument", "word/document.xml"), .. CoreTitle is null ? [] : ((string, string)[])[("core", "docProps/core.xml")]]);
        parts["word/_rels/document.xml.rels"] = Relationships(kinds.Select(k => (k.Kind, k.Kind + ".xml")));
        if (CoreTitle is not null)
            parts["docProps/core.xml"] = $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{CoreTitle}</dc:title></cp:coreProperties>";
        parts["[Content_Types].xml"] = $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            {string.Concat(kinds.Select(k => $"<Override PartName=\"/word/{k.Kind}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{k.Kind}+xml\"/>"))}
            {(CoreTitle is null ? "" : "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")}</Types>
            """;
        foreach (var (name, text) in Extra)
            parts[name] = text;
        return Zip(parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static string Relationships(IEnumerable<(string Kind, string Target)> targets)
    {
        var number = 0;
        return $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(targets.Select(t => $"<Relationship Id=\"r{++number}\" Type=\"{TypeOf(t.Kind)}\" Target=\"{t.Target}\"/>"))}</Relationships>";
    }

    private static string TypeOf(string kind) => kind == "core"
        ? "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        : $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}";
}
