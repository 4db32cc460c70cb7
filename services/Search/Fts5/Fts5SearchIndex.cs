using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fazhi.Search.Fts5;

/// <summary>The embedded engine: SQLite FTS5 over bigrams, one file. Any number of readers, each in its snapshot, beside one writer.</summary>
/// <param name="database">The file.</param>
/// <param name="damaged">Told when the file turns out to be damaged, which the next start mends by making it anew.</param>
internal sealed class Fts5SearchIndex(Fts5Database database, Action? damaged = null) : SearchIndex, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);

    public override string Engine => "fts5";

    public override Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            using var writer = new Fts5Writer(connection);
            foreach (var change in changes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Apply(feed, change);
            }
            connection.Execute(
                "INSERT OR REPLACE INTO feeds (feed, position) VALUES ($feed, $position)", ("$feed", feed), ("$position", position));
        },
        cancellationToken);

    public override Task ResetAsync(string feed, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            using var writer = new Fts5Writer(connection);
            foreach (var document in connection.Query("SELECT id FROM documents WHERE feed = $feed", row => row.GetInt64(0), ("$feed", feed)))
                writer.Remove(document);
            if (feed == FeedNames.Units)
                connection.Execute("DELETE FROM regions");
            connection.Execute("DELETE FROM feeds WHERE feed = $feed", ("$feed", feed));
        },
        cancellationToken);

    public override Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken) => ReadAsync(
        connection => (string?)connection.Scalar("SELECT position FROM feeds WHERE feed = $feed", ("$feed", feed)) ?? "",
        cancellationToken);

    public override Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Region>>(
        connection => connection.Query(
            "SELECT code, name, full_name, ancestors, short_names, former_names FROM regions ORDER BY code",
            row => new Region(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                Json.ToStrings(row.GetString(3)),
                Json.ToStrings(row.GetString(4)),
                Json.ToStrings(row.GetString(5)))),
        cancellationToken);

    public override Task<IReadOnlyList<string>> FindPlacesAsync(string text, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<string>>(
        connection => connection.Query(
            """
            SELECT DISTINCT key FROM document_regions
            WHERE place <> '' AND substr($text, -length(place)) = place ORDER BY key
            """,
            row => row.GetString(0),
            ("$text", text)),
        cancellationToken);

    public override Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        ReadAsync(connection => new Fts5Reader(connection).Search(query), cancellationToken);

    public override Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken) => ReadAsync(
        connection => connection.Query(
            "SELECT count(*), coalesce(sum(passage_count), 0) FROM documents",
            row => new IndexStatistics(row.GetInt64(0), row.GetInt64(1)))[0],
        cancellationToken);

    public override string Generation => "";

    public override IAsyncEnumerable<DocumentHit> ScanAsync(SearchQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<IndexedDocument?> GetDocumentAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<Text.TokenPhrase> phrases, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override IAsyncEnumerable<ContentDigest> ListDigestsAsync(string feed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<IndexBuild> OpenBuildAsync(bool restart, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A hash over everything that the index holds, apart from feed positions, in an order of its own: equal for two that hold the same, however they got it.</summary>
    public Task<string> GetContentHashAsync(CancellationToken cancellationToken) => ReadAsync(Fts5ContentHash.Of, cancellationToken);

    public void Dispose()
    {
        writing.Dispose();
        database.Dispose();
    }

    private async Task WriteAsync(Action<SqliteConnection> write, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(
                () =>
                {
                    try
                    {
                        using var connection = database.OpenForWriting();
                        using var transaction = connection.BeginTransaction();
                        write(connection);
                        transaction.Commit();
                    }
                    catch (SqliteException error) when (Fts5Database.IsDamage(error))
                    {
                        throw Damaged(error);
                    }
                },
                cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    private Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                using var connection = database.OpenForReading();
                using var transaction = connection.BeginTransaction(deferred: true);
                // A caller who no longer waits, or whose deadline is past, does not keep the processor busy.
                using var interrupt = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
                return read(connection);
            }
            catch (SqliteException error) when (Fts5Database.IsDamage(error))
            {
                throw Damaged(error);
            }
            catch (SqliteException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        },
        cancellationToken);

    private FazhiException Damaged(SqliteException error)
    {
        database.MarkDamaged();
        damaged?.Invoke();
        return FazhiException.Unavailable(TimeSpan.FromSeconds(5), "索引已损坏，正在从各服务重建", "INDEX_DAMAGED", error);
    }
}
