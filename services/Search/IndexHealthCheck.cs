using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Search;

/// <summary>Healthy when the index answers. How far it is behind the feeds is no illness: GetIndexStatus tells it.</summary>
internal sealed class IndexHealthCheck(SearchIndex index) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await index.GetStatisticsAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is SqliteException or FazhiException)
        {
            return HealthCheckResult.Unhealthy("索引不能读取", error);
        }
    }
}
