using System.Globalization;
using System.Runtime.CompilerServices;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>The embedded engine: SQLite FTS5 over bigrams, one file (see README).</summary>
internal sealed class Fts5SearchIndex : SearchIndex, IDisposable
{
    private readonly Fts5Files files;
    private readonly Action? damaged;
    private Fts5Store current;

    /// <param name="folder">Where its files are.</param>
    /// <param name="logger">Told when a file is discarded.</param>
    /// <param name="damaged">Told when the file turns out to be damaged, which the next start mends by making it anew.</param>
    public Fts5SearchIndex(string folder, ILogger logger, Action? damaged = null)
    {
        files = new Fts5Files(folder, logger);
        this.damaged = damaged;
        current = files.OpenCurrent();
    }

    public override string Engine => "fts5";

    public override string Generation => Use(store => string.Create(CultureInfo.InvariantCulture, $"{store.File}-{store.Generation}"));

    public override Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) =>
        UseAsync(store => store.ApplyAsync(feed, changes, position, cancellationToken));

    public override Task ResetAsync(string feed, CancellationToken cancellationToken) => UseAsync(store => store.ResetAsync(feed, cancellationToken));

    public override Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken) =>
        ReadAsync((_, connection) => Fts5Positions.Of(connection, feed), cancellationToken);

    public override Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken) =>
        ReadAsync((reader, _) => new IndexStatistics(reader.Columns.LivingDocuments, reader.Columns.LivingPassages), cancellationToken);

    public override Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Region>>(
        (_, connection) => connection.Query("SELECT content FROM regions ORDER BY code", row => Json.To<Region>(row.GetString(0))),
        cancellationToken);

    public override Task<IReadOnlyList<string>> FindPlacesAsync(string text, CancellationToken cancellationToken) =>
        ReadAsync((reader, _) => reader.FindPlaces(text), cancellationToken);

    public override Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        ReadAsync((reader, _) => reader.Search(query), cancellationToken);

    public override async IAsyncEnumerable<DocumentHit> ScanAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Batch = 100;
        var store = Lease();
        try
        {
            using var snapshot = await Task.Run(store.BeginRead, cancellationToken);
            using var rows = await Task.Run(() => Guard(store, () => store.ReaderOf(snapshot, cancellationToken).Scan(query).Chunk(Batch).GetEnumerator(), cancellationToken), cancellationToken);
            while (await Task.Run(() => Guard(store, rows.MoveNext, cancellationToken), cancellationToken))
            {
                foreach (var row in rows.Current)
                    yield return row;
            }
        }
        finally
        {
            store.Release();
        }
    }

    public override Task<IndexedDocument?> GetDocumentAsync(string name, CancellationToken cancellationToken) =>
        ReadAsync((reader, _) => reader.GetDocument(name), cancellationToken);

    public override Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<TokenPhrase> phrases, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<long>>((reader, _) => [.. phrases.Select(reader.Count)], cancellationToken);

    public override async IAsyncEnumerable<ContentDigest> ListDigestsAsync(string feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Batch = 1000;
        var store = Lease();
        try
        {
            using var snapshot = await Task.Run(store.BeginRead, cancellationToken);
            using var digests = Fts5Digests.Of(snapshot.Connection, feed).Chunk(Batch).GetEnumerator();
            while (await Task.Run(() => Guard(store, digests.MoveNext, cancellationToken), cancellationToken))
            {
                foreach (var digest in digests.Current)
                    yield return digest;
            }
        }
        finally
        {
            store.Release();
        }
    }

    public override Task<IndexBuild> OpenBuildAsync(bool restart, CancellationToken cancellationToken) => Task.Run<IndexBuild>(
        () => new Fts5IndexBuild(files.OpenBuild(restart), PromoteAsync), cancellationToken);

    /// <summary>A hash over everything that the index holds, apart from feed positions, in an order of its own: equal for two that hold the same, however they got it.</summary>
    public Task<string> GetContentHashAsync(CancellationToken cancellationToken) => ReadAsync((_, connection) => Fts5ContentHash.Of(connection), cancellationToken);

    public void Dispose() => current.Dispose();

    // Who began with the one before ends with it.
    private async Task PromoteAsync(Fts5Store next, CancellationToken cancellationToken)
    {
        await next.FinishAsync(cancellationToken);
        files.Use(next.Path);
        Interlocked.Exchange(ref current, next).Drop();
    }

    private Fts5Store Lease()
    {
        while (true)
        {
            var store = Volatile.Read(ref current);
            if (store.TryUse())
                return store;
            ObjectDisposedException.ThrowIf(store == Volatile.Read(ref current), this);
        }
    }

    private T Use<T>(Func<Fts5Store, T> use)
    {
        var store = Lease();
        try
        {
            return Guard(store, () => use(store), CancellationToken.None);
        }
        finally
        {
            store.Release();
        }
    }

    private async Task UseAsync(Func<Fts5Store, Task> use)
    {
        var store = Lease();
        try
        {
            await use(store);
        }
        catch (SqliteException error) when (Fts5Database.IsDamage(error))
        {
            throw Damaged(store, error);
        }
        finally
        {
            store.Release();
        }
    }

    private Task<T> ReadAsync<T>(Func<Fts5Reader, SqliteConnection, T> read, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var store = Lease();
            try
            {
                return Guard(store, () => store.Read(read, cancellationToken), cancellationToken);
            }
            finally
            {
                store.Release();
            }
        },
        cancellationToken);

    private T Guard<T>(Fts5Store store, Func<T> read, CancellationToken cancellationToken)
    {
        try
        {
            return read();
        }
        catch (SqliteException error) when (Fts5Database.IsDamage(error))
        {
            throw Damaged(store, error);
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private FazhiException Damaged(Fts5Store store, SqliteException error)
    {
        store.MarkDamaged();
        damaged?.Invoke();
        return FazhiException.Unavailable(TimeSpan.FromSeconds(5), "索引已损坏，正在从各服务重建", "INDEX_DAMAGED", error);
    }
}
