namespace Elastic.Transport;

/// <summary>Requests with fewer arguments.</summary>
public static class TransportExtensions
{
    /// <summary>Without a body.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(this ITransport transport, in EndpointPath path, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(path, null, null, null, cancellationToken);

    /// <summary>With a body.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(
        this ITransport transport, in EndpointPath path, PostData? postData, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(path, postData, null, null, cancellationToken);

    /// <summary>Without a body.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(this ITransport transport, HttpMethod method, string path, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(new EndpointPath(method, path), null, null, null, cancellationToken);

    /// <summary>With a body.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(
        this ITransport transport, HttpMethod method, string path, PostData? postData, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(new EndpointPath(method, path), postData, null, null, cancellationToken);

    /// <summary>With a body and settings of its own.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(
        this ITransport transport,
        HttpMethod method,
        string path,
        PostData? postData,
        IRequestConfiguration localConfiguration,
        CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        transport.RequestAsync<TResponse>(new EndpointPath(method, path), postData, null, localConfiguration, cancellationToken);
}
