using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhi.Search.Fts5;

/// <summary>Values as JSON: lists for SQLite's json_each, and what is read whole.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Plain);

    public static T To<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
