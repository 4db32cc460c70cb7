using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Hosting;

/// <summary>Ready when the store answers a read.</summary>
internal sealed class StoreHealthCheck(SqliteStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var version = await store.ReadAsync(
                connection => connection.ExecuteScalar<long>("SELECT count(*) FROM schema_versions"), cancellationToken);
            return version > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("数据库没有结构版本");
        }
        catch (SqliteException error)
        {
            return HealthCheckResult.Unhealthy("数据库不能读取", error);
        }
    }
}
