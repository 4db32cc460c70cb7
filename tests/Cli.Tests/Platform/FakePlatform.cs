using Fazhi.CommandLine;
using Fazhi.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Fazhi.Cli.Tests.Platform;

/// <summary>A gateway on a real socket whose services answer what a test tells them to, and the command line run against it.</summary>
public sealed class FakePlatform : IAsyncLifetime
{
    private RealHost? _host;

    internal FakeSearch Search { get; } = new();

    internal FakeSavedSearches Saved { get; } = new();

    public async ValueTask InitializeAsync() => _host = await RealHost.StartAsync(Build, "");

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Runs <c>fazhi</c>.</summary>
    internal async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] all = [.. arguments, "--server", _host!.Address.ToString()];
        var code = await ChineseCommandLine.RunAsync(FazhiCommand.Create(), all, new() { Output = output, Error = error }, ExitCode.Usage);
        return (code, output.ToString(), error.ToString());
    }

    private WebApplication Build(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(Search).AddSingleton(Saved);
        var app = builder.Build();
        app.MapGrpcService<FakeSearch>();
        app.MapGrpcService<FakeSavedSearches>();
        app.MapGrpcService<FakeThemes>();
        return app;
    }
}
