using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Microsoft.Data.Sqlite;
using static Fazhi.Search.Fts5.PreparedContent;

namespace Fazhi.Search.Fts5;

/// <summary>Writes changes of feeds, in transactions of whoever calls. Its statements are prepared once.</summary>
internal sealed class Fts5Writer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<Fts5Statement> statements = [];
    private readonly Fts5Statement findDocument;
    private readonly Fts5Statement insertDocument;
    private readonly Fts5Statement touchDocument;
    private readonly Fts5Statement insertDocumentTokens;
    private readonly Fts5Statement insertPassage;
    private readonly Fts5Statement insertPassageTokens;
    private readonly Fts5Statement insertDeadline;
    private readonly Fts5Statement deletePassageTokens;
    private readonly Fts5Statement deleteDeadline;
    private readonly Fts5Statement findRemoval;
    private readonly Fts5Statement insertRemoval;
    private readonly Fts5Statement deleteRemoval;
    private long nextDocument;

    public Fts5Writer(SqliteConnection connection)
    {
        this.connection = connection;
        findDocument = Prepare("SELECT id, version, digest FROM documents WHERE name = ?1");
        insertDocument = Prepare("INSERT INTO documents (id, name, feed, version, digest, summary, columns) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        touchDocument = Prepare("UPDATE documents SET version = ?2 WHERE id = ?1");
        insertDocumentTokens = Prepare("INSERT INTO document_tokens (rowid, title, region) VALUES (?1, ?2, ?3)");
        insertPassage = Prepare("INSERT INTO passages (id, content) VALUES (?1, ?2)");
        insertPassageTokens = Prepare("INSERT INTO passage_tokens (rowid, heading, body, units, tags) VALUES (?1, ?2, ?3, ?4, ?5)");
        insertDeadline = Prepare("INSERT OR IGNORE INTO deadlines (day, passage) VALUES (?1, ?2)");
        deletePassageTokens = Prepare("DELETE FROM passage_tokens WHERE rowid = ?1");
        deleteDeadline = Prepare("DELETE FROM deadlines WHERE day = ?1 AND passage = ?2");
        findRemoval = Prepare("SELECT version FROM removals WHERE feed = ?1 AND key = ?2");
        insertRemoval = Prepare("INSERT OR REPLACE INTO removals (feed, key, version) VALUES (?1, ?2, ?3)");
        deleteRemoval = Prepare("DELETE FROM removals WHERE feed = ?1 AND key = ?2");
    }

    /// <summary>What the transaction has changed so far.</summary>
    public Fts5Delta Delta { get; private set; } = new();

    /// <summary>Begins with a transaction.</summary>
    public void Begin()
    {
        Delta = new Fts5Delta();
        nextDocument = (long)connection.Scalar("SELECT next_document FROM state")!;
    }

    /// <summary>Ends it: the generation that it makes; the one before where nothing changed that a search can see.</summary>
    public long End() => (long)connection.Scalar(
        "UPDATE state SET generation = generation + $step, next_document = $next RETURNING generation",
        ("$step", Delta.IsEmpty ? 0 : 1),
        ("$next", nextDocument))!;

    /// <summary>Makes changes of a feed and remembers how far they reach.</summary>
    public void Apply(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken)
    {
        foreach (var change in PreparedChange.InOrder(changes, name => Find(name)?.Digest, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Apply(feed, change);
            change.Content?.Dispose();
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

    public void Dispose() => statements.ForEach(statement => statement.Dispose());

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
                touchDocument.Set(1, found.Id).Set(2, put.Version).Run();
                return;
            }
            Remove(found.Id);
        }
        Insert(feed, put, prepared);
        deleteRemoval.Set(1, feed).Set(2, name).Run();
    }

    private void Insert(string feed, IndexChange.PutDocument put, PreparedChange prepared)
    {
        // It was there when it was prepared, and a change in between has replaced it.
        var content = prepared.Content ?? PreparedContent.Of(put.Document);
        var id = nextDocument++;
        insertDocument.Set(1, id).Set(2, put.Document.Name).Set(3, feed).Set(4, put.Version).SetBytes(5, prepared.Digest)
            .SetBytes(6, content.Of(DocumentPart.Summary)).SetBytes(7, content.Of(DocumentPart.Columns)).Run();
        insertDocumentTokens.Set(1, id).SetText(2, content.Of(DocumentPart.Title)).SetText(3, content.Of(DocumentPart.Region)).Run();
        for (var ordinal = 0; ordinal < put.Document.Passages.Count; ordinal++)
        {
            var passage = PassageId.Of(id, ordinal).Value;
            insertPassage.Set(1, passage).SetBytes(2, content.Of(ordinal, PassagePart.Record)).Run();
            insertPassageTokens.Set(1, passage).SetText(2, content.Of(ordinal, PassagePart.Heading)).SetText(3, content.Of(ordinal, PassagePart.Body))
                .SetText(4, content.Of(ordinal, PassagePart.Units)).SetText(5, content.Of(ordinal, PassagePart.Tags)).Run();
            foreach (var day in put.Document.Passages[ordinal].Deadlines)
                insertDeadline.Set(1, day.DayNumber).Set(2, passage).Run();
        }
        Delta.Added.Add((id, put.Document.Name, content.Columns));
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
            deletePassageTokens.Set(1, passage).Run();
            foreach (var day in days)
                deleteDeadline.Set(1, day.DayNumber).Set(2, passage).Run();
        }
        connection.Execute("DELETE FROM document_tokens WHERE rowid = $id", ("$id", id));
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
        deleteRemoval.Set(1, feed).Set(2, region.Code).Run();
    }

    private bool IsOutdated(string feed, string key, long version)
    {
        var isRemoved = findRemoval.Set(1, feed).Set(2, key).Step();
        var removed = isRemoved ? findRemoval.Number(0) : 0;
        findRemoval.Reset();
        return isRemoved && removed > version;
    }

    private void MarkRemoved(string feed, string key, long version)
    {
        if (!IsOutdated(feed, key, version))
            insertRemoval.Set(1, feed).Set(2, key).Set(3, version).Run();
    }

    private (long Id, long Version, byte[] Digest)? Find(string name)
    {
        (long, long, byte[])? found = findDocument.Set(1, name).Step() ? (findDocument.Number(0), findDocument.Number(1), findDocument.Bytes(2)) : null;
        findDocument.Reset();
        return found;
    }

    private Fts5Statement Prepare(string sql)
    {
        var statement = new Fts5Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }
}
