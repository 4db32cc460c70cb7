using System.Security.Cryptography.X509Certificates;

namespace Fazhi.PackageGaps.Tests.RealServer;

/// <summary>The client against a real server with TLS, users and API keys.</summary>
[Collection("real servers")]
public sealed class SecurityTests
{
    [Fact]
    public async Task Fingerprint_or_authority_and_key_or_password_are_what_it_takes()
    {
        await using var node = await SecureElasticsearchNode.StartAsync();
        var key = new ApiKey(await node.CreateApiKeyAsync("fazhi-*"));
        using var authority = X509CertificateLoader.LoadCertificateFromFile(node.CaPath);

        Assert.Equal(201, await PutAsync("/fazhi-a/_doc/1", settings => settings.CertificateFingerprint(node.CertificateFingerprint).Authentication(key)));
        Assert.Equal(403, await PutAsync("/other/_doc/1", settings => settings.CertificateFingerprint(node.CertificateFingerprint).Authentication(key)));
        Assert.Equal(201, await PutAsync("/other/_doc/1", settings => settings
            .ServerCertificateValidationCallback((_, shown, _, _) => shown.GetCertHashString() == authority.Thumbprint)
            .Authentication(new BasicAuthentication(node.User, node.Password))));
        Assert.Equal(401, await PutAsync("/fazhi-a/_doc/2", settings => settings.CertificateFingerprint(node.CertificateFingerprint).Authentication(new ApiKey("d3Jvbmc6a2V5"))));
        Assert.Equal(401, await PutAsync("/fazhi-a/_doc/2", settings => settings.CertificateFingerprint(node.CertificateFingerprint)));
        Assert.Null(await PutAsync("/fazhi-a/_doc/2", settings => settings.Authentication(key)));

        async Task<int?> PutAsync(string path, Action<ElasticsearchClientSettings> configure)
        {
            var settings = new ElasticsearchClientSettings(node.Address);
            configure(settings);
            using IDisposable connections = settings;
            var response = await new ElasticsearchClient(settings).Transport.PutAsync<StringResponse>(path, PostData.String("{}"), TestContext.Current.CancellationToken);
            return response.ApiCallDetails.HttpStatusCode;
        }
    }
}
