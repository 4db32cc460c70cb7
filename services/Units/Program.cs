using Fazhi.Catalogues.Functions;
using Fazhi.Hosting;
using Fazhi.Units.Mentions;
using Fazhi.Units.Storage;

namespace Fazhi.Units;

/// <summary>The units service: regions 行政区划 and units 责任单位.</summary>
public static class Program
{
    public static Task Main(string[] args) => Build(args).RunAsync();

    /// <summary>The host, ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "units");
        builder.AddStore<UnitGrpcService>();
        builder.Services.AddSingleton<RegionStore>();
        builder.Services.AddSingleton<UnitStore>();
        builder.Services.AddSingleton<ProposalStore>();
        builder.Services.AddSingleton(FunctionCatalog.BuiltIn);
        builder.Services.AddSingleton(MentionReader.BuiltIn);
        builder.Services.AddSingleton<MentionService>();
        builder.Services.AddHostedService<RegionSeeding>();
        builder.Services.AddHostedService<MentionWarmUp>();

        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<UnitGrpcService>();
        return app;
    }
}
