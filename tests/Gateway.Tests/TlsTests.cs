using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Fazhi.Gateway.Tests.World;
using Fazhi.Probe.V1;
using Fazhi.Testing;

namespace Fazhi.Gateway.Tests;

public sealed class TlsTests(GatewayWorld world)
{
    [Fact]
    public async Task Port_with_a_certificate_negotiates_both_versions_and_says_https()
    {
        using var folder = new TempFolder();
        var certificate = Path.Combine(folder.Path, "gateway.pfx");
        await File.WriteAllBytesAsync(certificate, SelfSigned(), TestContext.Current.CancellationToken);
        await using var gateway = await GatewayHost.StartAsync(
            world.Backend.Address,
            "--Fazhi:Listen=https://127.0.0.1:0",
            $"--Kestrel:Certificates:Default:Path={certificate}",
            "--Kestrel:Certificates:Default:Password=test");
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator })
        {
            BaseAddress = gateway.Address,
            DefaultRequestVersion = HttpVersion.Version11,
        };

        using var page = await http.GetAsync("/livez", TestContext.Current.CancellationToken);
        var reply = await gateway.Probe.EchoAsync(new EchoRequest { Text = "加密" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(HttpVersion.Version11, page.Version);
        Assert.Equal("加密", reply.Request.Text);
        Assert.Equal("https", reply.Metadata["x-forwarded-proto"]);
    }

    private static byte[] SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.Export(X509ContentType.Pfx, "test");
    }
}
