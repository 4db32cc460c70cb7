using Dapper;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Testing;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Changes;

public sealed class ChangeLogTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteStore store = null!;
    private ChangeLog changes = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        store = SqliteStore.Open(folder["notes.db"], typeof(EchoHost).Assembly);
        changes = new ChangeLog(store, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Fact]
    public async Task Empty_feed_says_at_once_that_it_has_been_read()
    {
        var first = await changes.WatchAsync("", Cancel).FirstAsync(Cancel);
        Assert.True(first.CaughtUp);
    }

    [Fact]
    public async Task Changes_come_in_the_order_of_the_commits_then_the_mark_then_live()
    {
        await Append("notes/1", "notes/2");
        await Append("notes/3");
        await using var watch = changes.WatchAsync("", Cancel).GetAsyncEnumerator(Cancel);

        Assert.Equal(["notes/1", "notes/2", "notes/3", "|"], await Take(watch, 4));
        await Append("notes/4");
        Assert.Equal(["notes/4", "|"], await Take(watch, 2));
        await store.WriteAsync((_, transaction) => changes.Append(transaction, "notes/2", deleted: true), Cancel);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(("notes/2", true), (watch.Current.Name, watch.Current.Deleted));
    }

    [Fact]
    public async Task Watch_goes_on_after_any_token()
    {
        await Append(Enumerable.Range(1, 100).Select(number => $"notes/{number}").ToArray());
        var all = await changes.WatchAsync("", Cancel).TakeWhile(entry => !entry.CaughtUp).ToListAsync(Cancel);
        Assert.Equal(100, all.Count);
        foreach (var index in (int[])[0, 31, 32, 63, 98])
        {
            var rest = await changes.WatchAsync(all[index].ResumeToken, Cancel).TakeWhile(entry => !entry.CaughtUp).ToListAsync(Cancel);
            Assert.Equal(all.Skip(index + 1), rest);
        }
    }

    [Fact]
    public async Task Mark_can_be_resumed_from()
    {
        await Append("notes/1");
        var mark = await changes.WatchAsync("", Cancel).FirstAsync(entry => entry.CaughtUp, Cancel);
        await Append("notes/2");
        Assert.Equal("notes/2", (await changes.WatchAsync(mark.ResumeToken, Cancel).FirstAsync(Cancel)).Name);
        Assert.Equal(0, await changes.LagAsync(await changes.HeadAsync(Cancel), Cancel));
        Assert.Equal(1, await changes.LagAsync(mark.ResumeToken, Cancel));
    }

    [Fact]
    public async Task Rolled_back_change_is_never_seen()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(
            (_, transaction) =>
            {
                changes.Append(transaction, "notes/lost");
                throw new InvalidOperationException();
            },
            Cancel));
        await Append("notes/1");
        Assert.Equal("notes/1", (await changes.WatchAsync("", Cancel).FirstAsync(Cancel)).Name);
    }

    [Fact]
    public async Task Feed_holds_the_latest_change_of_each_resource()
    {
        await Append("notes/1", "notes/2", "notes/1");
        var names = await changes.WatchAsync("", Cancel).TakeWhile(entry => !entry.CaughtUp).Select(entry => entry.Name).ToListAsync(Cancel);
        Assert.Equal(["notes/2", "notes/1"], names);
    }

    [Fact]
    public async Task Resource_comes_as_it_is_in_the_snapshot_of_its_change()
    {
        await store.WriteAsync(
            (connection, transaction) =>
            {
                connection.Execute("INSERT INTO notes (number, text) VALUES (1, 'one')");
                changes.Append(transaction, "notes/1");
                changes.Append(transaction, "notes/2"); // without a row: sent as gone
            },
            Cancel);
        var seen = await changes.WatchAsync("", Load, Cancel).Take(2).ToListAsync(Cancel);
        Assert.Equal(("one", false), (seen[0].Resource, seen[0].Entry.Deleted));
        Assert.Equal((null, true), (seen[1].Resource, seen[1].Entry.Deleted));

        static string? Load(Microsoft.Data.Sqlite.SqliteConnection connection, string name) =>
            connection.ExecuteScalar<string>("SELECT text FROM notes WHERE number = @number", new { number = name.Split('/')[1] });
    }

    [Fact]
    public async Task Concurrent_writers_and_a_consumer_that_reconnects_get_every_change_exactly_once_in_order()
    {
        const int Writers = 8;
        const int EachWrites = 40;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var number = 0; number < EachWrites; number++)
                    await Append($"writers/{writer}/notes/{number}");
            },
            Cancel)));

        var seen = new List<ChangeEntry>();
        var token = "";
        while (seen.Count < Writers * EachWrites)
        {
            // The connection breaks after some changes: what was taken in is where the next one starts.
            await foreach (var entry in changes.WatchAsync(token, Cancel).Where(entry => !entry.CaughtUp).Take(17))
            {
                seen.Add(entry);
                token = entry.ResumeToken;
                if (seen.Count == Writers * EachWrites)
                    break;
            }
        }

        await writing;
        var written = await store.ReadAsync(connection => connection.Query<string>("SELECT name FROM changes ORDER BY position").ToList(), Cancel);
        Assert.Equal(written, seen.Select(entry => entry.Name));
        for (var writer = 0; writer < Writers; writer++)
        {
            Assert.Equal(
                Enumerable.Range(0, EachWrites).Select(number => $"writers/{writer}/notes/{number}"),
                seen.Select(entry => entry.Name).Where(name => name.StartsWith($"writers/{writer}/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Token_of_another_feed_asks_for_a_replay()
    {
        await using var other = SqliteStore.Open(folder["other.db"], typeof(EchoHost).Assembly);
        var foreign = await new ChangeLog(other, TimeProvider.System).HeadAsync(Cancel);
        await AssertFails(foreign, StatusCode.OutOfRange, "FEED_RESET");
    }

    [Fact]
    public async Task Token_beyond_the_end_asks_for_a_replay()
    {
        await Append("notes/1");
        var head = await changes.HeadAsync(Cancel);
        await AssertFails(head[..^1] + "2", StatusCode.OutOfRange, "FEED_RESET");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("/1")]
    [InlineData("feed/")]
    [InlineData("feed/-1")]
    [InlineData("feed/99999999999999999999")]
    public Task Token_that_is_none_is_refused(string token) => AssertFails(token, StatusCode.InvalidArgument, "RESUME_TOKEN_INVALID");

    [Fact]
    public async Task Position_is_not_given_twice_even_after_the_newest_entry_moved()
    {
        await Append("notes/1");
        var before = await changes.HeadAsync(Cancel);
        await store.WriteAsync((connection, _) => connection.Execute("DELETE FROM changes"), Cancel);
        await Append("notes/2");
        Assert.Equal("notes/2", (await changes.WatchAsync(before, Cancel).FirstAsync(Cancel)).Name);
    }

    [Fact]
    public void Replay_of_any_history_gives_the_present_state() => Prop.ForAll(
        Gen.Elements(1, 2, 3, 4, 5).Zip(Gen.Elements(true, false)).ArrayOf().ToArbitrary(),
        history =>
        {
            using var own = new TempFolder();
            return ReplaysTo(own, history).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static async Task<bool> ReplaysTo(TempFolder own, (int Number, bool Deleted)[] history)
    {
        await using var target = SqliteStore.Open(own["notes.db"], typeof(EchoHost).Assembly);
        var log = new ChangeLog(target, TimeProvider.System);
        var expected = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (number, deleted) in history)
        {
            await target.WriteAsync((_, transaction) => log.Append(transaction, $"notes/{number}", deleted), CancellationToken.None);
            expected[$"notes/{number}"] = deleted;
        }

        var replayed = await log.WatchAsync("", CancellationToken.None).TakeWhile(entry => !entry.CaughtUp).ToListAsync();
        return replayed.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => (entry.Name, entry.Deleted))
            .SequenceEqual(expected.Select(pair => (pair.Key, pair.Value)));
    }

    private Task Append(params string[] names) => store.WriteAsync(
        (_, transaction) =>
        {
            foreach (var name in names)
                changes.Append(transaction, name);
        },
        Cancel);

    private async Task AssertFails(string token, StatusCode code, string reason)
    {
        var error = await Assert.ThrowsAsync<FazhiException>(async () => await changes.WatchAsync(token, Cancel).FirstAsync(Cancel));
        Assert.Equal((code, reason), (error.Code, error.Reason));
    }

    private static async Task<List<string>> Take(IAsyncEnumerator<ChangeEntry> watch, int count)
    {
        var names = new List<string>();
        while (names.Count < count && await watch.MoveNextAsync())
            names.Add(watch.Current.CaughtUp ? "|" : watch.Current.Name);
        return names;
    }
}
