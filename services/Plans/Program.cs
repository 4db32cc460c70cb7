using Fazhi.Hosting;
using Fazhi.Plans.Storage;
using Fazhi.Plans.Themes;
using Fazhi.Reports.V1;
using Fazhi.Units.V1;

namespace Fazhi.Plans;

/// <summary>The plan service: plans, their tasks and where they came from.</summary>
public static class Program
{
    public static void Main(string[] args) => Build(args).Run();

    /// <summary>The host, ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "plans");
        builder.AddStore<PlanStore>();
        builder.AddServiceClient<UnitService.UnitServiceClient>("Units");
        builder.AddServiceClient<ReportService.ReportServiceClient>("Reports");
        builder.Services.AddSingleton<PlanStore>();
        builder.Services.AddSingleton<TaskMentions>();
        builder.Services.AddSingleton<TaskThemes>();
        builder.Services.AddSingleton<TaskCorrections>();
        builder.Services.AddSingleton<ThemeStore>();
        builder.Services.AddSingleton<ThemeKeeper>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ThemeKeeper>());
        builder.AddImport<PlanKeeper>();
        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<PlanGrpcService>();
        app.MapGrpcService<ThemeGrpcService>();
        return app;
    }
}
