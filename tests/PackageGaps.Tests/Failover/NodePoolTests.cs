using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Failover;

public sealed class NodePoolTests
{
    [Fact]
    public async Task Nodes_are_used_in_turn()
    {
        await using var a = await FakeNode.StartAsync();
        await using var b = await FakeNode.StartAsync();
        await using var c = await FakeNode.StartAsync();
        FakeNode[] nodes = [a, b, c];
        var transport = Client.Of(nodes);

        for (var call = 0; call < 9; call++)
            await transport.GetAsync<VoidResponse>($"/{call}");

        Assert.Equal([["/0", "/3", "/6"], ["/1", "/4", "/7"], ["/2", "/5", "/8"]], nodes.Select(node => node.Requests.Select(request => request.Path)));
    }

    [Fact]
    public async Task A_node_is_pinged_before_its_first_use_only()
    {
        await using var a = await FakeNode.StartAsync();
        await using var b = await FakeNode.StartAsync();
        var transport = Client.Of([a, b]);

        for (var call = 0; call < 6; call++)
            await transport.GetAsync<VoidResponse>("/x");

        Assert.Equal((1, 1), (a.Pings, b.Pings));
    }

    [Fact]
    public async Task A_node_that_failed_is_left_out_for_a_growing_time_and_pinged_before_use()
    {
        var clock = new FakeClock();
        await using var bad = await FakeNode.StartAsync();
        await using var good = await FakeNode.StartAsync();
        var transport = Client.Of([bad, good], settings => settings.DeadTimeout(TimeSpan.FromSeconds(10)).MaxDeadTimeout(TimeSpan.FromSeconds(19)), clock);
        await UseAsync(transport);
        var uses = bad.Requests.Count;
        bad.Answer = FakeNode.Status(503);
        await UseAsync(transport);
        Assert.Equal(uses + 1, bad.Requests.Count);
        var pings = bad.Pings;

        // 10 s, then √2 times longer, then the longest time: each begins with a ping, which fails.
        foreach (var (time, number) in new[] { (10.0, 1), (14.142, 2), (19.0, 3) })
        {
            clock.Advance(TimeSpan.FromSeconds(time - 0.1));
            await UseAsync(transport);
            Assert.Equal(pings + number - 1, bad.Pings);
            clock.Advance(TimeSpan.FromSeconds(0.2));
            await UseAsync(transport);
            Assert.Equal(pings + number, bad.Pings);
        }

        Assert.Equal(uses + 1, bad.Requests.Count);

        bad.Answer = FakeNode.Json("{}");
        clock.Advance(TimeSpan.FromSeconds(19.1));
        await UseAsync(transport);
        await UseAsync(transport);
        Assert.Equal(pings + 4, bad.Pings);
        Assert.True(bad.Requests.Count > uses + 1);
    }

    [Fact]
    public async Task Without_pings_it_is_used_again_at_once_when_its_time_is_over()
    {
        var clock = new FakeClock();
        await using var bad = await FakeNode.StartAsync(FakeNode.Status(503));
        await using var good = await FakeNode.StartAsync();
        var transport = Client.Of([bad, good], settings => settings.DisablePing().DeadTimeout(TimeSpan.FromSeconds(10)), clock);

        await UseAsync(transport);
        Assert.Single(bad.Requests);
        clock.Advance(TimeSpan.FromSeconds(10.1));
        await UseAsync(transport);

        Assert.Equal(2, bad.Requests.Count);
        Assert.Equal(0, bad.Pings);
    }

    [Fact]
    public async Task A_silent_node_costs_a_ping_not_a_request()
    {
        await using var silent = await FakeNode.StartAsync(FakeNode.Never);
        await using var good = await FakeNode.StartAsync();
        var transport = Client.Of([silent, good], settings => settings.PingTimeout(TimeSpan.FromSeconds(3)));

        Assert.Equal(200, (await transport.GetAsync<VoidResponse>("/x")).ApiCallDetails.HttpStatusCode);
        Assert.Equal((1, 0), (silent.Pings, silent.Requests.Count));
    }

    [Fact]
    public async Task When_all_are_left_out_one_is_tried_all_the_same()
    {
        await using var a = await FakeNode.StartAsync(FakeNode.Status(503));
        await using var b = await FakeNode.StartAsync(FakeNode.Status(503));
        var transport = Client.Of([a, b]);
        await transport.GetAsync<VoidResponse>("/x");
        (a.Answer, b.Answer) = (FakeNode.Json("{}"), FakeNode.Json("{}"));

        Assert.Equal(200, (await transport.GetAsync<VoidResponse>("/x")).ApiCallDetails.HttpStatusCode);
    }

    [Fact]
    public async Task When_no_ping_is_answered_the_call_fails_by_it()
    {
        var pool = new StaticNodePool([new Uri($"http://127.0.0.1:{FreePort.Find()}"), new Uri($"http://127.0.0.1:{FreePort.Find()}")]);

        var error = await Assert.ThrowsAsync<TransportException>(() => Client.Of(pool, settings => settings.ThrowExceptions()).GetAsync<StringResponse>("/x"));

        Assert.Equal(PipelineFailure.MaxRetriesReached, error.FailureReason);
        Assert.Equal(PipelineFailure.PingFailure, Assert.IsType<TransportException>(error.InnerException).FailureReason);
    }

    [Fact]
    public async Task A_single_node_is_never_left_out_nor_pinged()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Status(503));
        var transport = Client.Of(node);
        for (var call = 0; call < 3; call++)
            await transport.GetAsync<VoidResponse>("/x");
        node.Answer = FakeNode.Json("{}");

        Assert.Equal(200, (await transport.GetAsync<VoidResponse>("/x")).ApiCallDetails.HttpStatusCode);
        Assert.Equal((4, 0), (node.Requests.Count, node.Pings));
    }

    [Fact]
    public async Task Calls_that_fail_together_are_one_failure_of_the_node()
    {
        const int calls = 20;
        await using var bad = await FakeNode.StartAsync();
        await using var good = await FakeNode.StartAsync();
        bad.Answer = async context =>
        {
            await Eventually.True(() => bad.Requests.Count == calls / 2);
            await FakeNode.Status(503)(context);
        };
        var pool = new StaticNodePool([bad.Address, good.Address], randomize: false, new FakeClock());
        var transport = Client.Of(pool, settings => settings.DisablePing());

        var answers = await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => transport.GetAsync<VoidResponse>("/x")));

        Assert.All(answers, answer => Assert.Equal(200, answer.ApiCallDetails.HttpStatusCode));
        Assert.Equal(1, pool.Nodes.First().FailedAttempts);
    }

    [Fact]
    public void Nodes_must_be_there_and_of_one_scheme()
    {
        Assert.Throws<ArgumentException>(() => new StaticNodePool(Array.Empty<Uri>()));
        Assert.Throws<ArgumentException>(() => new StaticNodePool([new Uri("http://a:9200"), new Uri("https://b:9200")]));
        Assert.Single(new StaticNodePool([new Uri("http://a:9200"), new Uri("http://a:9200/")]).Nodes);
    }

    /// <summary>Once for each of two nodes.</summary>
    private static async Task UseAsync(ITransport transport)
    {
        for (var call = 0; call < 2; call++)
            Assert.Equal(200, (await transport.GetAsync<VoidResponse>("/x")).ApiCallDetails.HttpStatusCode);
    }
}
