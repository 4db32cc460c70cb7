using Fazhi.Gateway.Tests.Probe;
using Fazhi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Fazhi.Gateway.Tests.World;

/// <summary>One host that plays every service behind the gateway.</summary>
internal sealed class BackendHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private BackendHost(WebApplication app, FakeLibrary library)
    {
        this.app = app;
        Library = library;
    }

    public FakeLibrary Library { get; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<BackendHost> StartAsync(Uri? at = null)
    {
        var builder = FazhiHost.CreateBuilder(["--Logging:Console:LogLevel:Default=None", $"--Fazhi:Listen={at ?? new Uri("http://127.0.0.1:0")}"], "backend");
        var library = new FakeLibrary();
        builder.Services.AddSingleton(library);
        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<ProbeBackend>();
        app.MapGrpcService<FakeSearch>();
        app.MapGrpcService<FakeSavedSearches>();
        app.MapGrpcService<FakePlans>();
        app.MapGrpcService<FakeThemes>();
        app.MapGrpcService<FakeReports>();
        app.MapGrpcService<FakeUnits>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BackendHost(app, library);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
