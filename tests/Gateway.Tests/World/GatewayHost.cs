using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Fazhi.Probe.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace Fazhi.Gateway.Tests.World;

/// <summary>The gateway on a free port, and clients to it.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly GrpcChannel channel;
    private readonly DirectoryInfo data;

    private GatewayHost(WebApplication app, DirectoryInfo data)
    {
        this.app = app;
        this.data = data;
        Address = new Uri(app.Urls.First());
        channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true } },
            MaxReceiveMessageSize = null,
        });
        Probe = new ProbeService.ProbeServiceClient(channel);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public GrpcChannel Channel => channel;

    public ProbeService.ProbeServiceClient Probe { get; }

    public HttpClient Http { get; }

    /// <summary>Starts a gateway whose services are all at the backend's address.</summary>
    public static async Task<GatewayHost> StartAsync(Uri backend, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("fazhi-gateway-");
        string[] areas = ["Units", "Plans", "Reports", "Supervision", "Search", "Probe"];
        var app = GatewayApp.Build(
            ["--Logging:Console:LogLevel:Default=None", "--Fazhi:Listen=http://127.0.0.1:0", $"--Fazhi:Data={data.FullName}", .. areas.Select(area => $"--Fazhi:Services:{area}={backend}"), .. settings],
            typeof(ProbeService).Assembly);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new GatewayHost(app, data);
    }

    /// <summary>A socket to the gateway.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        channel.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        data.Delete(recursive: true);
    }
}
