using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Fazhi.Testing;

/// <summary>A certificate for servers on this machine, with its key, made for one test.</summary>
public sealed class TestCertificate : IDisposable
{
    private TestCertificate(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>The certificate with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate in PEM.</summary>
    public string Pem => Certificate.ExportCertificatePem();

    /// <summary>The private key in PEM (PKCS #8).</summary>
    public string PrivateKeyPem => Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();

    /// <summary>SHA-256 of the certificate in hexadecimal digits.</summary>
    public string Fingerprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Signed by itself, for localhost and 127.0.0.1.</summary>
    public static TestCertificate SelfSigned() => Make("localhost", null, authority: false);

    /// <summary>An authority that can sign others.</summary>
    public static TestCertificate Authority(string name) => Make(name, null, authority: true);

    /// <summary>For localhost and 127.0.0.1, signed by this authority.</summary>
    public TestCertificate Sign() => Make("localhost", this, authority: false);

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    private static TestCertificate Make(string name, TestCertificate? issuer, bool authority)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(issuer is null ? 30 : 20));
        if (issuer is null)
            return new TestCertificate(request.CreateSelfSigned(from, until));
        using var signed = request.Create(issuer.Certificate, from, until, RandomNumberGenerator.GetBytes(8));
        return new TestCertificate(signed.CopyWithPrivateKey(key));
    }
}
