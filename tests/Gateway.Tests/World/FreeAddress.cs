using System.Net;
using System.Net.Sockets;

namespace Fazhi.Gateway.Tests.World;

/// <summary>A loopback address at which nothing listens.</summary>
internal static class FreeAddress
{
    public static Uri Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
