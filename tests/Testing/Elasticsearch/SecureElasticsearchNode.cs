using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Fazhi.Testing;

/// <summary>A real Elasticsearch of one node with security: TLS with a certificate of its own, users and API keys. The test is skipped where the server is not there.</summary>
public sealed class SecureElasticsearchNode : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestCertificate certificate = TestCertificate.SelfSigned();
    private ElasticsearchProgram? program;

    private SecureElasticsearchNode()
    {
        Address = new Uri($"https://localhost:{FreePort.Find()}");
        Http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Certificate.Thumbprint })
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))) },
        };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Plain requests to it, as the user who may do everything.</summary>
    public HttpClient Http { get; }

    /// <summary>A user who may do everything.</summary>
    public string User => "admin";

    /// <summary>The user's password.</summary>
    public string Password => "changeme";

    /// <summary>The certificate of the authority, as a PEM file.</summary>
    public string CaPath => folder["conf", "http.crt"];

    /// <summary>SHA-256 of the certificate in hexadecimal digits.</summary>
    public string CertificateFingerprint => certificate.Fingerprint;

    /// <summary>Starts it, and waits until it is ready.</summary>
    public static Task<SecureElasticsearchNode> StartAsync() => ElasticsearchProgram.WithFreePortsAsync(StartOnceAsync);

    /// <summary>Makes a key that may do everything with the indices of a pattern, and look at the cluster; nothing else.</summary>
    /// <param name="indices">Such as <c>fazhi-*</c>.</param>
    /// <returns>The key as clients send it: Base64 of id, colon and key.</returns>
    public async Task<string> CreateApiKeyAsync(string indices)
    {
        var response = await Http.PostAsJsonAsync("/_security/api_key", new
        {
            name = $"key-{Guid.NewGuid():N}",
            role_descriptors = new
            {
                scoped = new
                {
                    cluster = new[] { "monitor", "manage_index_templates" },
                    indices = new[] { new { names = new[] { indices }, privileges = new[] { "all" } } },
                },
            },
        });
        response.EnsureSuccessStatusCode();
        var key = await response.Content.ReadFromJsonAsync<JsonObject>();
        return (string)key!["encoded"]!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (program is not null)
            await program.DisposeAsync();
        certificate.Dispose();
        folder.Dispose();
    }

    private static async Task<SecureElasticsearchNode> StartOnceAsync()
    {
        var server = ElasticsearchProgram.Folder();
        var node = new SecureElasticsearchNode();
        try
        {
            node.Configure(server);
            node.program = ElasticsearchProgram.Start(
                node.folder["data"],
                "512m",
                node.folder["conf"],
                [
                    $"http.port={node.Address.Port}", $"transport.port={FreePort.Find()}", "xpack.security.http.ssl.enabled=true",
                    "xpack.security.http.ssl.key=http.key", "xpack.security.http.ssl.certificate=http.crt",
                ]);
            await node.program.WaitUntilReadyAsync(node.Http);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    private void Configure(string server)
    {
        Directory.CreateDirectory(folder["conf"]);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(server, "config-security")))
            File.Copy(file, folder["conf", Path.GetFileName(file)]);
        File.WriteAllText(folder["conf", "http.crt"], certificate.Pem);
        File.WriteAllText(folder["conf", "http.key"], certificate.PrivateKeyPem);
    }
}
