using System.Text.Json;

namespace Fazhi.PackageGaps.Tests.RealServer;

/// <summary>The client against three real servers, one of which is killed.</summary>
[Collection("real servers")]
public sealed class ClusterTests
{
    [Fact]
    public async Task A_killed_node_of_three_is_not_noticed_and_comes_back()
    {
        await using var cluster = await ElasticsearchCluster.StartAsync();
        var pool = new StaticNodePool(cluster.Addresses, randomize: false);
        var settings = new ElasticsearchClientSettings(pool).DeadTimeout(TimeSpan.FromSeconds(1)).MaxDeadTimeout(TimeSpan.FromSeconds(2))
            .RequestTimeout(TimeSpan.FromSeconds(60)).MaxRetryTimeout(TimeSpan.FromSeconds(120));
        var transport = new ElasticsearchClient(settings).Transport;
        await SucceedsAsync(transport, HttpMethod.PUT, "/gaps", """{"settings":{"number_of_shards":3,"number_of_replicas":1}}""");
        await SucceedsAsync(transport, HttpMethod.GET, "/_cluster/health/gaps?wait_for_status=green&timeout=50s");

        await PutAsync(transport, 0);
        await cluster.KillAsync(1);
        await PutAsync(transport, 1);
        Assert.False(pool.Nodes.ElementAt(1).IsAlive);
        await cluster.StartAgainAsync(1);
        await PutAsync(transport, 2);
        await Eventually.True(async () =>
        {
            await SucceedsAsync(transport, HttpMethod.GET, "/gaps/_doc/0");
            return pool.Nodes.All(node => node.IsAlive);
        });

        await SucceedsAsync(transport, HttpMethod.POST, "/gaps/_refresh");
        var count = await SucceedsAsync(transport, HttpMethod.GET, "/gaps/_count");
        Assert.Equal(60, JsonDocument.Parse(count).RootElement.GetProperty("count").GetInt32());
    }

    private static async Task PutAsync(ITransport transport, int round)
    {
        for (var id = round * 20; id < (round + 1) * 20; id++)
            await SucceedsAsync(transport, HttpMethod.PUT, $"/gaps/_doc/{id}", $$"""{"n":{{id}} }""");
    }

    private static async Task<string> SucceedsAsync(ITransport transport, HttpMethod method, string path, string? body = null)
    {
        var response = await transport.RequestAsync<StringResponse>(method, path, body is null ? null : PostData.String(body), TestContext.Current.CancellationToken);
        Assert.True(response.ApiCallDetails is { HasSuccessfulStatusCode: true, HttpStatusCode: not 404, OriginalException: null }, $"{response.ApiCallDetails.DebugInformation}\n{response.Body}");
        return response.Body;
    }
}
