using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>How far an index has come with each feed.</summary>
internal static class Fts5Positions
{
    /// <summary>The position of a feed; empty when nothing of it was taken in yet.</summary>
    public static string Of(SqliteConnection connection, string feed) =>
        (string?)connection.Scalar("SELECT position FROM feeds WHERE feed = $feed", ("$feed", feed)) ?? "";
}
