using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhi.Search.Fts5;

/// <summary>Lists of strings or numbers as SQLite's json_each takes them.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(IEnumerable<T> values) => JsonSerializer.Serialize(values, Plain);

    public static IReadOnlyList<string> ToStrings(string json) => JsonSerializer.Deserialize<string[]>(json)!;
}
