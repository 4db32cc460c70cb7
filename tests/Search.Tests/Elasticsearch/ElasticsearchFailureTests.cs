using Fazhi.Hosting;
using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Tests.Indexing;
using Fazhi.Testing;
using static Fazhi.Search.Tests.Elasticsearch.ElasticsearchFixture;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Samples;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>Nodes that are killed. What was taken in before, meanwhile and afterwards is all there in the end.</summary>
public sealed class ElasticsearchFailureTests
{
    private const int Batches = 40;
    private const int BatchSize = 25;
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Cluster_of_three_that_loses_a_node_goes_on_taking_in_and_finding()
    {
        await using var cluster = await ElasticsearchCluster.StartAsync();
        await using var fixture = new ElasticsearchFixture(cluster.Http(0), new ElasticsearchOptions
        {
            Nodes = [.. cluster.Addresses.Select(address => address.ToString())],
            Shards = 3,
            Replicas = 1,
            RequestTimeout = TimeSpan.FromSeconds(20),
        });
        var found = 0;

        await TakeInAsync(fixture.Index, async batch =>
        {
            if (batch == Batches / 3)
                await cluster.KillAsync(2);
            found += await IsFoundAsync(fixture.Index) ? 1 : 0;
        });

        await AssertAllThereAsync(fixture);
        // Searches go to the other copies while the cluster has not yet noticed, and after.
        Assert.InRange(found, Batches / 2, Batches);
    }

    [Fact]
    public async Task Server_that_is_away_for_a_while_has_everything_when_it_is_back()
    {
        await using var node = await ElasticsearchNode.StartOwnAsync();
        await using var fixture = new ElasticsearchFixture(node, options => options with { RequestTimeout = TimeSpan.FromSeconds(20) });
        FazhiException? whileAway = null;
        var back = Task.CompletedTask;

        await TakeInAsync(fixture.Index, async batch =>
        {
            if (batch != Batches / 3)
                return;
            await node.KillAsync();
            whileAway = await Assert.ThrowsAsync<FazhiException>(() => fixture.Index.SearchAsync(new SearchQuery(), Token));
            back = node.StartAgainAsync();
        });
        await back;

        Assert.Equal((Grpc.Core.StatusCode.Unavailable, "ENGINE_UNREACHABLE"), (whileAway!.Code, whileAway.Reason));
        Assert.NotNull(whileAway.RetryAfter);
        await AssertAllThereAsync(fixture);
    }

    [Fact]
    public async Task Server_that_accepts_and_does_not_answer_in_time_is_busy()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var options = new ElasticsearchOptions { Nodes = [$"http://{silent.LocalEndpoint}"], RequestTimeout = TimeSpan.FromSeconds(1) };
        await using var index = new ElasticsearchSearchIndex(options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ElasticsearchSearchIndex>.Instance);

        var error = await Assert.ThrowsAsync<FazhiException>(() => index.SearchAsync(new SearchQuery(), Token));

        Assert.Equal((Grpc.Core.StatusCode.Unavailable, "ENGINE_BUSY"), (error.Code, error.Reason));
    }

    [Fact]
    public async Task Server_that_is_not_there_yet_when_the_index_is_opened_is_used_when_it_comes()
    {
        await using var node = await ElasticsearchNode.StartOwnAsync();
        await node.KillAsync();
        await using var fixture = new ElasticsearchFixture(node);
        await Assert.ThrowsAsync<FazhiException>(() => fixture.Index.GetPositionAsync(FeedNames.Plans, Token));

        await node.StartAgainAsync();

        await Eventually.True(async () => await AnswersAsync(fixture.Index), Recovery);
        await new IndexUnderTest(fixture).PutAsync(Library);
        Assert.Equal(Library.Length, (await fixture.Index.SearchAsync(new SearchQuery(), Token)).TotalDocuments);
    }

    private static IndexedDocument Document(int number) => Plan($"{number:0000}", "要点", Wangxiu, 2024, 2024, $"第{number}项工作。", "推进行政复议。");

    // As a feed does it: what was not taken is sent again from the position that the index has.
    private static async Task TakeInAsync(SearchIndex index, Func<int, Task> afterBatch)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            var changes = Enumerable.Range(batch * BatchSize, BatchSize).Select(number => new IndexChange.PutDocument(Document(number)) { Version = number + 1 });
            var position = $"feed/{(batch + 1) * BatchSize}";
            await Eventually.True(async () => await TryAsync(() => index.ApplyAsync(FeedNames.Plans, [.. changes], position, Token)), Recovery);
            await afterBatch(batch);
        }
    }

    private static async Task AssertAllThereAsync(ElasticsearchFixture fixture)
    {
        await Eventually.True(async () => await TryAsync(() => fixture.Index.MakeVisibleAsync(Token)), Recovery);
        var expected = Enumerable.Range(0, Batches * BatchSize).Select(Document).Select(document => (document.Name, Digest: Convert.ToHexString(DocumentDigest.Of(document))));
        var actual = new List<(string Name, string Digest)>();
        await foreach (var digest in fixture.Index.ListDigestsAsync(FeedNames.Plans, Token))
            actual.Add((digest.Name, Convert.ToHexString(digest.Digest)));
        Assert.Equal(expected, actual);
        Assert.Equal($"feed/{Batches * BatchSize}", await fixture.Index.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(Batches * BatchSize, (await fixture.Index.SearchAsync(new SearchQuery { Match = Trees.Term("行政复议") }, Token)).TotalPassages);
    }

    private static async Task<bool> IsFoundAsync(SearchIndex index)
    {
        var found = 0L;
        return await TryAsync(async () => found = (await index.SearchAsync(new SearchQuery { Match = Trees.Term("第0项") }, Token)).TotalDocuments) && found == 1;
    }

    private static Task<bool> AnswersAsync(SearchIndex index) => TryAsync(() => index.GetPositionAsync(FeedNames.Plans, Token));

    private static async Task<bool> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (FazhiException error) when (error.Code == Grpc.Core.StatusCode.Unavailable)
        {
            return false;
        }
    }
}
