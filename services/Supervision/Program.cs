using Fazhi.Hosting;
using Fazhi.Supervision.Storage;

namespace Fazhi.Supervision;

/// <summary>The supervision service: inspections and their findings, tracked to closure.</summary>
public static class Program
{
    public static void Main(string[] args) => Build(args).Run();

    /// <summary>The host, ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "supervision");
        builder.AddStore<SupervisionStore>();
        builder.Services.AddSingleton<SupervisionStore>();
        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<SupervisionGrpcService>();
        return app;
    }
}
