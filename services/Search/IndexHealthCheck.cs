using Fazhi.Hosting;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Search;

/// <summary>Healthy when the index answers; degraded, which still serves, when it is behind a feed for longer than a moment.</summary>
internal sealed class IndexHealthCheck(SearchIndex index, IEnumerable<FeedConsumer> feeds) : IHealthCheck
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await index.GetStatisticsAsync(cancellationToken);
            var behind = feeds.Where(feed => feed.Progress.Lag > Moment).Select(feed => $"{feed.Feed} {feed.Progress.Lag.TotalSeconds:F0} s").ToList();
            return behind.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"索引落后：{string.Join('、', behind)}");
        }
        catch (Exception error) when (error is SqliteException or FazhiException)
        {
            return HealthCheckResult.Unhealthy("索引不能读取", error);
        }
    }
}
