using Fazhi.AppHost.Hosts;
using Fazhi.Hosting;
using Fazhi.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.AppHost.Tests;

/// <summary>What serves, what answers without serving, and what does not answer are three things.</summary>
public sealed class HealthProbeTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Service_that_answers_is_waited_for_no_longer_than_the_grace(bool serves)
    {
        await using var service = await StartServiceAsync(() => serves);
        Assert.Equal(serves, await HealthProbe.WaitAsync(Spec("search", service), Grace, Token));
    }

    [Fact]
    public async Task Service_that_serves_within_the_grace_serves()
    {
        var asked = 0;
        await using var service = await StartServiceAsync(() => Interlocked.Increment(ref asked) > 3);
        Assert.True(await HealthProbe.WaitAsync(Spec("search", service), TimeSpan.FromSeconds(30), Token));
    }

    [Fact]
    public async Task Host_that_does_not_answer_is_waited_for_until_the_end()
    {
        var away = new HostSpec("search", [], "", new Uri($"http://127.0.0.1:{FreePort.Find()}"), new Dictionary<string, string>());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(3 * Grace);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HealthProbe.WaitAsync(away, Grace, limit.Token));
    }

    [Fact]
    public async Task Gateway_behind_which_a_service_does_not_serve_answers_and_tells_why()
    {
        await using var gateway = await StartGatewayAsync();
        Assert.False(await HealthProbe.WaitAsync(Spec(HostCatalog.Gateway, gateway), Grace, Token));
        var reason = Assert.Single(await HealthProbe.ReasonsAsync(Spec(HostCatalog.Gateway, gateway), Token));
        Assert.Equal(("search", "搜索引擎没有应答"), (reason.Key, reason.Value));
    }

    private static HostSpec Spec(string name, WebApplication app) => new(name, [], "", new Uri(app.Urls.Single()), new Dictionary<string, string>());

    private static async Task<WebApplication> StartServiceAsync(Func<bool> serves)
    {
        var builder = FazhiHost.CreateBuilder(["--Logging:Console:LogLevel:Default=None", "--Fazhi:Listen=http://127.0.0.1:0"], "search");
        builder.Services.AddHealthChecks().AddCheck("own", () => serves() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        var app = builder.Build();
        app.MapFazhiDefaults();
        await app.StartAsync(Token);
        return app;
    }

    private static async Task<WebApplication> StartGatewayAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--Logging:LogLevel:Default=None"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/healthz", () => Results.Text(
            """{"status":"NOT_SERVING","services":{"plans":{"status":"SERVING","message":""},"search":{"status":"NOT_SERVING","message":"搜索引擎没有应答"}}}""",
            "application/json",
            statusCode: 503));
        await app.StartAsync(Token);
        return app;
    }
}
