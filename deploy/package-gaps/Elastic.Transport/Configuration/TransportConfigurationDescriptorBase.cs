using System.Collections.Specialized;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Elastic.Transport.Products;

namespace Elastic.Transport;

/// <summary>Settings that are set one after the other; nothing may be set any more once a client uses them.</summary>
/// <typeparam name="T">The settings themselves, which every setter returns.</typeparam>
public abstract class TransportConfigurationDescriptorBase<T> : ITransportConfiguration
    where T : TransportConfigurationDescriptorBase<T>
{
    private readonly NodePool nodePool;
    private readonly ProductRegistration product;
    private readonly Lazy<HttpRequestInvoker> invoker;
    private AuthorizationHeader? authentication;
    private string? certificateFingerprint;
    private X509CertificateCollection? clientCertificates;
    private int connectionLimit = 80;
    private TimeSpan? deadTimeout;
    private bool? disablePings;
    private TimeSpan dnsRefreshTimeout = TimeSpan.FromMinutes(5);
    private bool? enableHttpCompression;
    private TimeSpan? maxDeadTimeout;
    private int? maxRetries;
    private TimeSpan? maxRetryTimeout;
    private Action<ApiCallDetails>? onRequestCompleted;
    private bool? parseAllHeaders;
    private TimeSpan? pingTimeout;
    private TimeSpan? requestTimeout;
    private HeadersList? responseHeadersToParse;
    private Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool>? serverCertificateValidationCallback;
    private bool? throwExceptions;

    /// <summary>Settings for the nodes of a product.</summary>
    protected TransportConfigurationDescriptorBase(NodePool nodePool, ProductRegistration productRegistration)
    {
        ArgumentNullException.ThrowIfNull(nodePool);
        this.nodePool = nodePool;
        product = productRegistration;
        invoker = new Lazy<HttpRequestInvoker>(() => new HttpRequestInvoker(this));
    }

    string? IRequestConfiguration.Accept => product.DefaultContentType;

    IReadOnlyCollection<int>? IRequestConfiguration.AllowedStatusCodes => null;

    AuthorizationHeader? IRequestConfiguration.Authentication => authentication;

    string? IRequestConfiguration.ContentType => null;

    bool? IRequestConfiguration.DisablePings => disablePings;

    NameValueCollection? IRequestConfiguration.Headers => null;

    int? IRequestConfiguration.MaxRetries => maxRetries;

    TimeSpan? IRequestConfiguration.MaxRetryTimeout => maxRetryTimeout;

    string? IRequestConfiguration.OpaqueId => null;

    bool? IRequestConfiguration.ParseAllHeaders => parseAllHeaders;

    TimeSpan? IRequestConfiguration.PingTimeout => pingTimeout;

    TimeSpan? IRequestConfiguration.RequestTimeout => requestTimeout;

    HeadersList? IRequestConfiguration.ResponseHeadersToParse => responseHeadersToParse;

    bool? IRequestConfiguration.ThrowExceptions => throwExceptions;

    string? ITransportConfiguration.CertificateFingerprint => certificateFingerprint;

    X509CertificateCollection? ITransportConfiguration.ClientCertificates => clientCertificates;

    int ITransportConfiguration.ConnectionLimit => connectionLimit;

    TimeSpan? ITransportConfiguration.DeadTimeout => deadTimeout;

    TimeSpan ITransportConfiguration.DnsRefreshTimeout => dnsRefreshTimeout;

    bool? ITransportConfiguration.EnableHttpCompression => enableHttpCompression;

    TimeSpan? ITransportConfiguration.MaxDeadTimeout => maxDeadTimeout;

    NodePool ITransportConfiguration.NodePool => nodePool;

    Action<ApiCallDetails>? ITransportConfiguration.OnRequestCompleted => onRequestCompleted;

    ProductRegistration ITransportConfiguration.ProductRegistration => product;

    Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool>? ITransportConfiguration.ServerCertificateValidationCallback =>
        serverCertificateValidationCallback;

    HttpRequestInvoker ITransportConfiguration.RequestInvoker => invoker.Value;

    /// <inheritdoc cref="IRequestConfiguration.Authentication"/>
    public T Authentication(AuthorizationHeader header) => Set(authentication = header);

    /// <inheritdoc cref="ITransportConfiguration.CertificateFingerprint"/>
    public T CertificateFingerprint(string fingerprint) => Set(certificateFingerprint = fingerprint);

    /// <inheritdoc cref="ITransportConfiguration.ClientCertificates"/>
    public T ClientCertificate(X509Certificate certificate) => Set(clientCertificates = new X509CertificateCollection { certificate });

    /// <inheritdoc cref="ITransportConfiguration.ConnectionLimit"/>
    public T ConnectionLimit(int connectionLimit) => Set(this.connectionLimit = connectionLimit);

    /// <inheritdoc cref="ITransportConfiguration.DeadTimeout"/>
    public T DeadTimeout(TimeSpan timeout) => Set(deadTimeout = timeout);

    /// <inheritdoc cref="IRequestConfiguration.DisablePings"/>
    public T DisablePing(bool disable = true) => Set(disablePings = disable);

    /// <inheritdoc cref="ITransportConfiguration.DnsRefreshTimeout"/>
    public T DnsRefreshTimeout(TimeSpan timeout) => Set(dnsRefreshTimeout = timeout);

    /// <inheritdoc cref="ITransportConfiguration.EnableHttpCompression"/>
    public T EnableHttpCompression(bool enabled = true) => Set(enableHttpCompression = enabled);

    /// <inheritdoc cref="ITransportConfiguration.MaxDeadTimeout"/>
    public T MaxDeadTimeout(TimeSpan timeout) => Set(maxDeadTimeout = timeout);

    /// <inheritdoc cref="IRequestConfiguration.MaxRetries"/>
    public T MaximumRetries(int maxRetries) => Set(this.maxRetries = maxRetries);

    /// <inheritdoc cref="IRequestConfiguration.MaxRetryTimeout"/>
    public T MaxRetryTimeout(TimeSpan maxRetryTimeout) => Set(this.maxRetryTimeout = maxRetryTimeout);

    /// <summary>Adds one that is told of every call when it is over.</summary>
    public T OnRequestCompleted(Action<ApiCallDetails> handler) => Set(onRequestCompleted += handler);

    /// <inheritdoc cref="IRequestConfiguration.ParseAllHeaders"/>
    public T ParseAllHeaders(bool b = true) => Set(parseAllHeaders = b);

    /// <inheritdoc cref="IRequestConfiguration.PingTimeout"/>
    public T PingTimeout(TimeSpan timeout) => Set(pingTimeout = timeout);

    /// <inheritdoc cref="IRequestConfiguration.RequestTimeout"/>
    public T RequestTimeout(TimeSpan timeout) => Set(requestTimeout = timeout);

    /// <inheritdoc cref="IRequestConfiguration.ResponseHeadersToParse"/>
    public T ResponseHeadersToParse(HeadersList headersToParse) => Set(responseHeadersToParse = headersToParse);

    /// <inheritdoc cref="ITransportConfiguration.ServerCertificateValidationCallback"/>
    public T ServerCertificateValidationCallback(Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool> callback) =>
        Set(serverCertificateValidationCallback = callback);

    /// <inheritdoc cref="IRequestConfiguration.ThrowExceptions"/>
    public T ThrowExceptions(bool alwaysThrow = true) => Set(throwExceptions = alwaysThrow);

    void IDisposable.Dispose()
    {
        if (invoker.IsValueCreated)
            invoker.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets a setter be one expression: what was assigned is of no further use.</summary>
    private T Set<TValue>(TValue _) => (T)this;
}
