using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Fazhi.Search.Exports;

/// <summary>
/// An Office Open XML workbook (ECMA-376) with one sheet. Its parts are written one after the other into the archive as the rows come: nothing of it is held. The package classes of the
/// library would hold the whole sheet until its end, so the few fixed parts around it are written here.
/// </summary>
internal sealed class XlsxExport : ExportWriter
{
    /// <summary>Rows that a sheet can have under its headings.</summary>
    public const int MaxRows = 1_048_575;

    private const int MaxCellLength = 32_767;
    // Places among the formats of cells (cellXfs).
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive archive;
    private readonly Stream sheet;
    private readonly OpenXmlWriter writer;
    private int rows;

    public XlsxExport(Stream target)
    {
        archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Write("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        Write("_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Write("xl/workbook.xml", $"""
            <workbook xmlns="{Spreadsheet}" xmlns:r="{Relationships}"><bookViews><workbookView/></bookViews><sheets><sheet name="检索结果" sheetId="1" r:id="r1"/></sheets></workbook>
            """);
        Write("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>
            """);
        Write("xl/styles.xml", $"""
            <styleSheet xmlns="{Spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>
            """);
        sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        writer = OpenXmlWriter.Create(sheet, Encoding.UTF8);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(HeadingsStay()) { WorkbookViewId = 0, TabSelected = true }));
        writer.WriteElement(new Columns(ExportRow.Columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Write(ExportRow.Columns.Select(column => column.Heading), Bold);
    }

    public override void Write(ExportRow row) => Write(row.Values, Plain);

    public override void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{(char)('A' + ExportRow.Columns.Count - 1)}{rows}" });
        writer.WriteEndElement();
        writer.Dispose();
        sheet.Dispose();
        archive.Dispose();
    }

    private static Pane HeadingsStay() => new() { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };

    private void Write(IEnumerable<string> values, uint style)
    {
        rows++;
        writer.WriteStartElement(new Row());
        foreach (var value in values)
        {
            writer.WriteElement(new Cell(new InlineString(new CellText(Printable(value)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            });
        }
        writer.WriteEndElement();
    }

    private void Write(string name, string xml)
    {
        using var entry = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
        entry.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }

    // A cell is no longer than this, and XML knows no control characters.
    private static string Printable(string value)
    {
        var kept = new StringBuilder(Math.Min(value.Length, MaxCellLength));
        for (var i = 0; i < value.Length && kept.Length < MaxCellLength - 1; i++)
        {
            if (XmlConvert.IsXmlChar(value[i]))
                kept.Append(value[i]);
            else if (i + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[i + 1], value[i]))
                kept.Append(value[i]).Append(value[++i]);
        }
        return kept.ToString();
    }
}
