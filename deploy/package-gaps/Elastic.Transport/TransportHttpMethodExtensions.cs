namespace Elastic.Transport;

/// <summary>Requests by method.</summary>
public static class TransportHttpMethodExtensions
{
    /// <summary>GET.</summary>
    public static Task<TResponse> GetAsync<TResponse>(this ITransport transport, string pathAndQuery, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(HttpMethod.GET, pathAndQuery, cancellationToken);

    /// <summary>HEAD.</summary>
    public static Task<VoidResponse> HeadAsync(this ITransport transport, string pathAndQuery, CancellationToken cancellationToken = default) =>
        transport.RequestAsync<VoidResponse>(HttpMethod.HEAD, pathAndQuery, cancellationToken);

    /// <summary>HEAD with a time-out of its own.</summary>
    public static Task<VoidResponse> HeadAsync(this ITransport transport, string pathAndQuery, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        transport.RequestAsync<VoidResponse>(HttpMethod.HEAD, pathAndQuery, null, Within(timeout), cancellationToken);

    /// <summary>POST.</summary>
    public static Task<TResponse> PostAsync<TResponse>(this ITransport transport, string pathAndQuery, PostData data, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(HttpMethod.POST, pathAndQuery, data, cancellationToken);

    /// <summary>POST with a time-out of its own.</summary>
    public static Task<TResponse> PostAsync<TResponse>(
        this ITransport transport, string pathAndQuery, PostData data, TimeSpan timeout, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(HttpMethod.POST, pathAndQuery, data, Within(timeout), cancellationToken);

    /// <summary>PUT.</summary>
    public static Task<TResponse> PutAsync<TResponse>(this ITransport transport, string pathAndQuery, PostData data, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(HttpMethod.PUT, pathAndQuery, data, cancellationToken);

    /// <summary>PUT with a time-out of its own.</summary>
    public static Task<TResponse> PutAsync<TResponse>(
        this ITransport transport, string pathAndQuery, PostData data, TimeSpan timeout, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(HttpMethod.PUT, pathAndQuery, data, Within(timeout), cancellationToken);

    /// <summary>DELETE.</summary>
    public static Task<TResponse> DeleteAsync<TResponse>(
        this ITransport transport, string pathAndQuery, PostData? data = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(new EndpointPath(HttpMethod.DELETE, pathAndQuery), data, null, timeout is { } time ? Within(time) : null, cancellationToken);

    private static RequestConfiguration Within(TimeSpan timeout) => new() { RequestTimeout = timeout };
}
