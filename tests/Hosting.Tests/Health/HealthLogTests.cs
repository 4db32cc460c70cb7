using Fazhi.Hosting.Tests.Host;
using Fazhi.Testing;
using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Fazhi.Hosting.Tests.Health;

/// <summary>A check that fails is told once, not each time that somebody asks.</summary>
public sealed class HealthLogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_is_told_once_with_its_reason_and_its_cause()
    {
        var log = new RecordedLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var health = new HealthLog(factory.CreateLogger<HealthLog>());

        foreach (var reason in new[] { "", "没有应答", "没有应答", "没有应答", "凭据不对", "", "" })
            await health.PublishAsync(Report(reason), Cancel);

        Assert.Equal(
            ["index is Unhealthy: 没有应答 (refused)", "index is Unhealthy: 凭据不对 (refused)", "index is healthy again"],
            log.Entries.Select(entry => entry.Message));
        Assert.All(log.Entries, entry => Assert.Null(entry.Error));
    }

    [Fact]
    public async Task Host_that_is_asked_often_while_a_check_fails_writes_no_stack()
    {
        var log = new RecordedLog();
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, builder =>
        {
            builder.Logging.AddProvider(log);
            builder.Services.AddHealthChecks().AddCheck("own", () => HealthCheckResult.Unhealthy("没有应答", new InvalidOperationException("refused")));
        });
        var client = host.Client<Grpc.Health.V1.Health.HealthClient>();

        for (var i = 0; i < 10; i++)
            await client.CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel);
        await Eventually.True(() => log.Entries.Any(entry => entry.Message.Contains("没有应答", StringComparison.Ordinal)));

        var entry = Assert.Single(log.Entries, entry => entry.Message.Contains("own", StringComparison.Ordinal));
        Assert.Null(entry.Error);
    }

    private static HealthReport Report(string reason)
    {
        var entry = reason.Length == 0
            ? new HealthReportEntry(HealthStatus.Healthy, null, TimeSpan.Zero, null, null)
            : new HealthReportEntry(HealthStatus.Unhealthy, reason, TimeSpan.Zero, new InvalidOperationException(reason, new IOException("refused")), null);
        return new HealthReport(new Dictionary<string, HealthReportEntry> { ["index"] = entry }, TimeSpan.Zero);
    }
}
