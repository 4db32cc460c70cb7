using System.Net;
using System.Net.Sockets;

namespace Fazhi.Testing;

/// <summary>Ports for programs that cannot choose one themselves. Hosts of the project listen on port 0 instead (see <see cref="RealHost"/>).</summary>
public static class FreePort
{
    /// <summary>A TCP port that nobody on the loopback address listens on at this moment.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
