using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Elastic.Transport;

/// <summary>Accepts a server whose certificate, or one that it is signed by, has a given SHA-256.</summary>
internal sealed class CertificatePin
{
    private readonly byte[] expected;

    /// <param name="fingerprint">Hexadecimal digits in upper or lower case, with or without colons.</param>
    /// <exception cref="ArgumentException">It is no SHA-256.</exception>
    public CertificatePin(string fingerprint)
    {
        var digits = fingerprint.Replace(":", "", StringComparison.Ordinal).Trim();
        if (digits.Length != 2 * SHA256.HashSizeInBytes || !digits.All(char.IsAsciiHexDigit))
            throw new ArgumentException("a certificate fingerprint is a SHA-256: 64 hexadecimal digits, with or without colons", nameof(fingerprint));
        expected = Convert.FromHexString(digits);
    }

    /// <summary>Whether this is the server.</summary>
    public bool Accepts(X509Certificate? certificate, X509Chain? chain)
    {
        if (certificate is null)
            return false;
        using var leaf = new X509Certificate2(certificate);
        if (IsPinned(leaf))
            return true;
        var issuer = chain?.ChainElements.Select(element => element.Certificate).FirstOrDefault(IsPinned);
        return issuer is not null && IsSignedBy(leaf, issuer, chain!);
    }

    private bool IsPinned(X509Certificate2 certificate) => CryptographicOperations.FixedTimeEquals(certificate.GetCertHash(HashAlgorithmName.SHA256), expected);

    /// <summary>To stand in the chain is not enough: anyone can send the certificate of an authority along with one that it never signed.</summary>
    private static bool IsSignedBy(X509Certificate2 leaf, X509Certificate2 issuer, X509Chain given)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(issuer);
        foreach (var element in given.ChainElements)
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        // The pinned one need not be a root; who signed it does not matter.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        return chain.Build(leaf) && chain.ChainElements.Any(element => element.Certificate.RawDataMemory.Span.SequenceEqual(issuer.RawDataMemory.Span));
    }
}
