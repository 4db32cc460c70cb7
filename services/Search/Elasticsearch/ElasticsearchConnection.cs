using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Fazhi.Hosting;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Calls to the cluster. What fails becomes UNAVAILABLE with the time to wait, or, where the request itself was refused, an <see cref="ElasticsearchException"/>.</summary>
internal sealed class ElasticsearchConnection : IDisposable
{
    private const string Json = "application/vnd.elasticsearch+json; compatible-with=8";
    private const string Lines = "application/vnd.elasticsearch+x-ndjson; compatible-with=8";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    private readonly ElasticsearchClientSettings settings;
    private readonly ElasticsearchClient client;
    private readonly RequestConfiguration bulk;

    public ElasticsearchConnection(ElasticsearchOptions options)
    {
        settings = new ElasticsearchClientSettings(new StaticNodePool(options.Nodes.Select(node => new Uri(node))))
            .RequestTimeout(options.RequestTimeout)
            .MaximumRetries(options.MaxRetries)
            // A node that hangs must leave time for another one.
            .MaxRetryTimeout(options.RequestTimeout * (options.MaxRetries + 1))
            // Nodes are restarted one after another: one that is back is used again soon.
            .DeadTimeout(TimeSpan.FromSeconds(2))
            .MaxDeadTimeout(TimeSpan.FromSeconds(30))
            // A ping that fails says nothing of why: that the key is wrong would look like a node that is away.
            .DisablePing()
            .EnableHttpCompression(options.Compress);
        if (options.ReadApiKey() is { } key)
            settings.Authentication(new ApiKey(key));
        else if (options.ReadPassword() is { } password)
            settings.Authentication(new BasicAuthentication(options.User, password));
        if (options.Fingerprint.Length > 0)
            settings.CertificateFingerprint(options.Fingerprint);
        else if (options.CaFile.Length > 0)
            settings.ServerCertificateValidationCallback(SignedBy(options.CaFile));

        client = new ElasticsearchClient(settings);
        bulk = new RequestConfiguration { ContentType = Lines, Accept = Json, RequestTimeout = options.BulkTimeout, MaxRetryTimeout = options.BulkTimeout * 2 };
    }

    /// <summary>Asks, and reads the answer.</summary>
    /// <exception cref="FazhiException">UNAVAILABLE: nobody answered, or not now.</exception>
    /// <exception cref="ElasticsearchException">The request was refused.</exception>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, JsonNode? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var response = await AskAsync(method, path, body, cancellationToken);
        return response.ApiCallDetails.HttpStatusCode is >= 200 and < 300
            ? JsonSerializer.Deserialize(response.Body, type)!
            : throw Refused(response);
    }

    /// <summary>Asks for something that may not be there.</summary>
    /// <returns>Null for 404.</returns>
    public async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var response = await AskAsync(HttpMethod.GET, path, null, cancellationToken);
        return response.ApiCallDetails.HttpStatusCode switch
        {
            404 => null,
            >= 200 and < 300 => JsonSerializer.Deserialize(response.Body, type),
            _ => throw Refused(response),
        };
    }

    /// <summary>Tells something that may be out of date.</summary>
    /// <returns>False for 409: what the server has is newer.</returns>
    public async Task<bool> TrySendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var response = await AskAsync(method, path, body, cancellationToken);
        return response.ApiCallDetails.HttpStatusCode switch
        {
            409 => false,
            >= 200 and < 300 => true,
            _ => throw Refused(response),
        };
    }

    /// <summary>Tells something, of which the answer does not matter.</summary>
    public async Task SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var response = await AskAsync(method, path, body, cancellationToken);
        if (response.ApiCallDetails.HttpStatusCode is not (>= 200 and < 300))
            throw Refused(response);
    }

    /// <summary>Sends lines of JSON.</summary>
    /// <returns>The answer; null when the cluster is too busy to take them now (429).</returns>
    public async Task<BulkAnswer?> SendBulkAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        var response = await client.Transport.RequestAsync<BytesResponse>(
            HttpMethod.POST, "/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason", PostData.ReadOnlyMemory(lines), bulk, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return response.ApiCallDetails.HttpStatusCode switch
        {
            >= 200 and < 300 => JsonSerializer.Deserialize(response.Body, ElasticsearchJson.Default.BulkAnswer),
            429 => null,
            _ => throw Refused(Answered(response)),
        };
    }

    /// <summary>Sends several searches as lines of JSON.</summary>
    public async Task<MultiSearchAnswer> SendManyAsync(string path, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var response = await client.Transport.RequestAsync<BytesResponse>(
            HttpMethod.POST, path, PostData.MultiJson(lines), new RequestConfiguration { ContentType = Lines, Accept = Json }, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return Answered(response).ApiCallDetails.HttpStatusCode is >= 200 and < 300
            ? JsonSerializer.Deserialize(response.Body, ElasticsearchJson.Default.MultiSearchAnswer)!
            : throw Refused(response);
    }

    public void Dispose() => ((IDisposable)settings).Dispose();

    private async Task<BytesResponse> AskAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var data = body is null ? null : PostData.Bytes(JsonSerializer.SerializeToUtf8Bytes(body, ElasticsearchJson.Default.JsonNode));
        var response = await client.Transport.RequestAsync<BytesResponse>(method, path, data, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return Answered(response);
    }

    private static BytesResponse Answered(BytesResponse response) => response.ApiCallDetails.HttpStatusCode switch
    {
        null when response.ApiCallDetails.OriginalException is { InnerException: TimeoutException } late =>
            throw FazhiException.Unavailable(Soon, "搜索引擎没有在时限内答复", "ENGINE_BUSY", late),
        null => throw FazhiException.Unavailable(Later, "搜索引擎没有应答", "ENGINE_UNREACHABLE", response.ApiCallDetails.OriginalException),
        401 => throw FazhiException.Unavailable(Later, "搜索引擎不接受本服务的凭据", "ENGINE_UNAUTHENTICATED", Cause(response)),
        403 => throw FazhiException.Unavailable(Later, "搜索引擎拒绝本服务的操作：凭据的权限不足，或索引为只读", "ENGINE_FORBIDDEN", Cause(response)),
        408 or 429 or >= 500 => throw FazhiException.Unavailable(Soon, "搜索引擎繁忙或暂时不能服务", "ENGINE_BUSY", Cause(response)),
        _ => response,
    };

    private static ElasticsearchException Refused(BytesResponse response) => (ElasticsearchException)Cause(response);

    private static Exception Cause(BytesResponse response)
    {
        var details = response.ApiCallDetails;
        return new ElasticsearchException(details.HttpStatusCode ?? 0, $"{details.HttpMethod} {details.Uri?.AbsolutePath}", ErrorOf(response.Body));
    }

    private static ErrorCause ErrorOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ElasticsearchJson.Default.ErrorAnswer)?.Error ?? new ErrorCause();
        }
        catch (JsonException)
        {
            // A proxy between has its own form of error, and HEAD or 404 may have none.
            return new ErrorCause();
        }
    }

    private static Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool> SignedBy(string caFile)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(caFile);
        return (_, certificate, _, errors) =>
        {
            if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
                return false;
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
            // A private authority seldom has a place to ask for revocations.
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
            return chain.Build(shown);
        };
    }
}
