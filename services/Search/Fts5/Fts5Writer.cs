using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Writes changes of feeds, in transactions of whoever calls. Its statements are prepared once.</summary>
internal sealed class Fts5Writer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteCommand findDocument;
    private readonly SqliteCommand insertDocument;
    private readonly SqliteCommand touchDocument;
    private readonly SqliteCommand insertPassage;
    private readonly SqliteCommand insertTokens;
    private readonly SqliteCommand insertDeadline;
    private readonly SqliteCommand deleteTokens;
    private readonly SqliteCommand deleteDeadline;
    private readonly SqliteCommand findRemoval;
    private readonly SqliteCommand insertRemoval;
    private readonly SqliteCommand deleteRemoval;
    private long nextDocument;

    public Fts5Writer(SqliteConnection connection)
    {
        this.connection = connection;
        findDocument = Prepare("SELECT id, version, digest FROM documents WHERE name = $1", 1);
        insertDocument = Prepare("INSERT INTO documents (id, name, feed, version, digest, summary, columns) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        touchDocument = Prepare("UPDATE documents SET version = $2 WHERE id = $1", 2);
        insertPassage = Prepare("INSERT INTO passages (id, content) VALUES ($1, $2)", 2);
        insertTokens = Prepare("INSERT INTO passage_tokens (rowid, title, region, heading, body, units, tags) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        insertDeadline = Prepare("INSERT OR IGNORE INTO deadlines (day, passage) VALUES ($1, $2)", 2);
        deleteTokens = Prepare("DELETE FROM passage_tokens WHERE rowid = $1", 1);
        deleteDeadline = Prepare("DELETE FROM deadlines WHERE day = $1 AND passage = $2", 2);
        findRemoval = Prepare("SELECT version FROM removals WHERE feed = $1 AND key = $2", 2);
        insertRemoval = Prepare("INSERT OR REPLACE INTO removals (feed, key, version) VALUES ($1, $2, $3)", 3);
        deleteRemoval = Prepare("DELETE FROM removals WHERE feed = $1 AND key = $2", 2);
    }

    /// <summary>What the transaction has changed so far.</summary>
    public Fts5Delta Delta { get; private set; } = new();

    /// <summary>Begins with a transaction.</summary>
    public void Begin()
    {
        Delta = new Fts5Delta();
        nextDocument = (long)connection.Scalar("SELECT next_document FROM state")!;
    }

    /// <summary>Whether a document is there with this digest.</summary>
    public bool Has(string name, byte[] digest) => Find(name) is { } found && found.Digest.AsSpan().SequenceEqual(digest);

    /// <summary>Ends it: the generation that it makes; the one before where nothing changed that a search can see.</summary>
    public long End() => (long)connection.Scalar(
        "UPDATE state SET generation = generation + $step, next_document = $next RETURNING generation",
        ("$step", Delta.IsEmpty ? 0 : 1),
        ("$next", nextDocument))!;

    /// <summary>Makes changes of a feed and remembers how far they reach.</summary>
    public void Apply(string feed, IReadOnlyList<PreparedChange> changes, string position, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Apply(feed, change);
        }
        connection.Execute("INSERT OR REPLACE INTO feeds (feed, position) VALUES ($feed, $position)", ("$feed", feed), ("$position", position));
    }

    /// <summary>Drops everything of a feed.</summary>
    public void Reset(string feed)
    {
        foreach (var id in connection.Query("SELECT id FROM documents WHERE feed = $feed", row => row.GetInt64(0), ("$feed", feed)))
            Remove(id);
        connection.Execute("DELETE FROM removals WHERE feed = $feed", ("$feed", feed));
        connection.Execute("DELETE FROM feeds WHERE feed = $feed", ("$feed", feed));
        if (feed == FeedNames.Units)
            Delta.Regions |= connection.Execute("DELETE FROM regions") > 0;
    }

    public void Dispose() => commands.ForEach(command => command.Dispose());

    private void Apply(string feed, PreparedChange prepared)
    {
        switch (prepared.Change)
        {
            case IndexChange.PutDocument put:
                Put(feed, put, prepared);
                break;
            case IndexChange.RemoveDocument remove:
                if (Find(remove.Name) is not { } found)
                    MarkRemoved(feed, remove.Name, remove.Version);
                else if (found.Version <= remove.Version)
                {
                    Remove(found.Id);
                    MarkRemoved(feed, remove.Name, remove.Version);
                }
                break;
            case IndexChange.PutRegion put:
                Put(feed, put.Region, put.Version);
                break;
            case IndexChange.RemoveRegion remove:
                Delta.Regions |= connection.Execute("DELETE FROM regions WHERE code = $code AND version <= $version", ("$code", remove.Code), ("$version", remove.Version)) > 0;
                MarkRemoved(feed, remove.Code, remove.Version);
                break;
        }
    }

    private void Put(string feed, IndexChange.PutDocument put, PreparedChange prepared)
    {
        var name = put.Document.Name;
        if (IsOutdated(feed, name, put.Version))
            return;
        if (Find(name) is { } found)
        {
            if (found.Version > put.Version)
                return;
            if (found.Digest.AsSpan().SequenceEqual(prepared.Digest))
            {
                Run(touchDocument, found.Id, put.Version);
                return;
            }
            Remove(found.Id);
        }
        Insert(feed, put, prepared);
        Run(deleteRemoval, feed, name);
    }

    private void Insert(string feed, IndexChange.PutDocument put, PreparedChange prepared)
    {
        var document = put.Document;
        var content = prepared.Content;
        var id = nextDocument++;
        Run(insertDocument, id, document.Name, feed, put.Version, prepared.Digest, document.Summary.ToByteArray(), content.Columns.ToBytes());
        for (var ordinal = 0; ordinal < content.Tokens.Count; ordinal++)
        {
            var passage = PassageId.Of(id, ordinal).Value;
            var tokens = content.Tokens[ordinal];
            Run(insertPassage, passage, content.Passages[ordinal]);
            Run(insertTokens, passage, tokens.Title, tokens.Region, tokens.Heading, tokens.Body, tokens.Units, content.Tags[ordinal]);
            foreach (var day in document.Passages[ordinal].Deadlines)
                Run(insertDeadline, (long)day.DayNumber, passage);
        }
        Delta.Added.Add((id, document.Name, content.Columns));
    }

    private void Remove(long id)
    {
        var (first, last) = (PassageId.Of(id, 0).Value, PassageId.Of(id, PassageId.MaxPassages - 1).Value);
        foreach (var (passage, days) in connection.Query(
            "SELECT id, content FROM passages WHERE id BETWEEN $first AND $last",
            row => (row.GetInt64(0), PassageRecord.Read(row.GetFieldValue<byte[]>(1)).Deadlines),
            ("$first", first),
            ("$last", last)))
        {
            Run(deleteTokens, passage);
            foreach (var day in days)
                Run(deleteDeadline, (long)day.DayNumber, passage);
        }
        connection.Execute("DELETE FROM passages WHERE id BETWEEN $first AND $last", ("$first", first), ("$last", last));
        connection.Execute("DELETE FROM documents WHERE id = $id", ("$id", id));
        if (Delta.Added.RemoveAll(added => added.Id == id) == 0)
            Delta.Removed.Add(id);
    }

    private void Put(string feed, Region region, long version)
    {
        if (IsOutdated(feed, region.Code, version))
            return;
        Delta.Regions |= connection.Execute(
            """
            INSERT INTO regions (code, version, content) VALUES ($code, $version, $content)
            ON CONFLICT (code) DO UPDATE SET version = $version, content = $content WHERE version <= $version
            """,
            ("$code", region.Code),
            ("$version", version),
            ("$content", Json.Of(region))) > 0;
        Run(deleteRemoval, feed, region.Code);
    }

    private bool IsOutdated(string feed, string key, long version)
    {
        Set(findRemoval, feed, key);
        return findRemoval.ExecuteScalar() is long removed && removed > version;
    }

    private void MarkRemoved(string feed, string key, long version)
    {
        if (!IsOutdated(feed, key, version))
            Run(insertRemoval, feed, key, version);
    }

    private (long Id, long Version, byte[] Digest)? Find(string name)
    {
        Set(findDocument, name);
        using var reader = findDocument.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)) : null;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        commands.Add(command);
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
