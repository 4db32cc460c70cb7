using Dapper;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Testing;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting.Tests.Store;

public sealed class SqliteStoreTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        store = Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Writer_is_set_up_to_lose_nothing(string pragma, string expected) =>
        Assert.Equal(expected, await store.WriteAsync((connection, _) => connection.ExecuteScalar<string>($"PRAGMA {pragma}"), Cancel));

    [Fact]
    public async Task Written_data_is_there_after_opening_again()
    {
        await AddNote(1);
        await store.DisposeAsync();
        store = Open();
        Assert.Equal(1, await CountNotes());
    }

    [Fact]
    public async Task Exception_undoes_everything_and_the_next_write_goes_on()
    {
        await Assert.ThrowsAsync<FazhiException>(() => store.WriteAsync(
            (connection, _) =>
            {
                connection.Execute("INSERT INTO notes (number, text) VALUES (1, 'a')");
                throw FazhiException.NotFound("Note", "notes/2");
            },
            Cancel));
        Assert.Equal(0, await CountNotes());
        await AddNote(1);
        Assert.Equal(1, await CountNotes());
    }

    [Fact]
    public async Task Asynchronous_work_is_finished_before_the_commit()
    {
        await store.WriteAsync(
            async (connection, _) =>
            {
                await Task.Yield();
                connection.Execute("INSERT INTO notes (number, text) VALUES (1, 'late')");
            },
            Cancel);
        Assert.Equal(1, await CountNotes());
    }

    [Fact]
    public async Task Writers_take_turns()
    {
        await store.WriteAsync((connection, _) => connection.Execute("INSERT INTO notes (number, text) VALUES (0, '0')"), Cancel);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(
            () => store.WriteAsync(
                async (connection, _) =>
                {
                    var value = connection.ExecuteScalar<int>("SELECT text FROM notes WHERE number = 0");
                    await Task.Yield();
                    connection.Execute("UPDATE notes SET text = @next WHERE number = 0", new { next = $"{value + 1}" });
                },
                Cancel),
            Cancel)));
        Assert.Equal("50", await store.ReadAsync(connection => connection.ExecuteScalar<string>("SELECT text FROM notes WHERE number = 0"), Cancel));
    }

    [Fact]
    public async Task Reader_keeps_its_snapshot_while_others_write()
    {
        await AddNote(1);
        var (before, after) = await store.ReadAsync(
            async connection =>
            {
                var first = connection.ExecuteScalar<long>("SELECT count(*) FROM notes");
                await AddNote(2);
                return (first, connection.ExecuteScalar<long>("SELECT count(*) FROM notes"));
            },
            Cancel);
        Assert.Equal((1, 1), (before, after));
        Assert.Equal(2, await CountNotes());
    }

    [Fact]
    public async Task Reader_cannot_write() => await Assert.ThrowsAsync<SqliteException>(
        () => store.ReadAsync(connection => connection.Execute("INSERT INTO notes (number, text) VALUES (1, 'a')"), Cancel));

    [Fact]
    public async Task Cancellation_interrupts_a_long_read()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReadAsync(
            connection => connection.ExecuteScalar<long>(
                "WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT count(*) FROM endless"),
            cancellation.Token));
        Assert.Equal(0, await CountNotes());
    }

    [Fact]
    public async Task Schema_steps_are_applied_once_and_recorded()
    {
        await store.DisposeAsync();
        store = Open();
        var versions = await store.ReadAsync(
            connection => connection.Query<(string, long, string)>("SELECT component, version, name FROM schema_versions ORDER BY component, version").ToList(), Cancel);
        Assert.Equal(
            [
                ("hosting", 1, "0001_changes.sql"), ("hosting", 2, "0002_request_ids.sql"), ("hosting", 3, "0003_originals.sql"),
                ("hosting", 4, "0004_corrections.sql"),
                ("service", 1, "0001_notes.sql"), ("service", 2, "0002_note_authors.sql"),
            ],
            versions);
    }

    [Fact]
    public async Task Older_database_is_brought_up_to_date_with_its_data()
    {
        await AddNote(7);
        await store.WriteAsync(
            (connection, _) => connection.Execute(
                "ALTER TABLE notes DROP COLUMN author; DELETE FROM schema_versions WHERE component = 'service' AND version = 2"),
            Cancel);
        await store.DisposeAsync();
        store = Open();
        Assert.Equal((7, ""), await store.ReadAsync(connection => connection.QuerySingle<(long, string)>("SELECT number, author FROM notes"), Cancel));
    }

    [Fact]
    public async Task Database_of_newer_code_is_refused_and_left_as_it_is()
    {
        await store.WriteAsync(
            (connection, _) => connection.Execute("INSERT INTO schema_versions VALUES ('service', 3, '0003_future.sql', '2030-01-01')"), Cancel);
        await store.DisposeAsync();

        var error = Assert.Throws<StoreVersionException>(Open);

        Assert.Equal((3, 2), (error.Found, error.Supported));
        Assert.Contains(store.Path, error.Message, StringComparison.Ordinal);
        await using var host = new SqliteConnection($"Data Source={store.Path};Mode=ReadOnly;Pooling=False");
        Assert.Equal(3, host.ExecuteScalar<long>("SELECT max(version) FROM schema_versions WHERE component = 'service'"));
    }

    [Fact]
    public void Damaged_database_is_refused_and_named()
    {
        var path = folder["damaged.db"];
        File.WriteAllText(path, new string('x', 8192));

        var error = Assert.Throws<StoreDamagedException>(() => SqliteStore.Open(path, typeof(EchoHost).Assembly));

        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 8192), File.ReadAllText(path));
    }

    [Fact]
    public async Task Host_with_a_newer_database_does_not_start()
    {
        await using (await EchoHost.StartAsync(folder, _ => { })) { }
        await using (var echo = SqliteStore.Open(folder["echo.db"], typeof(EchoHost).Assembly))
            await echo.WriteAsync((connection, _) => connection.Execute("INSERT INTO schema_versions VALUES ('service', 3, '0003_future.sql', '2030-01-01')"), Cancel);
        await Assert.ThrowsAsync<StoreVersionException>(() => EchoHost.StartAsync(folder, _ => { }));
    }

    private SqliteStore Open() => SqliteStore.Open(folder["deep", "folder", "notes.db"], typeof(EchoHost).Assembly);

    private Task AddNote(int number) => store.WriteAsync(
        (connection, _) => connection.Execute("INSERT INTO notes (number, text) VALUES (@number, 'note')", new { number }), Cancel);

    private Task<long> CountNotes() => store.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM notes"), Cancel);
}
