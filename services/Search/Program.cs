using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Feeds;
using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Fazhi.Units.V1;

namespace Fazhi.Search;

/// <summary>The search service.</summary>
public static class Program
{
    public static void Main(string[] args) => Build(args).Run();

    /// <summary>The host, ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "search");
        builder.Services.AddSingleton(services => new Fts5SearchIndex(
            new Fts5Database(
                Path.Combine(services.GetRequiredService<HostSettings>().Data, "index.db"),
                services.GetRequiredService<ILogger<Fts5Database>>()),
            // A damaged index is made anew by the next start, which whoever watches over the process brings about.
            services.GetRequiredService<IHostApplicationLifetime>().StopApplication));
        builder.Services.AddSingleton<SearchIndex>(services => services.GetRequiredService<Fts5SearchIndex>());
        builder.Services.AddSingleton<RegionLookup>();
        builder.Services.AddHealthChecks().AddCheck<IndexHealthCheck>("index");
        builder.AddServiceClient<PlanService.PlanServiceClient>("Plans");
        builder.AddServiceClient<ReportService.ReportServiceClient>("Reports");
        builder.AddServiceClient<UnitService.UnitServiceClient>("Units");
        builder.Services.AddFeed<UnitFeed>().AddFeed<PlanFeed>().AddFeed<ReportFeed>();
        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<SearchGrpcService>();
        return app;
    }
}
