using Fazhi.Search.Indexing;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>An index beside the one in use. Searches do not see it, so that nothing of it is made visible before the end.</summary>
internal sealed class ElasticsearchBuild(
    ElasticsearchConnection connection, IndexCatalog catalog, Refresher refresher, IndexGeneration index, IndexFeeds feeds) : IndexBuild
{
    public override Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) =>
        GuardedAsync(async () =>
        {
            await feeds.ApplyAsync(index, feed, changes, position, cancellationToken);
            return true;
        });

    public override Task ResetAsync(string feed, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await feeds.ResetAsync(index, feed, cancellationToken);
        return true;
    });

    public override Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken) =>
        GuardedAsync(() => feeds.GetPositionAsync(index, feed, cancellationToken));

    public override Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await MakeVisibleAsync(cancellationToken);
        return await ElasticsearchSearchIndex.CountAsync(connection, index, cancellationToken);
    });

    public override Task PromoteAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await MakeVisibleAsync(cancellationToken);
        await catalog.PromoteAsync(index, cancellationToken);
        await refresher.RefreshAsync(cancellationToken);
        return true;
    });

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task MakeVisibleAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.POST, $"/{index.Documents},{index.State}/_refresh", null, cancellationToken);

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (ElasticsearchException error) when (error.IsIndexMissing)
        {
            throw ElasticsearchSearchIndex.Replaced(error);
        }
    }
}
