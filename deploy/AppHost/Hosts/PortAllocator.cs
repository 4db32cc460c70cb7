using System.Net;
using System.Net.Sockets;

namespace Fazhi.AppHost.Hosts;

/// <summary>Ports of this machine's loopback interface that nobody listens on.</summary>
internal static class PortAllocator
{
    // Below the ranges that Linux, macOS and Windows take outgoing connections from: a host that restarts finds its port still free.
    private const int First = 20_000;
    private const int Last = 31_999;

    /// <summary>Distinct free ports.</summary>
    /// <exception cref="AppHostException">There are not that many.</exception>
    public static IReadOnlyList<int> Take(int count)
    {
        var start = Random.Shared.Next(First, Last + 1);
        var free = Enumerable.Range(0, Last - First + 1)
            .Select(step => First + (start - First + step) % (Last - First + 1))
            .Where(IsFree)
            .Take(count)
            .ToList();
        return free.Count == count
            ? free
            : throw new AppHostException($"本机 {First}–{Last} 之间没有 {count} 个空闲端口。");
    }

    /// <summary>Whether the port can be listened on, on each loopback address that this machine has.</summary>
    public static bool IsFree(int port) =>
        CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException error)
        {
            // The address itself is missing, as ::1 in many containers: nobody else has the port there either.
            return error.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}
