using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace Fazhi.Testing;

/// <summary>
/// A service's own host, started inside the test's process on a real loopback socket. By convention each service has
/// <c>public static WebApplication Build(string[] args)</c> in its class <c>Program</c>: that is what is given here.
/// </summary>
/// <example><code>await using var host = await RealHost.StartAsync(Fazhi.Plans.Program.Build, folder.Path, "--Fazhi:Services:Units=" + units.Address);</code></example>
public sealed class RealHost : IAsyncDisposable
{
    private RealHost(WebApplication app)
    {
        App = app;
        Address = new Uri(app.Urls.Single());
        Channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = Hosting.FazhiHost.MaxMessageSize,
            MaxSendMessageSize = Hosting.FazhiHost.MaxMessageSize,
        });
    }

    /// <summary>The running host.</summary>
    public WebApplication App { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A channel to it.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>Its registered parts.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>Starts a host on a free port.</summary>
    /// <param name="build">The service's <c>Program.Build</c>.</param>
    /// <param name="data">Folder of its files.</param>
    /// <param name="args">Further command line, such as <c>--Fazhi:Services:Units=http://…</c>.</param>
    public static async Task<RealHost> StartAsync(Func<string[], WebApplication> build, string data, params string[] args)
    {
        var app = build(["--Fazhi:Listen=http://127.0.0.1:0", $"--Fazhi:Data={data}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning", .. args]);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new RealHost(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of one of its services.</summary>
    public TClient Client<TClient>()
        where TClient : ClientBase<TClient> => (TClient)Activator.CreateInstance(typeof(TClient), Channel)!;

    /// <summary>Stops as SIGTERM does: streams end, calls under way may finish.</summary>
    public Task StopAsync() => App.StopAsync(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
    }
}
