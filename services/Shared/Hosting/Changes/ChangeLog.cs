using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>
/// The change feed of a store: what changed, in the order of the commits. A consumer that keeps the resume token of what it has
/// taken in gets every later change exactly once in order, over restarts of either side.
/// </summary>
/// <remarks>
/// The feed holds the latest change of each resource alone: a newer one takes the place of the older, which moves to the end. So the
/// feed is as long as there are resources (deleted ones stay as a mark), and a replay from the start gives the present state, not the
/// history. A consumer that lags sees the last of several changes of a resource, never an outdated one after a newer one.
/// </remarks>
public sealed class ChangeLog(SqliteStore store, TimeProvider time, IHostApplicationLifetime? lifetime = null)
{
    private const int BatchSize = 32;
    private const long MaxBatchBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Notes, inside the transaction that changes it, that a resource has changed.</summary>
    /// <param name="transaction">The write transaction.</param>
    /// <param name="name">Name of the resource, such as <c>plans/abc</c>.</param>
    /// <param name="deleted">The resource is gone.</param>
    public void Append(SqliteTransaction transaction, string name, bool deleted = false) => transaction.Connection!.Execute(
        """
        DELETE FROM changes WHERE name = @name;
        INSERT INTO changes (name, deleted, time) VALUES (@name, @deleted, @now);
        """,
        new { name, deleted, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
        transaction);

    /// <summary>Notes that many resources have changed, in the order given: what a bulk load needs.</summary>
    /// <param name="transaction">The write transaction.</param>
    /// <param name="names">Names of the resources, each once.</param>
    public void AppendAll(SqliteTransaction transaction, IEnumerable<string> names) => transaction.Connection!.Execute(
        """
        DELETE FROM changes WHERE name IN (SELECT value FROM json_each(@names));
        INSERT INTO changes (name, deleted, time) SELECT value, 0, @now FROM json_each(@names) ORDER BY key;
        """,
        new { names = JsonSerializer.Serialize(names), now = time.GetUtcNow().ToUnixTimeMilliseconds() },
        transaction);

    /// <summary>The resume token of the newest change: what a consumer that has everything would hold.</summary>
    public Task<string> HeadAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Head(connection).ToString(), cancellationToken);

    /// <summary>How many changes a consumer with <paramref name="resumeToken"/> has still to take in; all of them for an empty or foreign token.</summary>
    public Task<long> LagAsync(string resumeToken, CancellationToken cancellationToken) => store.ReadAsync(
        connection =>
        {
            var position = ResumeToken.Parse(resumeToken) is { } token && token.FeedId == Head(connection).FeedId ? token.Position : 0;
            return connection.ExecuteScalar<long>("SELECT count(*) FROM changes WHERE position > @position", new { position });
        },
        cancellationToken);

    /// <summary>
    /// Streams the changes after <paramref name="resumeToken"/> and then, live, those to come. Each time the end is reached
    /// a caught-up mark is sent.
    /// </summary>
    /// <param name="resumeToken">The token of the last change taken in; empty for all from the start.</param>
    /// <param name="cancellationToken">Ends the stream; so does the stopping of the host, with UNAVAILABLE.</param>
    /// <exception cref="FazhiException">
    /// INVALID_ARGUMENT: no resume token at all. OUT_OF_RANGE with reason <c>FEED_RESET</c>: the token is of another feed or lies beyond
    /// the end (the database was replaced): the consumer drops its copy and starts with an empty token.
    /// </exception>
    public async IAsyncEnumerable<ChangeEntry> WatchAsync(string resumeToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in WatchAsync(resumeToken, static (_, name) => name, cancellationToken))
            yield return change.Entry;
    }

    /// <summary>
    /// As <see cref="WatchAsync(string, CancellationToken)"/>, with each resource read in the same snapshot as its entry: a change that is no
    /// deletion always has its resource.
    /// </summary>
    /// <param name="resumeToken">The token of the last change taken in; empty for all from the start.</param>
    /// <param name="load">Reads the resource with the given name; null when there is none, which is then sent as a deletion.</param>
    /// <param name="cancellationToken">Ends the stream; so does the stopping of the host, with UNAVAILABLE.</param>
    public async IAsyncEnumerable<Change<T>> WatchAsync<T>(
        string resumeToken,
        Func<SqliteConnection, string, T?> load,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var stopping = lifetime?.ApplicationStopping ?? CancellationToken.None;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var position = await Unless(stopping, () => StartAsync(resumeToken, ending.Token));
        var marked = false;
        while (true)
        {
            var committed = store.NextCommit;
            var after = position;
            var (batch, more) = await Unless(stopping, () => store.ReadAsync(connection => Read(connection, after, load), ending.Token));
            foreach (var change in batch)
                yield return change;
            if (batch.Count > 0)
                position = ResumeToken.Parse(batch[^1].Entry.ResumeToken)!.Value;
            if (more)
                continue;

            if (batch.Count > 0 || !marked)
            {
                marked = true;
                yield return new Change<T>(new ChangeEntry("", false, default, position.ToString(), CaughtUp: true), null);
            }

            await Unless(stopping, () => Next(committed, ending.Token));
        }
    }

    private Task<ResumeToken> StartAsync(string resumeToken, CancellationToken cancellationToken) => store.ReadAsync(
        connection =>
        {
            var head = Head(connection);
            if (resumeToken.Length == 0)
                return head with { Position = 0 };

            var token = ResumeToken.Parse(resumeToken)
                ?? throw FazhiException.InvalidArgument("resume_token", "不是变更流给出的续传标记；请留空从头开始", "RESUME_TOKEN_INVALID");
            return token.FeedId == head.FeedId && token.Position <= head.Position
                ? token
                : throw FazhiException.OutOfRange("FEED_RESET", "续传标记不属于现在的变更流：请丢弃已有副本，从头重放").With("feed_id", head.FeedId);
        },
        cancellationToken);

    private static (List<Change<T>> Batch, bool More) Read<T>(SqliteConnection connection, ResumeToken after, Func<SqliteConnection, string, T?> load)
        where T : class
    {
        var rows = connection.Query<(long Position, string Name, bool Deleted, long Time)>(
            "SELECT position, name, deleted, time FROM changes WHERE position > @Position ORDER BY position LIMIT @BatchSize",
            new { after.Position, BatchSize });
        var batch = new List<Change<T>>();
        var bytes = 0L;
        foreach (var row in rows)
        {
            var resource = row.Deleted ? null : load(connection, row.Name);
            var token = after with { Position = row.Position };
            var time = DateTimeOffset.FromUnixTimeMilliseconds(row.Time);
            batch.Add(new Change<T>(new ChangeEntry(row.Name, resource is null, time, token.ToString(), CaughtUp: false), resource));
            // Large documents are held in memory a few at a time.
            bytes += resource is IMessage message ? message.CalculateSize() : 0;
            if (bytes > MaxBatchBytes)
                break;
        }

        return (batch, More: batch.Count == BatchSize || bytes > MaxBatchBytes);
    }

    // The signal knows this process's commits, the poll those of any other process on the same file.
    private static async Task<bool> Next(Task committed, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(committed, Task.Delay(PollInterval, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return true;
    }

    // When the host stops, a consumer is told to come back rather than that it had cancelled.
    private static async Task<TResult> Unless<TResult>(CancellationToken stopping, Func<Task<TResult>> step)
    {
        try
        {
            return await step();
        }
        catch (OperationCanceledException error) when (stopping.IsCancellationRequested)
        {
            throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), "服务正在停止，请稍后续传", "STOPPING", error);
        }
    }

    private static ResumeToken Head(SqliteConnection connection)
    {
        var (id, position) = connection.QuerySingle<(string, long)>(
            "SELECT id, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0) FROM feed");
        return new ResumeToken(id, position);
    }
}
