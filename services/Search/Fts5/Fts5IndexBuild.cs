using Fazhi.Search.Indexing;

namespace Fazhi.Search.Fts5;

/// <summary>A second file beside the one in use.</summary>
/// <param name="store">The file.</param>
/// <param name="promote">Puts it in use; it is then no longer ours.</param>
internal sealed class Fts5IndexBuild(Fts5Store store, Func<Fts5Store, CancellationToken, Task> promote) : IndexBuild
{
    private bool promoted;
    private bool disposed;

    public override Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) =>
        store.ApplyAsync(feed, changes, position, cancellationToken);

    public override Task ResetAsync(string feed, CancellationToken cancellationToken) => store.ResetAsync(feed, cancellationToken);

    public override Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken) => Task.Run(
        () => store.Read((_, connection) => Fts5Positions.Of(connection, feed), cancellationToken), cancellationToken);

    public override Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken) => Task.Run(
        () => store.Read((reader, _) => new IndexStatistics(reader.Columns.LivingDocuments, reader.Columns.LivingPassages), cancellationToken), cancellationToken);

    public override async Task PromoteAsync(CancellationToken cancellationToken)
    {
        await promote(store, cancellationToken);
        promoted = true;
    }

    public override ValueTask DisposeAsync()
    {
        if (!promoted && !disposed)
            store.Dispose();
        disposed = true;
        return ValueTask.CompletedTask;
    }
}
