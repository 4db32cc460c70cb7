using System.Buffers;
using System.Text;

namespace Fazhi.Search.Exports;

/// <summary>RFC 4180 in UTF-8 with byte order mark, by which spreadsheets know it.</summary>
internal sealed class CsvExport : ExportWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    // What a spreadsheet would take for a formula (OWASP, CSV injection).
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private readonly StreamWriter writer;

    public CsvExport(Stream target)
    {
        writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        Write(ExportRow.Columns.Select(column => column.Heading));
    }

    public override void Write(ExportRow row)
    {
        Write(row.Values);
        writer.Flush();
    }

    public override void Dispose() => writer.Dispose();

    private void Write(IEnumerable<string> values) => writer.WriteLine(string.Join(',', values.Select(Field)));

    private static string Field(string value)
    {
        if (value.Length > 0 && Formula.Contains(value[0]))
            value = "'" + value;
        return value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
