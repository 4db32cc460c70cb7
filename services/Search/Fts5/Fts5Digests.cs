using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>What came from a feed, as digests.</summary>
internal static class Fts5Digests
{
    /// <summary>Ordered by name, read as they are asked for.</summary>
    public static IEnumerable<ContentDigest> Of(SqliteConnection connection, string feed)
    {
        using var command = feed == FeedNames.Units
            ? connection.Command("SELECT code, content FROM regions ORDER BY code")
            : connection.Command("SELECT name, digest FROM documents WHERE feed = $feed ORDER BY name", ("$feed", feed));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new ContentDigest(
                reader.GetString(0),
                feed == FeedNames.Units ? RegionDigest.Of(Json.To<Region>(reader.GetString(1))) : reader.GetFieldValue<byte[]>(1));
        }
    }
}
