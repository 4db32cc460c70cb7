using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Fazhi.AppHost.Hosts;

/// <summary>Asks a host whether it serves.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Returns once the host says that it serves.</summary>
    public static Task WaitAsync(HostSpec host, CancellationToken cancellation) =>
        host.Name == HostCatalog.Gateway
            ? WaitForGatewayAsync(host.Address, cancellation)
            : WaitForServiceAsync(host.Address, cancellation);

    private static async Task WaitForServiceAsync(Uri address, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(address, new() { HttpHandler = DirectConnection.Handler(), DisposeHttpClient = true });
        var health = new Health.HealthClient(channel);
        while (!await IsServingAsync(health, cancellation))
            await Task.Delay(Interval, cancellation);
    }

    private static async Task<bool> IsServingAsync(Health.HealthClient health, CancellationToken cancellation)
    {
        try
        {
            var answer = await health.CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow + Limit, cancellationToken: cancellation);
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static async Task WaitForGatewayAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient(DirectConnection.Handler()) { BaseAddress = address, Timeout = Limit };
        while (!await IsHealthyAsync(http, cancellation))
            await Task.Delay(Interval, cancellation);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
