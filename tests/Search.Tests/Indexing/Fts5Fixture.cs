using System.Collections.Concurrent;
using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>The embedded engine in a folder of its own.</summary>
internal sealed class Fts5Fixture : IEngineFixture
{
    private const int PageSize = 4096;

    private readonly TempFolder folder = new();
    private readonly ConcurrentQueue<string> log = new();
    private Fts5SearchIndex index;

    public Fts5Fixture() => index = Open();

    public SearchIndex Index => index;

    /// <summary>The same with what only this engine has.</summary>
    public Fts5SearchIndex Fts5 => index;

    /// <summary>The folder that the index is in.</summary>
    public string Folder => folder.Path;

    /// <summary>What it has said.</summary>
    public IReadOnlyCollection<string> Log => log;

    public Task RefreshAsync() => Task.CompletedTask;

    public Task ReopenAsync()
    {
        Reopen();
        return Task.CompletedTask;
    }

    // What is read at the start stays: damage that shows there is mended there and then.
    public Task BreakAsync()
    {
        Reopen(path =>
        {
            using var file = File.OpenWrite(path);
            file.Position = (RootOf("documents", path) - 1) * PageSize;
            file.Write(Enumerable.Repeat((byte)0xA5, PageSize).ToArray());
        });
        return Task.CompletedTask;
    }

    /// <summary>Does something to a file that no one has open.</summary>
    public static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long RootOf(string table, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_master WHERE name = $table";
        command.Parameters.AddWithValue("$table", table);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Closes the file, lets something be done to it, and opens it again.</summary>
    public void Reopen(Action<string>? meanwhile = null)
    {
        index.Dispose();
        meanwhile?.Invoke(folder["index.db"]);
        index = Open();
    }

    public ValueTask DisposeAsync()
    {
        index.Dispose();
        return folder.DisposeAsync();
    }

    private Fts5SearchIndex Open() => new(folder.Path, new Recorder(log));

    private sealed class Recorder(ConcurrentQueue<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue(formatter(state, exception));
    }
}
