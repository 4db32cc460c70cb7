using System.Globalization;
using Dapper;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Testing;

namespace Fazhi.Hosting.Tests.Store;

public sealed class CrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_acknowledged_write_is_there_after_the_writer_was_killed()
    {
        await using var folder = new TempFolder();
        var path = folder["notes.db"];
        var acknowledged = 0L;
        for (var round = 0; round < 3; round++)
        {
            await using var child = ThisProgram.Start("write-until-killed", path);
            await child.WaitForLineAsync(line => long.TryParse(line, CultureInfo.InvariantCulture, out var number) && number >= acknowledged + 40);
            await child.KillAsync();
            acknowledged = child.Lines.Max(line => long.Parse(line, CultureInfo.InvariantCulture));

            await using var store = SqliteStore.Open(path, typeof(EchoHost).Assembly);
            var (notes, newest, entries, integrity) = await store.ReadAsync(
                connection => (
                    connection.ExecuteScalar<long>("SELECT count(*) FROM notes"),
                    connection.ExecuteScalar<long>("SELECT max(number) FROM notes"),
                    connection.ExecuteScalar<long>("SELECT count(*) FROM changes"),
                    connection.ExecuteScalar<string>("PRAGMA integrity_check")),
                Cancel);
            Assert.Equal("ok", integrity);
            // The last one may have been committed without having been acknowledged any more.
            Assert.InRange(newest, acknowledged, acknowledged + 1);
            Assert.Equal(newest, notes);
            Assert.Equal(notes, entries);
            acknowledged = newest;
        }
    }

    [Fact]
    public async Task Two_processes_write_one_file_in_turn_and_each_sees_what_the_other_wrote()
    {
        await using var folder = new TempFolder();
        var path = folder["notes.db"];
        await using var child = ThisProgram.Start("write-until-killed", path);
        await child.WaitForLineAsync(line => line == "5");
        await using var store = SqliteStore.Open(path, typeof(EchoHost).Assembly);
        var changes = new ChangeLog(store, TimeProvider.System);

        // No signal tells this process of the other's commits: the poll finds them.
        var seen = await changes.WatchAsync("", Cancel).Where(entry => !entry.CaughtUp).Take(60).Select(entry => entry.Name).ToListAsync(Cancel);
        await store.WriteAsync((connection, _) => connection.Execute("INSERT INTO notes (number, text) VALUES (-1, 'mine')"), Cancel);

        Assert.Equal(Enumerable.Range(1, 60).Select(number => $"notes/{number}"), seen);
        await child.KillAsync();
        Assert.Equal("mine", await store.ReadAsync(connection => connection.ExecuteScalar<string>("SELECT text FROM notes WHERE number = -1"), Cancel));
    }
}
