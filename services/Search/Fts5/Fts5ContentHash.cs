using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Hashes the rows of an index in an order that does not depend on how they came into it.</summary>
internal static class Fts5ContentHash
{
    // Ids and versions are left out: they follow the order of arrival. The tokens follow from the passages.
    private static readonly string[] Contents =
    [
        "SELECT name, feed, digest, summary, columns FROM documents ORDER BY name",
        "SELECT d.name, p.id & 65535, p.content FROM documents d JOIN passages p ON p.id BETWEEN d.id << 16 AND (d.id << 16) + 65535 ORDER BY d.name, p.id",
        "SELECT d.name, t.day, t.passage & 65535 FROM documents d JOIN deadlines t ON t.passage >> 16 = d.id ORDER BY d.name, t.passage, t.day",
        "SELECT code, content FROM regions ORDER BY code",
    ];

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Of(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in Contents)
        {
            using var command = connection.Command(sql);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                Append(hash, reader);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, SqliteDataReader row)
    {
        for (var column = 0; column < row.FieldCount; column++)
        {
            var value = row.GetValue(column) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(row.GetString(column));
            hash.AppendData(BitConverter.GetBytes(value.Length));
            hash.AppendData(value);
        }
    }
}
