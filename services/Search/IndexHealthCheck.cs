using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Search;

/// <summary>Healthy when the index answers; degraded, which still serves, when it is behind a feed for longer than a moment.</summary>
internal sealed class IndexHealthCheck(IndexCounter counter, IEnumerable<FeedConsumer> feeds) : IHealthCheck
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var count = await counter.CountAsync(cancellationToken);
        if (count.Statistics is null)
            return HealthCheckResult.Unhealthy(count.MissingReason, count.Error);
        var behind = feeds.Where(feed => feed.Progress.Lag > Moment).Select(feed => feed.Feed).Order(StringComparer.Ordinal).ToList();
        return behind.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"索引落后：{string.Join('、', behind)}");
    }
}
