using System.Collections.Concurrent;
using Fazhi.Search.Indexing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fazhi.Search.Fts5;

/// <summary>An open index: the file, what of it is in memory, any number of readers, each in its snapshot, and one writer.</summary>
internal sealed class Fts5Store : IDisposable
{
    private readonly Fts5Database database;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private readonly PostingCache cache = new();

    // Whoever holds it knows that nothing is committed that is not in memory too.
    private readonly Lock publishing = new();
    private ColumnStore memory = new();
    private DocumentColumns? columns;
    private SqliteConnection? writerConnection;
    private Fts5Writer? writer;
    private int users = 1;
    private bool deleteAtEnd;

    public Fts5Store(Fts5Database database)
    {
        this.database = database;
        using var connection = database.OpenForReading();
        File = (string)connection.Scalar("SELECT file FROM state")!;
    }

    /// <summary>Name of the file's content, different for every file that was ever made.</summary>
    public string File { get; }

    /// <summary>Path of the file.</summary>
    public string Path => database.Path;

    /// <summary>The generation that was made last.</summary>
    public long Generation
    {
        get
        {
            if (Volatile.Read(ref columns) is { } known)
                return known.Generation;
            using var snapshot = BeginRead();
            return snapshot.Columns.Generation;
        }
    }

    /// <summary>One more user; false when the last one has gone.</summary>
    public bool TryUse()
    {
        for (var now = Volatile.Read(ref users); now > 0; now = Volatile.Read(ref users))
        {
            if (Interlocked.CompareExchange(ref users, now + 1, now) == now)
                return true;
        }
        return false;
    }

    /// <summary>One user less: the last one closes the file.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref users) > 0)
            return;
        foreach (var connection in idle)
            connection.Dispose();
        CloseWriter();
        cache.Dispose();
        writing.Dispose();
        if (deleteAtEnd)
            Fts5Database.Delete(database.Path);
    }

    /// <summary>The owner lets go.</summary>
    public void Dispose() => Release();

    /// <summary>The owner lets go, and the file goes with the last user.</summary>
    public void Drop()
    {
        deleteAtEnd = true;
        Release();
    }

    /// <summary>The file is damaged: the next start makes it anew.</summary>
    public void MarkDamaged() => database.MarkDamaged();

    /// <summary>Reads within one snapshot.</summary>
    public T Read<T>(Func<Fts5Reader, SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        using var snapshot = BeginRead();
        // A caller who no longer waits, or whose deadline is past, does not keep the processor busy.
        using var interrupt = cancellationToken.Register(() => raw.sqlite3_interrupt(snapshot.Connection.Handle));
        return read(new Fts5Reader(snapshot.Connection, snapshot.Columns, cache, cancellationToken), snapshot.Connection);
    }

    /// <summary>A snapshot to read from for as long as it is open.</summary>
    public Snapshot BeginRead()
    {
        var connection = idle.TryTake(out var ready) ? ready : database.OpenForReading();
        try
        {
            return new Snapshot(this, connection, BeginAt(connection));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What a reader of a snapshot asks.</summary>
    public Fts5Reader ReaderOf(Snapshot snapshot, CancellationToken cancellationToken) => new(snapshot.Connection, snapshot.Columns, cache, cancellationToken);

    /// <summary>Takes in changes of a feed.</summary>
    public Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) => WriteAsync(
        writer => writer.Apply(feed, changes, position, cancellationToken), cancellationToken);

    /// <summary>Drops everything of a feed.</summary>
    public Task ResetAsync(string feed, CancellationToken cancellationToken) => WriteAsync(writer => writer.Reset(feed), cancellationToken);

    /// <summary>It is complete, and may be used.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => WriteAsync(_ => writerConnection!.Execute("UPDATE state SET building = 0"), cancellationToken);

    private async Task WriteAsync(Action<Fts5Writer> write, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(() => Write(write), cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    private void Write(Action<Fts5Writer> write)
    {
        writerConnection ??= database.OpenForWriting();
        writer ??= new Fts5Writer(writerConnection);
        writerConnection.Execute("BEGIN IMMEDIATE");
        try
        {
            writer.Begin();
            write(writer);
            var generation = writer.End();
            lock (publishing)
            {
                writerConnection.Execute("COMMIT");
                Publish(writer.Delta, generation);
            }
        }
        catch
        {
            CloseWriter();
            throw;
        }
        database.Checkpoint(writerConnection);
    }

    // What it has begun is undone with it, whatever state an error has left it in.
    private void CloseWriter()
    {
        writer?.Dispose();
        writerConnection?.Dispose();
        (writer, writerConnection) = (null, null);
    }

    // Before anyone has read, nothing is in memory: the first reader reads it from the file.
    private void Publish(Fts5Delta delta, long generation)
    {
        if (columns is not { } now)
            return;
        foreach (var id in delta.Removed)
            memory.Remove(now.Find(id), generation);
        foreach (var (id, name, record) in delta.Added)
            memory.Add(id, name, record);
        var next = memory.At(generation);
        // What is gone takes room until most of it is: then it is read anew without.
        Volatile.Write(ref columns, next.PassageCount > 2 * (next.LivingPassages + 10_000) ? null : next);
        if (columns is null)
            cache.Clear();
    }

    // The file and the memory must be of the same generation. Usually they are; a commit in between shows as another number.
    private DocumentColumns BeginAt(SqliteConnection connection)
    {
        var known = Volatile.Read(ref columns);
        if (Begin(connection) == known?.Generation)
            return known;
        connection.Execute("ROLLBACK");
        lock (publishing)
        {
            var generation = Begin(connection);
            if (columns?.Generation != generation)
                Load(connection, generation);
            return columns!;
        }
    }

    // Also when another process has written: what is in memory is then of no use.
    private void Load(SqliteConnection connection, long generation)
    {
        memory = new ColumnStore();
        cache.Clear();
        using var command = connection.Command("SELECT id, name, columns FROM documents ORDER BY id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            memory.Add(reader.GetInt64(0), reader.GetString(1), ColumnRecord.Read(reader.GetFieldValue<byte[]>(2)));
        columns = memory.At(generation);
    }

    private static long Begin(SqliteConnection connection)
    {
        connection.Execute("BEGIN");
        return (long)connection.Scalar("SELECT generation FROM state")!;
    }

    private void End(SqliteConnection connection)
    {
        // An error may have ended the transaction already.
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            connection.Execute("ROLLBACK");
        idle.Add(connection);
    }

    /// <summary>The index as it is at one moment.</summary>
    internal sealed class Snapshot(Fts5Store store, SqliteConnection connection, DocumentColumns columns) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public DocumentColumns Columns => columns;

        public void Dispose() => store.End(connection);
    }
}
