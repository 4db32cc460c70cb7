using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Elastic.Transport.Products;

namespace Elastic.Transport;

/// <summary>The settings of a transport. They own its connections: disposed, they close them.</summary>
public interface ITransportConfiguration : IRequestConfiguration, IDisposable
{
    /// <summary>SHA-256 of a certificate that the server must have or chain up to, in hexadecimal digits, with or without colons.</summary>
    string? CertificateFingerprint { get; }

    /// <summary>Certificates that the client shows.</summary>
    X509CertificateCollection? ClientCertificates { get; }

    /// <summary>Connections to one node at a time; no limit below 1.</summary>
    int ConnectionLimit { get; }

    /// <summary>How long a node is left out after its first failure; a minute unless set.</summary>
    TimeSpan? DeadTimeout { get; }

    /// <summary>A connection is not used for longer than this, so that changed DNS entries are seen.</summary>
    TimeSpan DnsRefreshTimeout { get; }

    /// <summary>Requests are sent in gzip, answers asked for in gzip; on unless set.</summary>
    bool? EnableHttpCompression { get; }

    /// <summary>How long a node is left out at most; 30 minutes unless set.</summary>
    TimeSpan? MaxDeadTimeout { get; }

    /// <summary>The nodes.</summary>
    NodePool NodePool { get; }

    /// <summary>Is told of every call when it is over.</summary>
    Action<ApiCallDetails>? OnRequestCompleted { get; }

    /// <summary>What is special to the product that is talked to.</summary>
    ProductRegistration ProductRegistration { get; }

    /// <summary>Decides on the server's certificate in place of the system.</summary>
    Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool>? ServerCertificateValidationCallback { get; }

    /// <summary>Sends requests to single nodes.</summary>
    internal HttpRequestInvoker RequestInvoker { get; }
}
