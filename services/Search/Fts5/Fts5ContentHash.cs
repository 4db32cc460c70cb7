using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Hashes the rows of an index in an order that does not depend on how they came into it.</summary>
internal static class Fts5ContentHash
{
    // Ids are left out: they follow the order of arrival. The vocabulary has each token with how many passages have it, and how often.
    private static readonly string[] Contents =
    [
        """
        SELECT name, feed, digest, summary, title, region_name, level, type, plan_kind, status, first_year, last_year, date, passage_count
        FROM documents ORDER BY name
        """,
        "SELECT d.name, r.depth, r.key, r.place, r.is_own FROM document_regions r JOIN documents d ON d.id = r.document_id ORDER BY d.name, r.depth",
        $"""
        SELECT d.name, p.id - (d.id << 16), p.task, p.label, p.headings, p.text, p.start
        FROM passages p JOIN documents d ON d.id = {PassageId.DocumentSql("p.id")} ORDER BY d.name, p.id
        """,
        "SELECT term, col, doc, cnt FROM passage_vocabulary",
        "SELECT code, name, full_name, ancestors, short_names, former_names FROM regions ORDER BY code",
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
