using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Fazhi.Gateway.Listening;

/// <summary>Kestrel's limits and the protocol of its endpoints.</summary>
internal static class KestrelSetup
{
    public static void Apply(KestrelServerOptions kestrel, IOptions<GatewayOptions> options, ILogger<ProtocolSniffer> logger)
    {
        var limits = options.Value;
        kestrel.AddServerHeader = false;
        // Needed by Http2Prefaced; RequestScheme sets the scheme from the connection.
        kestrel.AllowAlternateSchemes = true;
        kestrel.Limits.MaxConcurrentConnections = limits.MaxConnections;
        kestrel.Limits.MaxRequestBodySize = limits.MaxJsonBytes;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        // Reading a stream slowly is the client's right; holding one open without reading at all is not.
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 50, gracePeriod: TimeSpan.FromMinutes(1));
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        kestrel.ConfigureEndpointDefaults(endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1AndHttp2;
            endpoint.Use(next => new ProtocolSniffer(next, limits.HandshakeTimeout, logger).OnConnectionAsync);
        });
    }

    /// <summary>The addresses of a list such as "http://127.0.0.1:8080;https://[::]:8443", those with a wildcard host left out.</summary>
    public static IEnumerable<Uri> AddressesOf(string listen)
        => listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>();
}
