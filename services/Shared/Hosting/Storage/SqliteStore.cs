using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fazhi.Hosting;

/// <summary>
/// A service's data: one SQLite file in WAL mode with <c>synchronous=FULL</c>, so that a write that was acknowledged survives the
/// end of the process and of the machine. One writer at a time, any number of readers, each reader in a snapshot of its own.
/// </summary>
/// <remarks>
/// SQLite does its work on the calling thread; the asynchronous form is for waiting one's turn. Keep the work inside short, and
/// never call another service in it: everybody else's write waits.
/// </remarks>
public sealed class SqliteStore : IAsyncDisposable
{
    private const int SqliteInterrupt = 9;

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SqliteConnection writer;
    private readonly string readerConnectionString;
    private volatile TaskCompletionSource committed = NewSignal();

    private SqliteStore(string path, SqliteConnection writer)
    {
        Path = path;
        this.writer = writer;
        readerConnectionString = ConnectionString(path, SqliteOpenMode.ReadOnly, pooling: true);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Completes at the next commit made through this object (not by another process).</summary>
    internal Task NextCommit => committed.Task;

    /// <summary>Opens the file, makes it when there is none, and brings its schema to the version of the code.</summary>
    /// <param name="path">The file; its folder is made when needed.</param>
    /// <param name="schemaAssembly">Assembly with the embedded <c>Storage/Schema/NNNN_name.sql</c>.</param>
    /// <param name="time">Clock for the record of applied versions; the system's when absent.</param>
    /// <exception cref="StoreVersionException">The file was written by newer code.</exception>
    /// <exception cref="StoreDamagedException">The file is damaged or no database.</exception>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public static SqliteStore Open(string path, Assembly schemaAssembly, TimeProvider? time = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        var writer = new SqliteConnection(ConnectionString(full, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            writer.Open();
            writer.Execute("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;");
            SchemaMigrations.Apply(writer, schemaAssembly, time ?? TimeProvider.System);
            return new SqliteStore(full, writer);
        }
        catch (Exception error)
        {
            writer.Dispose();
            if (error is SqliteException damage && StoreErrors.IsDamage(damage))
                throw new StoreDamagedException(full, damage);
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in the one write transaction and commits it; an exception rolls everything back.</summary>
    /// <returns>What the work returned, once it is safely on disk.</returns>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = writer.BeginTransaction(deferred: false);
            var result = await work(writer, transaction);
            transaction.Commit();
            Interlocked.Exchange(ref committed, NewSignal()).TrySetResult();
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}(Func{SqliteConnection, SqliteTransaction, Task{T}}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellationToken) =>
        WriteAsync((connection, transaction) => Task.FromResult(work(connection, transaction)), cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}(Func{SqliteConnection, SqliteTransaction, Task{T}}, CancellationToken)"/>
    public Task WriteAsync(Func<SqliteConnection, SqliteTransaction, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                await work(connection, transaction);
                return true;
            },
            cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}(Func{SqliteConnection, SqliteTransaction, Task{T}}, CancellationToken)"/>
    public Task WriteAsync(Action<SqliteConnection, SqliteTransaction> work, CancellationToken cancellationToken) =>
        WriteAsync(
            (connection, transaction) =>
            {
                work(connection, transaction);
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> on a read-only connection in a snapshot: all its statements see the same state, whatever is
    /// written meanwhile. Cancellation interrupts a statement that runs long.
    /// </summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var connection = new SqliteConnection(readerConnectionString);
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY;");
        await using var transaction = connection.BeginTransaction(deferred: true);
        await using var interruption = cancellationToken.Register(
            static handle => raw.sqlite3_interrupt((sqlite3)handle!), connection.Handle);
        try
        {
            return await work(connection);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SqliteInterrupt)
        {
            throw new OperationCanceledException("the read was interrupted", error, cancellationToken);
        }
    }

    /// <inheritdoc cref="ReadAsync{T}(Func{SqliteConnection, Task{T}}, CancellationToken)"/>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        ReadAsync(connection => Task.FromResult(work(connection)), cancellationToken);

    /// <summary>Waits for the write under way, then closes the file. Closing it again does nothing; a later write fails.</summary>
    public async ValueTask DisposeAsync()
    {
        await writing.WaitAsync();
        try
        {
            await using var reader = new SqliteConnection(readerConnectionString);
            SqliteConnection.ClearPool(reader);
            await writer.DisposeAsync();
        }
        finally
        {
            writing.Release();
        }
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = pooling,
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();

    // Asynchronous continuations: a watcher must not run on the writer's thread, inside the writer's turn.
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
