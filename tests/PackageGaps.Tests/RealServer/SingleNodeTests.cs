using System.Text.Json;

namespace Fazhi.PackageGaps.Tests.RealServer;

/// <summary>The client against a real server.</summary>
[Collection("real servers")]
public sealed class SingleNodeTests(SharedElasticsearch elasticsearch) : IClassFixture<SharedElasticsearch>
{
    [Fact]
    public async Task Bulk_lines_are_indexed_and_found()
    {
        var node = await elasticsearch.NodeAsync();
        var transport = new ElasticsearchClient(node.Address).Transport;
        var index = $"gaps-{Guid.NewGuid():N}";

        var lines = Enumerable.Range(1, 50).SelectMany(id => new[] { $$$"""{"index":{"_id":"{{{id}}}"}}""", $$"""{"n": {{id}} }""" });
        var bulk = await transport.PostAsync<StringResponse>($"/{index}/_bulk?refresh=true", PostData.MultiJson(lines), TestContext.Current.CancellationToken);
        Assert.True(bulk.ApiCallDetails.HasSuccessfulStatusCode, bulk.ApiCallDetails.DebugInformation);

        var count = await transport.GetAsync<BytesResponse>($"/{index}/_count", TestContext.Current.CancellationToken);
        Assert.Equal(50, JsonDocument.Parse(count.Body).RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task What_is_missing_is_404_a_broken_query_is_400()
    {
        var node = await elasticsearch.NodeAsync();
        var transport = new ElasticsearchClient(node.Address).Transport;

        var missing = await transport.GetAsync<StringResponse>("/gaps-never-made/_doc/1", TestContext.Current.CancellationToken);
        Assert.Equal(404, missing.ApiCallDetails.HttpStatusCode);
        Assert.True(missing.ApiCallDetails.HasExpectedContentType);
        Assert.Contains("index_not_found_exception", missing.Body, StringComparison.Ordinal);

        var broken = await transport.PostAsync<StringResponse>("/_search", PostData.String("""{"query":{"nonsense":{}}}"""), TestContext.Current.CancellationToken);
        Assert.Equal(400, broken.ApiCallDetails.HttpStatusCode);
        Assert.False(broken.ApiCallDetails.HasSuccessfulStatusCode);
        Assert.Contains("nonsense", broken.Body, StringComparison.Ordinal);
    }
}
