using System.Diagnostics;
using System.Net;

namespace Fazhi.Gateway.Services;

/// <summary>How connections to the services behave, for forwarded calls and for the gateway's own.</summary>
internal static class ServiceConnections
{
    public static SocketsHttpHandler NewHandler()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    public static void Configure(SocketsHttpHandler handler)
    {
        handler.UseProxy = false;
        handler.UseCookies = false;
        handler.AllowAutoRedirect = false;
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.EnableMultipleHttp2Connections = true;
        handler.ConnectTimeout = TimeSpan.FromSeconds(5);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5);
        // A service that vanished without closing its sockets is noticed while a call or a quiet stream waits for it.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
        handler.ActivityHeadersPropagator ??= DistributedContextPropagator.CreateDefaultPropagator();
    }
}
