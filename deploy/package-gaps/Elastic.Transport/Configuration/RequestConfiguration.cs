using System.Collections.Specialized;

namespace Elastic.Transport;

/// <inheritdoc cref="IRequestConfiguration"/>
public record RequestConfiguration : IRequestConfiguration
{
    /// <summary>How long one node may take to answer unless something else is set.</summary>
    public static readonly TimeSpan DefaultRequestTimeout = TimeSpan.FromMinutes(10);

    /// <summary>How long a ping may take unless something else is set.</summary>
    public static readonly TimeSpan DefaultPingTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The same with TLS, which has more to exchange first.</summary>
    public static readonly TimeSpan DefaultPingTimeoutOnSsl = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string? Accept { get; init; }

    /// <inheritdoc/>
    public IReadOnlyCollection<int>? AllowedStatusCodes { get; init; }

    /// <inheritdoc/>
    public AuthorizationHeader? Authentication { get; init; }

    /// <inheritdoc/>
    public string? ContentType { get; init; }

    /// <inheritdoc/>
    public bool? DisablePings { get; init; }

    /// <inheritdoc/>
    public NameValueCollection? Headers { get; init; }

    /// <inheritdoc/>
    public int? MaxRetries { get; init; }

    /// <inheritdoc/>
    public TimeSpan? MaxRetryTimeout { get; init; }

    /// <inheritdoc/>
    public string? OpaqueId { get; init; }

    /// <inheritdoc/>
    public bool? ParseAllHeaders { get; init; }

    /// <inheritdoc/>
    public TimeSpan? PingTimeout { get; init; }

    /// <inheritdoc/>
    public TimeSpan? RequestTimeout { get; init; }

    /// <inheritdoc/>
    public HeadersList? ResponseHeadersToParse { get; init; }

    /// <inheritdoc/>
    public bool? ThrowExceptions { get; init; }
}
