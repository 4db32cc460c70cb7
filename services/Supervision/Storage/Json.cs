using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhi.Supervision.Storage;

/// <summary>Lists that are read and written as a whole, as JSON that a person can read in the database.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException("null where a list was stored");
}
