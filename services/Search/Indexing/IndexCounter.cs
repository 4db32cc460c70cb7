using Fazhi.Hosting;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Indexing;

/// <summary>What the index in use holds, or why that cannot be told: those who ask for the state are answered also while the engine is away.</summary>
internal sealed class IndexCounter(SearchIndex index)
{
    // Who asks for the state waits no longer than two seconds: an engine that hangs must leave time to say so.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    /// <summary>Counts.</summary>
    /// <returns>The counts and an empty reason; or none, and the reason (Chinese) with what lies behind it.</returns>
    public async Task<IndexCount> CountAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return new IndexCount(await index.GetStatisticsAsync(limit.Token), "", null);
        }
        catch (FazhiException error)
        {
            return new IndexCount(null, error.Message, error);
        }
        catch (SqliteException error)
        {
            return new IndexCount(null, "索引不能读取", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            return new IndexCount(null, "搜索引擎没有在时限内答复", error);
        }
    }
}
