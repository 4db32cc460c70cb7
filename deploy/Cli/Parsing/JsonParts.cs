using System.Text.Json;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>What several parts of the JSON share.</summary>
internal static class JsonParts
{
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteRange(this Utf8JsonWriter json, TextRange range)
    {
        json.WriteNumber("start", range.Start);
        json.WriteNumber("length", range.Length);
    }
}
