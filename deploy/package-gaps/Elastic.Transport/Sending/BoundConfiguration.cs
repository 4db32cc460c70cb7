using System.Collections.Specialized;

namespace Elastic.Transport;

/// <summary>The settings of one request: its own over those of the transport.</summary>
internal sealed class BoundConfiguration
{
    private const string DefaultContentType = "application/json";

    private readonly IReadOnlyCollection<int> allowedStatusCodes;

    public BoundConfiguration(ITransportConfiguration global, IRequestConfiguration? local, PostData? body)
    {
        Global = global;
        Body = body;
        Accept = local?.Accept ?? global.Accept ?? DefaultContentType;
        ContentType = local?.ContentType ?? OfBody(global.Accept ?? DefaultContentType, body);
        Authentication = local?.Authentication ?? global.Authentication;
        Headers = local?.Headers;
        OpaqueId = local?.OpaqueId;
        RequestTimeout = local?.RequestTimeout ?? global.RequestTimeout ?? RequestConfiguration.DefaultRequestTimeout;
        MaxRetryTimeout = local?.MaxRetryTimeout ?? global.MaxRetryTimeout ?? RequestTimeout;
        MaxRetries = Math.Min(local?.MaxRetries ?? global.MaxRetries ?? int.MaxValue, global.NodePool.MaxRetries);
        Ping = global.NodePool.SupportsPinging && !(local?.DisablePings ?? global.DisablePings ?? false);
        PingTimeout = local?.PingTimeout ?? global.PingTimeout
            ?? (global.NodePool.UsingSsl ? RequestConfiguration.DefaultPingTimeoutOnSsl : RequestConfiguration.DefaultPingTimeout);
        ThrowExceptions = local?.ThrowExceptions ?? global.ThrowExceptions ?? false;
        ParseAllHeaders = local?.ParseAllHeaders ?? global.ParseAllHeaders ?? false;
        HeadersToParse = [.. local?.ResponseHeadersToParse ?? [], .. global.ResponseHeadersToParse ?? []];
        allowedStatusCodes = local?.AllowedStatusCodes ?? [];
    }

    public ITransportConfiguration Global { get; }

    public PostData? Body { get; }

    public string Accept { get; }

    public string ContentType { get; }

    public AuthorizationHeader? Authentication { get; }

    public NameValueCollection? Headers { get; }

    public string? OpaqueId { get; }

    public TimeSpan RequestTimeout { get; }

    public TimeSpan MaxRetryTimeout { get; }

    public int MaxRetries { get; }

    public bool Ping { get; }

    public TimeSpan PingTimeout { get; }

    public bool ThrowExceptions { get; }

    public bool ParseAllHeaders { get; }

    public IReadOnlyCollection<string> HeadersToParse { get; }

    /// <summary>Whether an answer with this status is a success.</summary>
    public bool IsSuccess(HttpMethod method, int statusCode) =>
        allowedStatusCodes.Contains(-1) || allowedStatusCodes.Contains(statusCode) || Global.ProductRegistration.HttpStatusCodeClassifier(method, statusCode);

    /// <summary>
    /// Whether an answer has the type that was asked for. Elasticsearch's own type is not on all its answers: some, such as one about an
    /// index that is missing, come as plain JSON.
    /// </summary>
    public bool IsExpectedType(string? contentType)
    {
        var accepted = WithoutBlanks(Accept);
        var given = WithoutBlanks(contentType ?? "");
        return given.Length > 0
            && (given.StartsWith(accepted, StringComparison.OrdinalIgnoreCase)
                || (accepted.Contains("application/vnd.elasticsearch+json", StringComparison.Ordinal)
                    && given.StartsWith(DefaultContentType, StringComparison.OrdinalIgnoreCase)));
    }

    private static string OfBody(string type, PostData? body) =>
        body is not { IsLines: true } ? type : type.Replace("+json", "+x-ndjson", StringComparison.Ordinal).Replace("/json", "/x-ndjson", StringComparison.Ordinal);

    private static string WithoutBlanks(string type) => type.Replace(" ", "", StringComparison.Ordinal);
}
