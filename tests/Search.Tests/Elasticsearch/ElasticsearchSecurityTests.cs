using Fazhi.Hosting;
using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Indexing;
using Fazhi.Search.Tests.Indexing;
using Fazhi.Testing;
using static Fazhi.Search.Tests.Elasticsearch.ElasticsearchFixture;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>A cluster that asks who is there, over TLS.</summary>
public sealed class ElasticsearchSecurityTests(ElasticsearchSecurityTests.Server server) : IClassFixture<ElasticsearchSecurityTests.Server>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Key_for_the_indices_of_the_product_is_enough_by_authority_or_fingerprint(bool byAuthority)
    {
        var node = await server.NodeAsync();
        await using var fixture = await OpenAsync(node, options => byAuthority ? options with { CaFile = node.CaPath } : options with { Fingerprint = node.CertificateFingerprint });
        var index = new IndexUnderTest(fixture);

        await index.PutAsync(Samples.Library);

        Assert.Equal(3, (await index.SearchAsync("行政复议")).TotalDocuments);
        await using var build = await fixture.Index.OpenBuildAsync(restart: false, Token);
        await build.PromoteAsync(Token);
        Assert.Equal(0, (await index.SearchAsync("行政复议")).TotalDocuments);
    }

    [Fact]
    public async Task User_with_a_password_from_a_file_is_let_in()
    {
        var node = await server.NodeAsync();
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["password"], node.Password + "\n", Token);
        await using var fixture = await OpenAsync(node, options => options with { ApiKey = "", User = node.User, PasswordFile = folder["password"], CaFile = node.CaPath });

        Assert.Equal(new IndexStatistics(0, 0), await fixture.Index.GetStatisticsAsync(Token));
    }

    [Fact]
    public async Task Wrong_key_other_indices_and_a_server_that_cannot_prove_itself_are_told_apart()
    {
        var node = await server.NodeAsync();

        Assert.Equal("ENGINE_UNAUTHENTICATED", await ReasonAsync(node, options => options with { ApiKey = Convert.ToBase64String("id:wrong"u8), CaFile = node.CaPath }));
        Assert.Equal("ENGINE_FORBIDDEN", await ReasonAsync(node, options => options with { IndexPrefix = "other", CaFile = node.CaPath }));
        Assert.Equal("ENGINE_UNREACHABLE", await ReasonAsync(node, options => options with { Fingerprint = new string('0', 64) }));
        Assert.Equal("ENGINE_UNREACHABLE", await ReasonAsync(node, options => options));
    }

    private static async Task<string> ReasonAsync(SecureElasticsearchNode node, Func<ElasticsearchOptions, ElasticsearchOptions> change)
    {
        await using var fixture = await OpenAsync(node, change);
        var error = await Assert.ThrowsAsync<FazhiException>(() => fixture.Index.GetStatisticsAsync(Token));
        Assert.Equal(Grpc.Core.StatusCode.Unavailable, error.Code);
        Assert.NotNull(error.RetryAfter);
        return error.Reason;
    }

    private static async Task<ElasticsearchFixture> OpenAsync(SecureElasticsearchNode node, Func<ElasticsearchOptions, ElasticsearchOptions> change) =>
        new(node.Http, new ElasticsearchOptions { Nodes = [node.Address.ToString()], ApiKey = await node.CreateApiKeyAsync("fazhi-*") }, change);

    /// <summary>One server for all, started by the first that asks.</summary>
    public sealed class Server : IAsyncDisposable
    {
        private readonly Lazy<Task<SecureElasticsearchNode>> node = new(SecureElasticsearchNode.StartAsync);

        public Task<SecureElasticsearchNode> NodeAsync() => node.Value;

        public async ValueTask DisposeAsync()
        {
            if (node is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                await (await node.Value).DisposeAsync();
        }
    }
}
