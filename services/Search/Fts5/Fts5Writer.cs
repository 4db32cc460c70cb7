using System.Globalization;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Writes changes within one transaction. Its statements are prepared once for all of them.</summary>
internal sealed class Fts5Writer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteCommand findDocument;
    private readonly SqliteCommand insertDocument;
    private readonly SqliteCommand insertRegion;
    private readonly SqliteCommand insertPassage;
    private readonly SqliteCommand insertTokens;
    private readonly SqliteCommand readPassages;
    private readonly SqliteCommand deleteTokens;

    public Fts5Writer(SqliteConnection connection)
    {
        this.connection = connection;
        findDocument = Prepare("SELECT id, digest FROM documents WHERE name = $name", "$name");
        insertDocument = Prepare(
            """
            INSERT INTO documents (id, name, feed, digest, summary, title, region_name, level, type, plan_kind, status, first_year, last_year, date, passage_count)
            VALUES ($id, $name, $feed, $digest, $summary, $title, $region_name, $level, $type, $plan_kind, $status, $first_year, $last_year, $date, $passage_count)
            RETURNING id
            """,
            "$id", "$name", "$feed", "$digest", "$summary", "$title", "$region_name", "$level", "$type", "$plan_kind", "$status", "$first_year", "$last_year", "$date", "$passage_count");
        insertRegion = Prepare(
            "INSERT INTO document_regions (document_id, depth, key, place, is_own) VALUES ($document, $depth, $key, $place, $is_own)",
            "$document", "$depth", "$key", "$place", "$is_own");
        insertPassage = Prepare(
            "INSERT INTO passages (id, task, label, headings, text, start) VALUES ($id, $task, $label, $headings, $text, $start)",
            "$id", "$task", "$label", "$headings", "$text", "$start");
        insertTokens = Prepare(
            "INSERT INTO passage_tokens (rowid, title, heading, body) VALUES ($id, $title, $heading, $body)",
            "$id", "$title", "$heading", "$body");
        readPassages = Prepare(
            """
            SELECT p.id, d.title, d.region_name, p.headings, p.text
            FROM documents d JOIN passages p ON p.id BETWEEN $first AND $last
            WHERE d.id = $document
            """,
            "$document", "$first", "$last");
        deleteTokens = Prepare(
            "INSERT INTO passage_tokens (passage_tokens, rowid, title, heading, body) VALUES ('delete', $id, $title, $heading, $body)",
            "$id", "$title", "$heading", "$body");
    }

    /// <summary>Makes a change that came from a feed.</summary>
    public void Apply(string feed, IndexChange change)
    {
        switch (change)
        {
            case IndexChange.PutDocument put:
                Put(feed, put.Document);
                break;
            case IndexChange.RemoveDocument remove:
                if (Find(remove.Name) is { } found)
                    Remove(found.Id);
                break;
            case IndexChange.PutRegion put:
                Put(put.Region);
                break;
            case IndexChange.RemoveRegion remove:
                connection.Execute("DELETE FROM regions WHERE code = $code", ("$code", remove.Code));
                break;
        }
    }

    /// <summary>Removes a document with everything that belongs to it.</summary>
    public void Remove(long document)
    {
        var (first, last) = (PassageId.Of(document, 0).Value, PassageId.Of(document, PassageId.MaxPassages - 1).Value);
        Set(readPassages, document, first, last);
        using (var reader = readPassages.ExecuteReader())
        {
            while (reader.Read())
            {
                var tokens = PassageTokens.Of(reader.GetString(1), reader.GetString(2), Json.ToStrings(reader.GetString(3)), reader.GetString(4));
                Run(deleteTokens, reader.GetInt64(0), tokens.Title, tokens.Heading, tokens.Body);
            }
        }
        connection.Execute("DELETE FROM passages WHERE id BETWEEN $first AND $last", ("$first", first), ("$last", last));
        connection.Execute("DELETE FROM document_regions WHERE document_id = $id", ("$id", document));
        connection.Execute("DELETE FROM documents WHERE id = $id", ("$id", document));
    }

    public void Dispose() => commands.ForEach(command => command.Dispose());

    private void Put(string feed, IndexedDocument document)
    {
        var digest = DocumentDigest.Of(document);
        var found = Find(document.Name);
        if (found is { } same && same.Digest.AsSpan().SequenceEqual(digest))
            return;
        if (found is { } old)
            Remove(old.Id);
        Insert(feed, document, digest, found?.Id);
    }

    private void Insert(string feed, IndexedDocument document, byte[] digest, long? oldId)
    {
        var summary = document.Summary;
        var regionName = summary.Region?.FullName ?? "";
        Set(
            insertDocument,
            oldId, document.Name, feed, digest, summary.ToByteArray(), summary.Title, regionName, (int)(summary.Region?.Level ?? 0),
            (int)summary.Type, (int)document.PlanKind, (int)document.Status, document.Years?.First ?? 0, document.Years?.Last ?? 0,
            document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", document.Passages.Count);
        var id = (long)insertDocument.ExecuteScalar()!;

        var path = RegionKey.PathOf(summary.Region);
        for (var depth = 0; depth < path.Count; depth++)
            Run(insertRegion, id, depth, path[depth], RegionKey.PlaceOf(path[depth]), depth == path.Count - 1 ? 1 : 0);

        for (var ordinal = 0; ordinal < document.Passages.Count; ordinal++)
        {
            var passage = document.Passages[ordinal];
            var passageId = PassageId.Of(id, ordinal).Value;
            var tokens = PassageTokens.Of(summary.Title, regionName, passage.Headings, passage.Text);
            Run(insertPassage, passageId, passage.Task, passage.Label, Json.Of(passage.Headings), passage.Text, passage.Start);
            Run(insertTokens, passageId, tokens.Title, tokens.Heading, tokens.Body);
        }
    }

    private void Put(Region region) => connection.Execute(
        """
        INSERT OR REPLACE INTO regions (code, name, full_name, ancestors, short_names, former_names)
        VALUES ($code, $name, $full_name, $ancestors, $short_names, $former_names)
        """,
        ("$code", region.Code),
        ("$name", region.Name),
        ("$full_name", region.FullName),
        ("$ancestors", Json.Of(region.Ancestors)),
        ("$short_names", Json.Of(region.ShortNames)),
        ("$former_names", Json.Of(region.FormerNames)));

    private (long Id, byte[] Digest)? Find(string name)
    {
        Set(findDocument, name);
        using var reader = findDocument.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        commands.Add(command);
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
