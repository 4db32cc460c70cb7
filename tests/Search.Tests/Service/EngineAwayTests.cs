using System.Net;
using System.Net.Sockets;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fazhi.Search.Tests.Service;

/// <summary>A search engine that is away, hangs or refuses the service: the service runs, and says so.</summary>
public sealed class EngineAwayTests
{
    // Whoever asks for the state waits two seconds; a busy test machine has a little more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public Task Engine_that_is_away_is_named_and_the_lag_of_the_feeds_is_told() =>
        AssertToldAsync($"http://127.0.0.1:{FreePort.Find()}", "搜索引擎没有应答");

    [Fact]
    public async Task Engine_that_hangs_does_not_keep_the_state_back()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await AssertToldAsync($"http://{silent.LocalEndpoint}", "搜索引擎没有在时限内答复");
    }

    [Fact]
    public async Task Engine_that_refuses_the_service_is_told_from_one_that_is_away()
    {
        var builder = WebApplication.CreateSlimBuilder(["--Logging:LogLevel:Default=None"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var engine = builder.Build();
        engine.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        await engine.StartAsync(SearchFixture.Token);
        await AssertToldAsync(engine.Urls.Single(), "搜索引擎不接受本服务的凭据");
    }

    [Fact]
    public async Task Engine_that_is_away_at_the_start_is_one_line_a_feed_in_the_log()
    {
        var log = new RecordedLog();
        await using var folder = new TempFolder();
        await using var services = await FakeServices.StartAsync(folder);
        await using var host = await RealHost.StartAsync(
            args =>
            {
                var app = Program.Build(args);
                app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
                return app;
            },
            folder["search"],
            [.. services.Arguments, "--Fazhi:Search:Engine=elasticsearch", $"--Fazhi:Search:Elasticsearch:Nodes:0=http://127.0.0.1:{FreePort.Find()}"]);

        await Eventually.True(() => log.Entries.Count(entry => entry.Message.StartsWith("feed.failed", StringComparison.Ordinal)) >= 3);

        var warnings = log.Entries.Where(entry => entry.Message.StartsWith("feed.failed", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["feed.failed: plans: 搜索引擎没有应答", "feed.failed: reports: 搜索引擎没有应答", "feed.failed: units: 搜索引擎没有应答"],
            warnings.Select(entry => entry.Message).Order(StringComparer.Ordinal));
        Assert.All(warnings, entry => Assert.Null(entry.Error));
    }

    private static async Task AssertToldAsync(string engine, string reason)
    {
        await using var folder = new TempFolder();
        await using var services = await FakeServices.StartAsync(folder);
        await using var host = await RealHost.StartAsync(
            Program.Build, folder["search"], [.. services.Arguments, "--Fazhi:Search:Engine=elasticsearch", $"--Fazhi:Search:Elasticsearch:Nodes:0={engine}"]);

        var status = await host.Client<SearchService.SearchServiceClient>()
            .GetIndexStatusAsync(new GetIndexStatusRequest(), deadline: DateTime.UtcNow + Patience, cancellationToken: SearchFixture.Token);
        var health = await host.Client<Health.HealthClient>()
            .CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow + Patience, cancellationToken: SearchFixture.Token);

        Assert.Equal(("elasticsearch", reason, 0), (status.Engine, status.CountsMissingReason, status.DocumentCount));
        Assert.Equal(["plans", "reports", "units"], status.Feeds.Select(feed => feed.Feed));
        Assert.All(status.Feeds, feed => Assert.True(feed is { LagSeconds: > 0, CaughtUp: false }));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, health.Status);
    }
}
