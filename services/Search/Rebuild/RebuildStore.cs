using Dapper;
using Fazhi.Hosting;

namespace Fazhi.Search.Rebuild;

/// <summary>Remembers that an index is being built, so that a process that is started anew goes on with it.</summary>
internal sealed class RebuildStore(SqliteStore store)
{
    /// <summary>Whether one is.</summary>
    public Task<bool> IsUnfinishedAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM rebuild") > 0, cancellationToken);

    /// <summary>One begins.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) =>
        store.WriteAsync((connection, transaction) => connection.Execute("INSERT OR IGNORE INTO rebuild (only) VALUES (1)", transaction: transaction), cancellationToken);

    /// <summary>It has ended.</summary>
    public Task EndAsync(CancellationToken cancellationToken) =>
        store.WriteAsync((connection, transaction) => connection.Execute("DELETE FROM rebuild", transaction: transaction), cancellationToken);
}
