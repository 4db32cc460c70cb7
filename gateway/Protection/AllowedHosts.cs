using Microsoft.AspNetCore.HostFiltering;

namespace Fazhi.Gateway.Protection;

/// <summary>
/// The host names that a request may carry. Without a setting these are the names of this machine to itself, so that a foreign name
/// that is made to point here (DNS rebinding) is refused; <c>AllowedHosts</c> ("fazhi.example.gov.cn;*.example.cn") replaces them.
/// </summary>
internal static class AllowedHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static void Configure(HostFilteringOptions filter, string? setting, IEnumerable<Uri> listen)
    {
        filter.AllowEmptyHosts = false;
        filter.IncludeFailureMessage = false;
        filter.AllowedHosts = string.IsNullOrWhiteSpace(setting)
            ? [.. Loopback.Union(listen.Select(address => address.Host).Where(IsOneHost), StringComparer.OrdinalIgnoreCase)]
            : setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool IsOneHost(string host) => host is not ("0.0.0.0" or "[::]" or "+" or "*");
}
