using System.Text.Json;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Writes what the index of the state holds (see state.json).</summary>
internal static class StateJson
{
    /// <summary>Id of the position of a feed.</summary>
    public static string IdOfFeed(string feed) => $"feed:{feed}";

    /// <summary>Id of a region.</summary>
    public static string IdOfRegion(string code) => $"region:{code}";

    /// <summary>Writes a region.</summary>
    public static void Write(Utf8JsonWriter writer, Region region)
    {
        writer.WriteStartObject();
        writer.WriteString("feed", FeedNames.Units);
        writer.WriteString("name", region.Code);
        writer.WriteString("digest", Convert.ToBase64String(RegionDigest.Of(region)));
        writer.WritePropertyName("shown");
        JsonSerializer.Serialize(writer, region, ElasticsearchJson.Default.Region);
        writer.WriteEndObject();
    }
}
