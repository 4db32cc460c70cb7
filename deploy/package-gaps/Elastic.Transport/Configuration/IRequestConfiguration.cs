using System.Collections.Specialized;

namespace Elastic.Transport;

/// <summary>What can be set for one request; null leaves the transport's own setting.</summary>
public interface IRequestConfiguration
{
    /// <summary>The <c>Accept</c> header. An answer of another type counts as failed and its body is not read.</summary>
    string? Accept { get; }

    /// <summary>Status codes that count as success besides the usual ones; -1 is every code.</summary>
    IReadOnlyCollection<int>? AllowedStatusCodes { get; }

    /// <summary>Credentials.</summary>
    AuthorizationHeader? Authentication { get; }

    /// <summary>The <c>Content-Type</c> header.</summary>
    string? ContentType { get; }

    /// <summary>A node that was left out is used again without a ping first.</summary>
    bool? DisablePings { get; }

    /// <summary>Further headers.</summary>
    NameValueCollection? Headers { get; }

    /// <summary>How many further nodes are tried; never more than there are.</summary>
    int? MaxRetries { get; }

    /// <summary>When this much time is gone, no further node is tried; the request timeout unless set.</summary>
    TimeSpan? MaxRetryTimeout { get; }

    /// <summary>Sent as <c>X-Opaque-Id</c>: the server's logs and task list name the request by it.</summary>
    string? OpaqueId { get; }

    /// <summary>All headers of the answer can be read by <see cref="ApiCallDetails.TryGetHeader"/>.</summary>
    bool? ParseAllHeaders { get; }

    /// <summary>How long a ping may take: 2 seconds unless set, 5 with TLS.</summary>
    TimeSpan? PingTimeout { get; }

    /// <summary>How long one node may take to answer: ten minutes unless set.</summary>
    TimeSpan? RequestTimeout { get; }

    /// <summary>These headers of the answer can be read by <see cref="ApiCallDetails.TryGetHeader"/>.</summary>
    HeadersList? ResponseHeadersToParse { get; }

    /// <summary>A failed request throws <see cref="TransportException"/>.</summary>
    bool? ThrowExceptions { get; }
}
