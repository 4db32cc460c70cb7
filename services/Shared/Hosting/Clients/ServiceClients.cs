using Grpc.Core;
using Grpc.Net.ClientFactory;

namespace Fazhi.Hosting;

/// <summary>Registers clients of the other services.</summary>
public static class ServiceClients
{
    /// <summary>Deadline of a call for which neither the caller nor the call being answered has set one.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds a client of the service whose address is <c>Fazhi:Services:{name}</c>. Inside a call being answered it passes on that call's deadline,
    /// cancellation and trace; reads are tried again while the service is UNAVAILABLE.
    /// </summary>
    /// <exception cref="InvalidOperationException">The address is missing or no http address.</exception>
    public static IHttpClientBuilder AddServiceClient<TClient>(this WebApplicationBuilder builder, string name)
        where TClient : ClientBase<TClient>
    {
        var key = $"Fazhi:Services:{name}";
        if (!Uri.TryCreate(builder.Configuration[key], UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal))
            throw new InvalidOperationException($"{key}={builder.Configuration[key]}：需要 {name} 服务的地址，例如 http://127.0.0.1:5001");

        return builder.Services
            .AddGrpcClient<TClient>(options => options.Address = address)
            .ConfigureChannel(channel =>
            {
                channel.MaxReceiveMessageSize = FazhiHost.MaxMessageSize;
                channel.MaxSendMessageSize = FazhiHost.MaxMessageSize;
                channel.ServiceConfig = ReadRetries.For(typeof(TClient));
                // A service that was away is reached again at once, not after the default of up to two minutes.
                channel.InitialReconnectBackoff = TimeSpan.FromMilliseconds(100);
                channel.MaxReconnectBackoff = TimeSpan.FromSeconds(1);
            })
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .EnableCallContextPropagation(propagation => propagation.SuppressContextNotFoundErrors = true)
            .AddInterceptor(InterceptorScope.Channel, services =>
                new DefaultDeadline(DefaultDeadline, services.GetRequiredService<TimeProvider>()));
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
    };
}
