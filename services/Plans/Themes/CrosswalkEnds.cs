using System.Text.Json;

namespace Fazhi.Plans.Themes;

/// <summary>Which catalogues a crosswalk is between: what must be known before it can be checked.</summary>
internal static class CrosswalkEnds
{
    /// <summary>The ids of both; empty where the text does not say, which the check of the whole then tells.</summary>
    public static (string From, string To) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return (TextOf(document.RootElement, "from"), TextOf(document.RootElement, "to"));
        }
        catch (JsonException error)
        {
            throw Fazhi.Hosting.FazhiException.InvalidArgument("json", $"不是 JSON：第 {error.LineNumber + 1} 行第 {error.BytePositionInLine + 1} 字节", "THEMES_INVALID");
        }
    }

    private static string TextOf(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
