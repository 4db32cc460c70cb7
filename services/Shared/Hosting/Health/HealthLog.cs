using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Hosting;

/// <summary>Tells once, in a line, when a check finds something else than it did before. How often it is asked does not matter.</summary>
internal sealed partial class HealthLog(ILogger<HealthLog> logger) : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<string, (HealthStatus Status, string Reason)> known = new(StringComparer.Ordinal);

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (check, entry) in report.Entries)
        {
            var now = (entry.Status, Reason: entry.Description ?? "");
            var before = known.GetValueOrDefault(check, (HealthStatus.Healthy, ""));
            known[check] = now;
            if (now == before)
                continue;
            if (now.Status == HealthStatus.Healthy)
                LogHealthy(check);
            else
                LogUnhealthy(check, now.Status, now.Reason, CauseOf(entry));
        }
        return Task.CompletedTask;
    }

    private static string CauseOf(HealthReportEntry entry) =>
        entry.Exception?.GetBaseException().Message is { } cause && cause != entry.Description ? $" ({cause})" : "";

    [LoggerMessage(EventName = "HealthLost", Level = LogLevel.Warning, Message = "{Check} is {Status}: {Reason}{Cause}")]
    private partial void LogUnhealthy(string check, HealthStatus status, string reason, string cause);

    [LoggerMessage(EventName = "HealthRegained", Level = LogLevel.Information, Message = "{Check} is healthy again")]
    private partial void LogHealthy(string check);
}
