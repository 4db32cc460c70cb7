using System.Net.Security;
using System.Security.Authentication;
using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Connections;

public sealed class TlsTests
{
    [Fact]
    public async Task A_server_that_nobody_vouches_for_is_refused()
    {
        using var certificate = TestCertificate.SelfSigned();
        await using var node = await FakeNode.StartAsync(certificate: certificate);

        var response = await Client.Of(node).GetAsync<VoidResponse>("/x");

        Assert.False(response.ApiCallDetails.HasSuccessfulStatusCode);
        Assert.IsType<AuthenticationException>(response.ApiCallDetails.OriginalException!.InnerException);
        Assert.Empty(node.Requests);
    }

    [Theory]
    [InlineData("as it is")]
    [InlineData("lower case")]
    [InlineData("with colons")]
    public async Task A_server_is_known_by_its_fingerprint(string form)
    {
        using var certificate = TestCertificate.SelfSigned();
        var fingerprint = form switch
        {
            "lower case" => certificate.Fingerprint.ToLowerInvariant(),
            "with colons" => string.Join(':', certificate.Fingerprint.Chunk(2).Select(pair => new string(pair))),
            _ => certificate.Fingerprint,
        };
        await using var node = await FakeNode.StartAsync(certificate: certificate);

        var response = await Client.Of(node, settings => settings.CertificateFingerprint(fingerprint)).GetAsync<VoidResponse>("/x");

        Assert.Equal(200, response.ApiCallDetails.HttpStatusCode);
    }

    [Fact]
    public async Task A_server_with_another_fingerprint_is_refused()
    {
        using var certificate = TestCertificate.SelfSigned();
        using var other = TestCertificate.SelfSigned();
        await using var node = await FakeNode.StartAsync(certificate: certificate);

        var response = await Client.Of(node, settings => settings.CertificateFingerprint(other.Fingerprint)).GetAsync<VoidResponse>("/x");

        Assert.IsType<AuthenticationException>(response.ApiCallDetails.OriginalException!.InnerException);
        Assert.Empty(node.Requests);
    }

    [Fact]
    public async Task A_server_is_known_by_the_fingerprint_of_the_authority_that_signed_it()
    {
        using var authority = TestCertificate.Authority("Made-up Authority");
        using var certificate = authority.Sign();
        await using var server = await TlsServer.StartAsync(certificate, authority);

        var response = await Client.Of(new SingleNodePool(server.Address), settings => settings.CertificateFingerprint(authority.Fingerprint)).GetAsync<VoidResponse>("/x");

        Assert.Equal(200, response.ApiCallDetails.HttpStatusCode);
    }

    [Theory]
    [InlineData("Made-up Authority")]
    [InlineData("Another Authority")]
    public async Task To_send_the_certificate_of_the_authority_along_is_not_enough(string signer)
    {
        using var authority = TestCertificate.Authority("Made-up Authority");
        using var forger = TestCertificate.Authority(signer);
        using var forged = forger.Sign();
        await using var server = await TlsServer.StartAsync(forged, authority);

        var response = await Client.Of(new SingleNodePool(server.Address), settings => settings.CertificateFingerprint(authority.Fingerprint)).GetAsync<VoidResponse>("/x");

        Assert.IsType<AuthenticationException>(response.ApiCallDetails.OriginalException!.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12:34")]
    [InlineData("not a fingerprint of sixty-four digits, but as long as one is !!")]
    public async Task What_is_no_fingerprint_lets_nobody_in(string fingerprint)
    {
        using var certificate = TestCertificate.SelfSigned();
        await using var node = await FakeNode.StartAsync(certificate: certificate);
        var transport = Client.Of(node, settings => settings.CertificateFingerprint(fingerprint).ThrowExceptions());

        await Assert.ThrowsAnyAsync<Exception>(() => transport.GetAsync<VoidResponse>("/x"));
        Assert.Empty(node.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_callers_own_check_decides(bool accepts)
    {
        using var certificate = TestCertificate.SelfSigned();
        await using var node = await FakeNode.StartAsync(certificate: certificate);
        string? shown = null;
        var transport = Client.Of(node, settings => settings.ServerCertificateValidationCallback((_, given, _, errors) =>
        {
            shown = given.GetCertHashString();
            Assert.NotEqual(SslPolicyErrors.None, errors);
            return accepts;
        }));

        var response = await transport.GetAsync<VoidResponse>("/x");

        Assert.Equal(accepts, response.ApiCallDetails.HasSuccessfulStatusCode);
        Assert.Equal(certificate.Certificate.Thumbprint, shown);
    }

    [Fact]
    public async Task The_client_shows_its_certificate()
    {
        using var certificate = TestCertificate.SelfSigned();
        using var own = TestCertificate.SelfSigned();
        string? shown = null;
        await using var node = await FakeNode.StartAsync(
            context =>
            {
                shown = context.Connection.ClientCertificate?.Thumbprint;
                return FakeNode.Json("{}")(context);
            },
            certificate,
            asksForCertificate: true);

        await Client.Of(node, settings => settings.CertificateFingerprint(certificate.Fingerprint).ClientCertificate(own.Certificate)).GetAsync<VoidResponse>("/x");

        Assert.Equal(own.Certificate.Thumbprint, shown);
    }
}
