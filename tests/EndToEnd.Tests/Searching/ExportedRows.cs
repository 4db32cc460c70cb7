using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Fazhi.Search.V1;
using Microsoft.VisualBasic.FileIO;

namespace Fazhi.EndToEnd.Tests.Searching;

/// <summary>Reads exported files back, each form with a reader that knows nothing of the platform.</summary>
internal static class ExportedRows
{
    private const int Text = 10;
    private const int Name = 14;

    /// <summary>Resource name and text of each row, without the headings.</summary>
    public static List<(string Name, string Text)> Read(ExportFormat format, byte[] file) => format switch
    {
        ExportFormat.Csv => ReadCsv(file),
        ExportFormat.JsonLines => ReadJsonLines(file),
        ExportFormat.Xlsx => ReadWorkbook(file),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static List<(string Name, string Text)> ReadCsv(byte[] file)
    {
        Assert.Equal("\r\n"u8, file.AsSpan(file.Length - 2));
        using var reader = new TextFieldParser(new MemoryStream(file), Encoding.UTF8) { Delimiters = [","], TrimWhiteSpace = false };
        var rows = new List<(string, string)>();
        while (reader.ReadFields() is { } fields)
            rows.Add((fields[Name], fields[Text]));
        return rows[1..];
    }

    private static List<(string Name, string Text)> ReadJsonLines(byte[] file)
    {
        Assert.Equal((byte)'\n', file[^1]);
        return [.. Encoding.UTF8.GetString(file).Split('\n')[..^1].Select(line =>
        {
            var row = JsonElement.Parse(line);
            return (row.GetProperty("name").GetString()!, row.GetProperty("text").GetString()!);
        })];
    }

    private static List<(string Name, string Text)> ReadWorkbook(byte[] file)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        return [.. sheet.Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().ToList()).Select(cells => (cells[Name].InnerText, cells[Text].InnerText))];
    }
}
