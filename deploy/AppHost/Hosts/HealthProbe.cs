using System.Diagnostics;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Fazhi.AppHost.Hosts;

/// <summary>Asks a host whether it serves.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Returns true once the host says that it serves, and false once it has answered for <paramref name="grace"/> without saying so: it waits for something else.</summary>
    public static async Task<bool> WaitAsync(HostSpec host, TimeSpan grace, CancellationToken cancellation)
    {
        if (host.Name == HostCatalog.Gateway)
        {
            using var http = Http(host.Address);
            return await WaitAsync(() => AskGatewayAsync(http, cancellation), grace, cancellation);
        }
        using var channel = GrpcChannel.ForAddress(host.Address, new() { HttpHandler = DirectConnection.Handler(), DisposeHttpClient = true });
        var health = new Health.HealthClient(channel);
        return await WaitAsync(() => AskServiceAsync(health, cancellation), grace, cancellation);
    }

    /// <summary>What the gateway says of why services do not serve (Chinese), by their names; those of which it says nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReasonsAsync(HostSpec gateway, CancellationToken cancellation)
    {
        using var http = Http(gateway.Address);
        using var answer = await http.GetAsync(Healthz, cancellation);
        var services = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))?["services"]?.AsObject() ?? [];
        return services
            .Select(service => (service.Key, Reason: (string?)service.Value?["message"] ?? ""))
            .Where(service => service.Reason.Length > 0)
            .ToDictionary(service => service.Key, service => service.Reason);
    }

    private static readonly Uri Healthz = new("/healthz", UriKind.Relative);

    private static HttpClient Http(Uri address) => new(DirectConnection.Handler()) { BaseAddress = address, Timeout = Limit };

    // Null is no answer.
    private static async Task<bool> WaitAsync(Func<Task<bool?>> ask, TimeSpan grace, CancellationToken cancellation)
    {
        long? answers = null;
        while (true)
        {
            var serving = await ask();
            if (serving == true)
                return true;
            answers = serving is null ? null : answers ?? Stopwatch.GetTimestamp();
            if (answers is { } since && Stopwatch.GetElapsedTime(since) >= grace)
                return false;
            await Task.Delay(Interval, cancellation);
        }
    }

    private static async Task<bool?> AskServiceAsync(Health.HealthClient health, CancellationToken cancellation)
    {
        try
        {
            var answer = await health.CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow + Limit, cancellationToken: cancellation);
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static async Task<bool?> AskGatewayAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(Healthz, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
