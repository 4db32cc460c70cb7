using System.Net;
using Fazhi.Hosting;

namespace Fazhi.Search.SavedSearches.Webhooks;

/// <summary>
/// Where a web hook may be: at public addresses over https, or at the hosts that <c>Fazhi:Search:Webhooks:AllowedHosts</c> names (<c>name</c> or <c>name:port</c>),
/// over http too and wherever they are.
/// </summary>
internal sealed class WebhookRules(IConfiguration configuration)
{
    private const int MaxLength = 2_000;

    private readonly HashSet<string> allowed = new(
        configuration.GetSection("Fazhi:Search:Webhooks:AllowedHosts").Get<string[]>() ?? [], StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses an address that no post may go to, as far as can be told without asking for its addresses.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it is none, or not allowed.</exception>
    public void Check(string url, string field)
    {
        if (url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Fragment.Length > 0
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw FazhiException.InvalidArgument(field, $"应为 https://主机/路径 形式的地址，最多 {MaxLength} 个字符，不含用户名");
        }
        if (IsAllowed(address.Host, address.Port))
            return;
        if (address.Scheme != Uri.UriSchemeHttps)
            throw FazhiException.InvalidArgument(field, "应使用 https；配置 Fazhi:Search:Webhooks:AllowedHosts 可允许个别主机使用 http", "WEBHOOK_NOT_ALLOWED");
        if (address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && !PublicAddresses.Contains(ip)))
            throw FazhiException.InvalidArgument(field, "不能是内部地址；配置 Fazhi:Search:Webhooks:AllowedHosts 可允许个别主机", "WEBHOOK_NOT_ALLOWED");
    }

    /// <summary>Whether the configuration names the host.</summary>
    public bool IsAllowed(string host, int port) => allowed.Contains(host) || allowed.Contains($"{host}:{port}");
}
