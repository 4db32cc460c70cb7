using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhi.Units.Storage;

/// <summary>Lists inside a row are JSON, with Chinese characters as they are, so that SQL can look into them.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Write<T>(IEnumerable<T> list) => JsonSerializer.Serialize(list, _options);

    public static T[] Read<T>(string json) => JsonSerializer.Deserialize<T[]>(json, _options) ?? [];
}
