namespace Fazhi.Hosting;

/// <summary>What every host reads from its configuration, section <c>Fazhi</c>.</summary>
/// <param name="ServiceName">Short name of the service, such as <c>plans</c>: file name of the store, name in logs and traces.</param>
/// <param name="Data">Folder of this service's files, <c>Fazhi:Data</c>; <c>data/{ServiceName}</c> when absent.</param>
/// <param name="Listen">Address to listen on, <c>Fazhi:Listen</c>; a free loopback port when absent.</param>
public sealed record HostSettings(string ServiceName, string Data, Uri Listen)
{
    internal static HostSettings From(IConfiguration configuration, string serviceName)
    {
        var listen = configuration["Fazhi:Listen"] ?? "http://127.0.0.1:0";
        if (!Uri.TryCreate(listen, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
            throw new InvalidOperationException($"Fazhi:Listen={listen} 不是 http://主机:端口 形式的地址");

        return new HostSettings(serviceName, DataFolder(configuration, serviceName), address);
    }

    /// <summary>The folder that <see cref="Data"/> names.</summary>
    public static string DataFolder(IConfiguration configuration, string serviceName)
    {
        var data = configuration["Fazhi:Data"];
        return Path.GetFullPath(string.IsNullOrWhiteSpace(data) ? Path.Combine("data", serviceName) : data);
    }
}
