using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;

namespace Fazhi.Hosting.Tests.Host;

/// <summary>A host put together as every service's is, around the echo service.</summary>
internal static class EchoHost
{
    public static WebApplication Build(string[] args) => Build(args, _ => { });

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder> configure)
    {
        var builder = FazhiHost.CreateBuilder(args, "echo");
        builder.AddStore<EchoGrpcService>();
        builder.Services.AddSingleton<EchoBehaviour>();
        configure(builder);

        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<EchoGrpcService>();
        return app;
    }

    public static Task<RealHost> StartAsync(TempFolder folder, EchoBehaviour behaviour, params string[] args) =>
        StartAsync(folder, builder => builder.Services.AddSingleton(behaviour), args);

    public static Task<RealHost> StartAsync(TempFolder folder, Action<WebApplicationBuilder> configure, params string[] args) =>
        RealHost.StartAsync(hostArgs => Build(hostArgs, configure), folder.Path, args);

    public static EchoService.EchoServiceClient Echo(this RealHost host) => host.Client<EchoService.EchoServiceClient>();

    /// <summary>In a child process: the change feed behind Expand, to see how a stream ends with the host.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var behaviour = new EchoBehaviour();
        await using var app = Build(args, builder => builder.Services.AddSingleton(behaviour));
        behaviour.Expand = async (_, responses, context) =>
        {
            await foreach (var entry in app.Services.GetRequiredService<ChangeLog>().WatchAsync("", context.CancellationToken))
                await responses.WriteAsync(new EchoResponse { Text = entry.ResumeToken }, context.CancellationToken);
        };
        await app.RunAsync();
        return 0;
    }
}
