using System.Net;
using System.Net.Http.Headers;
using NetMethod = System.Net.Http.HttpMethod;

namespace Elastic.Transport;

/// <summary>Sends requests to single nodes over pooled connections, and reads the answers.</summary>
internal sealed class HttpRequestInvoker : IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly bool compress;
    private readonly string userAgent;

    public HttpRequestInvoker(ITransportConfiguration configuration)
    {
        compress = configuration.EnableHttpCompression ?? true;
        userAgent = $"{configuration.ProductRegistration.Name}/{configuration.ProductRegistration.ProductAssemblyVersion}";
        http = new HttpMessageInvoker(Connections(configuration, compress));
    }

    /// <summary>
    /// Asks one node. The answer says what became of it, be it that the node was not reached; only what the caller's own body writer throws comes
    /// through.
    /// </summary>
    public async Task<TResponse> SendAsync<TResponse>(Node node, EndpointPath path, BoundConfiguration bound, TimeSpan timeout, CancellationToken cancellationToken)
        where TResponse : TransportResponse, new()
    {
        var response = new TResponse();
        var details = response.ApiCallDetails = new ApiCallDetails(path.Method, new Uri(node.Uri, path.PathAndQuery.TrimStart('/')));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        HttpResponseMessage? message = null;
        try
        {
            using var request = Request(details, node, bound);
            message = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
            Describe(details, message, bound);
            if (details.MayHaveBody && details.HasExpectedContentType)
                await response.ReadBodyAsync(message, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            details.Fail(cancellationToken.IsCancellationRequested ? error : TimedOut(error, timeout));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            details.Fail(error);
        }
        finally
        {
            if (message is not null && !response.Keeps(message))
                message.Dispose();
        }

        return response;
    }

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Connections(ITransportConfiguration configuration, bool compress)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = compress ? DecompressionMethods.GZip | DecompressionMethods.Deflate : DecompressionMethods.None,
            PooledConnectionLifetime = configuration.DnsRefreshTimeout,
        };
        if (configuration.ConnectionLimit > 0)
            handler.MaxConnectionsPerServer = configuration.ConnectionLimit;
        if (configuration.ClientCertificates is { } certificates)
            handler.SslOptions.ClientCertificates = certificates;
        if (configuration.ServerCertificateValidationCallback is { } callback)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => callback(sender, certificate!, chain!, errors);
        }
        else if (configuration.CertificateFingerprint is { Length: > 0 } fingerprint)
        {
            var pin = new CertificatePin(fingerprint);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, _) => pin.Accepts(certificate, chain);
        }

        return handler;
    }

    private HttpRequestMessage Request(ApiCallDetails details, Node node, BoundConfiguration bound)
    {
        var request = new HttpRequestMessage(MethodOf(details.HttpMethod), details.Uri);
        foreach (string name in bound.Headers?.AllKeys.OfType<string>() ?? [])
            request.Headers.TryAddWithoutValidation(name, bound.Headers!.GetValues(name) ?? []);
        if (!string.IsNullOrEmpty(bound.OpaqueId))
            request.Headers.TryAddWithoutValidation("X-Opaque-Id", bound.OpaqueId);
        request.Headers.TryAddWithoutValidation("Accept", bound.Accept);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Headers.Authorization ??= AuthorizationOf(node, bound);
        if (bound.Body is { } body && details.HttpMethod != HttpMethod.HEAD)
            request.Content = new RequestContent(body, bound.ContentType, compress);
        return request;
    }

    /// <summary>Credentials in a node's address are its own and go before those of the settings.</summary>
    private static AuthenticationHeaderValue? AuthorizationOf(Node node, BoundConfiguration bound)
    {
        var header = bound.Authentication;
        if (node.Uri.UserInfo.Length > 0)
        {
            var parts = node.Uri.UserInfo.Split(':', 2);
            header = new BasicAuthentication(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return header is not null && header.TryGetAuthorizationParameters(out var value) ? new AuthenticationHeaderValue(header.AuthScheme, value) : null;
    }

    private static void Describe(ApiCallDetails details, HttpResponseMessage message, BoundConfiguration bound)
    {
        var status = (int)message.StatusCode;
        details.HttpStatusCode = status;
        details.MayHaveBody = details.HttpMethod != HttpMethod.HEAD && status != (int)HttpStatusCode.NoContent && message.Content.Headers.ContentLength != 0;
        details.ResponseContentType = message.Content.Headers.ContentType?.ToString() ?? "";
        details.HasSuccessfulStatusCode = bound.IsSuccess(details.HttpMethod, status);
        details.HasExpectedContentType = !details.MayHaveBody || bound.IsExpectedType(details.ResponseContentType);
        details.Headers = message.Headers.Concat(message.Content.Headers)
            .Where(header => bound.ParseAllHeaders || bound.HeadersToParse.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
    }

    private static TaskCanceledException TimedOut(OperationCanceledException error, TimeSpan timeout)
    {
        var message = $"The request was canceled due to the configured timeout of {timeout.TotalSeconds} seconds elapsing.";
        return new TaskCanceledException(message, new TimeoutException(message, error));
    }

    private static NetMethod MethodOf(HttpMethod method) => method switch
    {
        HttpMethod.GET => NetMethod.Get,
        HttpMethod.POST => NetMethod.Post,
        HttpMethod.PUT => NetMethod.Put,
        HttpMethod.DELETE => NetMethod.Delete,
        HttpMethod.HEAD => NetMethod.Head,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };
}
