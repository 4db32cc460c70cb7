using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Fazhi.Search.SavedSearches.Webhooks;

/// <summary>
/// Posts to web hooks: no redirects, no proxy, no cookies, a few seconds at most, and of the answer only its status. The address is checked as it is connected to, so that a
/// name that leads elsewhere by then is refused too.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebhookRules rules;
    private readonly HttpClient client;

    public WebhookClient(WebhookRules rules)
    {
        this.rules = rules;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 16 * 1024,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Patience,
        };
    }

    /// <summary>Posts a body.</summary>
    /// <param name="url">Where.</param>
    /// <param name="secret">Key of the signature; empty for none.</param>
    /// <param name="delivery">What the receiver knows a repeated post by.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was wrong; empty when nothing was.</returns>
    public async Task<string> PostAsync(string url, string secret, string delivery, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("X-Fazhi-Delivery", delivery);
        if (secret.Length > 0)
            request.Headers.Add("X-Fazhi-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? "" : $"接收方回应 {(int)response.StatusCode}";
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is WebhookRefusedException refused ? refused.Message : $"不能连接接收方：{error.HttpRequestError}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"接收方在 {Patience.TotalSeconds:F0} 秒内没有回应";
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // An address is not looked up: the resolver does not take all of them.
        var addresses = IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (!rules.IsAllowed(host, port) && !addresses.All(PublicAddresses.Contains))
            throw new WebhookRefusedException("接收方的地址是内部地址，不予推送");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
