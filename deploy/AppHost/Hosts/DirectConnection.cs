namespace Fazhi.AppHost.Hosts;

/// <summary>Connections within this machine: a proxy that the environment names is not for them.</summary>
internal static class DirectConnection
{
    public static SocketsHttpHandler Handler() => new() { UseProxy = false };
}
