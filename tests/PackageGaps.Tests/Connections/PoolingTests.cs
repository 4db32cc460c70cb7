using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Connections;

public sealed class PoolingTests
{
    [Fact]
    public async Task A_connection_is_used_again()
    {
        await using var node = await FakeNode.StartAsync();
        var transport = Client.Of(node);

        await transport.GetAsync<StringResponse>("/1");
        await transport.GetAsync<VoidResponse>("/2");
        using (var streamed = await transport.GetAsync<StreamResponse>("/3"))
            await streamed.Body.CopyToAsync(Stream.Null);
        await transport.HeadAsync("/4");

        Assert.Single(node.Requests.Select(request => request.Connection).Distinct());
    }

    [Fact]
    public async Task There_are_no_more_connections_at_a_time_than_allowed()
    {
        const int limit = 3;
        var (now, most) = (0, 0);
        await using var node = await FakeNode.StartAsync();
        var full = new TaskCompletionSource();
        node.Answer = async context =>
        {
            var number = Interlocked.Increment(ref now);
            InterlockedMax(ref most, number);
            if (number == limit)
                full.TrySetResult();
            await full.Task;
            Interlocked.Decrement(ref now);
            await FakeNode.Json("{}")(context);
        };
        var transport = Client.Of(node, settings => settings.ConnectionLimit(limit));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => transport.GetAsync<VoidResponse>("/x")));

        Assert.Equal(limit, most);
        Assert.InRange(node.Requests.Select(request => request.Connection).Distinct().Count(), 1, limit);
    }

    [Fact]
    public async Task A_connection_is_given_up_after_a_while_so_that_changed_addresses_are_seen()
    {
        await using var node = await FakeNode.StartAsync();
        var transport = Client.Of(node, settings => settings.DnsRefreshTimeout(TimeSpan.FromMilliseconds(1)));

        await Eventually.True(async () =>
        {
            await transport.GetAsync<VoidResponse>("/x");
            return node.Requests.Select(request => request.Connection).Distinct().Count() > 2;
        });
    }

    [Fact]
    public async Task Settings_that_are_disposed_close_their_connections()
    {
        await using var node = await FakeNode.StartAsync();
        var settings = new ElasticsearchClientSettings(node.Address);
        var transport = new ElasticsearchClient(settings).Transport;
        await transport.GetAsync<VoidResponse>("/x");

        ((IDisposable)settings).Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() => transport.RequestAsync<VoidResponse>(HttpMethod.GET, "/x", null, new RequestConfiguration { ThrowExceptions = true }));
        Assert.Single(node.Requests);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; value > seen; seen = target)
            Interlocked.CompareExchange(ref target, value, seen);
    }
}
