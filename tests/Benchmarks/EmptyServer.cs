using Fazhi.Units.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fazhi.Benchmarks;

/// <summary>The baseline of calls: a Grpc.AspNetCore server in a process of its own whose method does nothing.</summary>
internal static class EmptyServer
{
    /// <summary>Argument with which the benchmarks start themselves as this server.</summary>
    public const string Argument = "--empty-server";

    /// <summary>Prints its address and serves until its standard input ends.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<EmptyService>();
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private sealed class EmptyService : UnitService.UnitServiceBase
    {
        public override Task<Region> GetRegion(GetRegionRequest request, ServerCallContext context) => Task.FromResult(new Region());
    }
}
