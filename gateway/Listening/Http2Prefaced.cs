using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Fazhi.Gateway.Listening;

/// <summary>
/// Marks a clear-text connection that opened with the HTTP/2 preface. Kestrel chooses HTTP/2 on an endpoint that allows both
/// versions only when a TLS handshake negotiated "h2"; these two features are what it looks at, so they say "h2" here.
/// The connection is not encrypted all the same: <see cref="RequestScheme"/> keeps the scheme of its requests at "http".
/// </summary>
internal sealed class Http2Prefaced : ITlsConnectionFeature, ITlsApplicationProtocolFeature
{
    private static readonly ReadOnlyMemory<byte> Http2 = "h2"u8.ToArray();

    public ReadOnlyMemory<byte> ApplicationProtocol => Http2;

    public X509Certificate2? ClientCertificate
    {
        get => null;
        set => throw new NotSupportedException("A clear-text connection has no client certificate.");
    }

    public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken)
        => Task.FromResult<X509Certificate2?>(null);
}
