using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhi.Search.Exports;

/// <summary>One JSON object a line; what has no value is left out.</summary>
internal sealed class JsonLinesExport(Stream target) : ExportWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write(ExportRow row)
    {
        using (var writer = new Utf8JsonWriter(target, Options))
        {
            writer.WriteStartObject();
            foreach (var ((_, key, _), value) in ExportRow.Columns.Zip(row.Values))
            {
                if (value.Length > 0)
                    writer.WriteString(key, value);
            }
            writer.WriteEndObject();
        }
        target.WriteByte((byte)'\n');
    }

    public override void Dispose()
    {
    }
}
