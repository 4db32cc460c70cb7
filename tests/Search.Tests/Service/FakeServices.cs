using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Search.Tests.Service;

/// <summary>The services that search listens to, reduced to their feeds, on one real socket.</summary>
internal sealed class FakeServices : IAsyncDisposable
{
    private RealHost? host;
    private string listen = "http://127.0.0.1:0";

    public FakeFeed<Plan> Plans { get; } = new();

    public FakeFeed<Report> Reports { get; } = new();

    public FakeFeed<Region> Regions { get; } = new();

    /// <summary>The loaded theme catalogues, as JSON.</summary>
    public FakeFeed<string> Themes { get; } = new();

    public string[] Arguments =>
        [.. ((string[])["Plans", "Reports", "Units"]).Select(name => $"--Fazhi:Services:{name}={listen.TrimEnd('/')}")];

    public static async Task<FakeServices> StartAsync(TempFolder folder)
    {
        var services = new FakeServices();
        services.AddRegions();
        await services.StartHostAsync(folder);
        return services;
    }

    public async Task StartHostAsync(TempFolder folder)
    {
        host = await RealHost.StartAsync(Build, folder["fake"], $"--Fazhi:Listen={listen}");
        listen = host.Address.ToString();
    }

    public async Task StopHostAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        host = null;
    }

    public void Put(params Plan[] plans)
    {
        foreach (var plan in plans)
            Plans.Put(plan.Name, plan);
    }

    public void Put(params Report[] reports)
    {
        foreach (var report in reports)
            Reports.Put(report.Name, report);
    }

    public ValueTask DisposeAsync() => new(StopHostAsync());

    private void AddRegions()
    {
        void Add(string code, string name, string fullName, string shortName, params string[] ancestors) => Regions.Put(
            $"regions/{code}",
            new Region { Name = $"regions/{code}", Code = code, DisplayName = name, FullName = fullName, ShortNames = { shortName }, AncestorCodes = { ancestors } });

        Add("990000", "岚川省", "岚川省", "岚川");
        Add("990100", "临澜市", "临澜市", "临澜", "990000");
        Add("990200", "澄湖市", "澄湖市", "澄湖", "990000");
        Add("990102", "青砚区", "临澜市青砚区", "青砚", "990000", "990100");
        Add("990121", "望岫县", "临澜市望岫县", "望岫", "990000", "990100");
        Add("990202", "青砚区", "澄湖市青砚区", "青砚", "990000", "990200");
        Add("990221", "云汀县", "澄湖市云汀县", "云汀", "990000", "990200");
    }

    private WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "fake");
        builder.Services.AddSingleton(this);
        var app = builder.Build();
        app.MapGrpcService<PlanFeedService>();
        app.MapGrpcService<ReportFeedService>();
        app.MapGrpcService<RegionFeedService>();
        app.MapGrpcService<ThemeFeedService>();
        return app;
    }

    private sealed class PlanFeedService(FakeServices services, IHostApplicationLifetime lifetime) : PlanService.PlanServiceBase
    {
        public override async Task WatchChanges(
            Plans.V1.WatchChangesRequest request, IServerStreamWriter<Plans.V1.WatchChangesResponse> responses, ServerCallContext context)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            await foreach (var (token, caughtUp, name, plan) in services.Plans.WatchAsync(request.ResumeToken, ending.Token))
            {
                await responses.WriteAsync(new()
                {
                    ResumeToken = token,
                    CaughtUp = caughtUp,
                    Name = name,
                    Deleted = !caughtUp && plan is null,
                    Plan = plan,
                });
            }
        }
    }

    private sealed class ReportFeedService(FakeServices services, IHostApplicationLifetime lifetime) : ReportService.ReportServiceBase
    {
        public override async Task WatchChanges(
            Reports.V1.WatchChangesRequest request, IServerStreamWriter<Reports.V1.WatchChangesResponse> responses, ServerCallContext context)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            await foreach (var (token, caughtUp, name, report) in services.Reports.WatchAsync(request.ResumeToken, ending.Token))
            {
                await responses.WriteAsync(new()
                {
                    ResumeToken = token,
                    CaughtUp = caughtUp,
                    Name = name,
                    Deleted = !caughtUp && report is null,
                    Report = report,
                });
            }
        }
    }

    private sealed class RegionFeedService(FakeServices services, IHostApplicationLifetime lifetime) : UnitService.UnitServiceBase
    {
        public override async Task WatchChanges(
            Units.V1.WatchChangesRequest request, IServerStreamWriter<Units.V1.WatchChangesResponse> responses, ServerCallContext context)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            await foreach (var (token, caughtUp, name, region) in services.Regions.WatchAsync(request.ResumeToken, ending.Token))
            {
                await responses.WriteAsync(new()
                {
                    ResumeToken = token,
                    CaughtUp = caughtUp,
                    Name = name,
                    Deleted = !caughtUp && region is null,
                    Region = region,
                });
            }
        }
    }

    private sealed class ThemeFeedService(FakeServices services, IHostApplicationLifetime lifetime) : ThemeService.ThemeServiceBase
    {
        public override async Task WatchThemeCatalogues(
            WatchThemeCataloguesRequest request, IServerStreamWriter<WatchThemeCataloguesResponse> responses, ServerCallContext context)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            var loaded = new SortedDictionary<string, string>(StringComparer.Ordinal);
            await foreach (var (_, caughtUp, name, json) in services.Themes.WatchAsync("", ending.Token))
            {
                if (!caughtUp)
                    loaded[name] = json!;
                else
                    await responses.WriteAsync(new WatchThemeCataloguesResponse { Json = { loaded.Values } });
            }
        }
    }
}
