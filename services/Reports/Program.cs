using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.Storage;
using Fazhi.Reports.Themes;
using Fazhi.Units.V1;

namespace Fazhi.Reports;

/// <summary>The report service: yearly reports and where they came from.</summary>
public static class Program
{
    public static void Main(string[] args) => Build(args).Run();

    /// <summary>The host, ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "reports");
        builder.AddStore<ReportStore>();
        builder.AddServiceClient<UnitService.UnitServiceClient>("Units");
        builder.AddServiceClient<PlanService.PlanServiceClient>("Plans");
        builder.AddServiceClient<ThemeService.ThemeServiceClient>("Plans");
        builder.Services.AddSingleton<ReportStore>();
        builder.Services.AddSingleton<PassageThemes>();
        builder.Services.AddSingleton<ThemeStore>();
        builder.Services.AddHostedService<ReportThemes>();
        builder.AddImport<ReportKeeper>();
        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<ReportGrpcService>();
        return app;
    }
}
