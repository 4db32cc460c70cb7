using System.Diagnostics;
using Fazhi.PackageGaps.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Fazhi.PackageGaps.Tests.Failover;

public sealed class FailoverTests
{
    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_node_that_cannot_answer_is_followed_by_the_next(int status)
    {
        await using var bad = await FakeNode.StartAsync(FakeNode.Status(status));
        await using var good = await FakeNode.StartAsync();

        var response = await Client.Of([bad, good], settings => settings.DisablePing()).GetAsync<StringResponse>("/x");

        Assert.Equal(200, response.ApiCallDetails.HttpStatusCode);
        Assert.Null(response.ApiCallDetails.OriginalException);
        Assert.Single(bad.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_answer_of_the_node_itself_ends_the_call(int status)
    {
        await using var first = await FakeNode.StartAsync(FakeNode.Status(status));
        await using var second = await FakeNode.StartAsync();

        var response = await Client.Of([first, second], settings => settings.DisablePing()).GetAsync<StringResponse>("/x");

        Assert.Equal(status, response.ApiCallDetails.HttpStatusCode);
        Assert.Empty(second.Requests);
    }

    [Fact]
    public async Task So_is_one_that_refuses_hangs_up_or_breaks_off()
    {
        await using var hangsUp = await FakeNode.StartAsync(FakeNode.HangUp);
        await using var breaksOff = await FakeNode.StartAsync(async context =>
        {
            context.Response.ContentType = FakeNode.MediaType;
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"half\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var good = await FakeNode.StartAsync();
        var pool = new StaticNodePool([new Uri($"http://127.0.0.1:{FreePort.Find()}"), hangsUp.Address, breaksOff.Address, good.Address], randomize: false);

        var response = await Client.Of(pool, settings => settings.DisablePing()).GetAsync<StringResponse>("/x");

        Assert.Equal("""{"ok":true}""", response.Body);
        Assert.Equal((1, 1, 1), (hangsUp.Requests.Count, breaksOff.Requests.Count, good.Requests.Count));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 3)]
    public async Task Retries_are_at_most_as_many_as_allowed_and_as_there_are_nodes(int retries, int asked)
    {
        await using var a = await FakeNode.StartAsync(FakeNode.Status(503));
        await using var b = await FakeNode.StartAsync(FakeNode.Status(503));
        await using var c = await FakeNode.StartAsync(FakeNode.Status(503));
        FakeNode[] nodes = [a, b, c];

        var response = await Client.Of(nodes, settings => settings.DisablePing().MaximumRetries(retries)).GetAsync<StringResponse>("/x");
        Assert.Equal(503, response.ApiCallDetails.HttpStatusCode);
        Assert.Equal(asked, nodes.Sum(node => node.Requests.Count));
        var error = Assert.IsType<TransportException>(response.ApiCallDetails.OriginalException);
        Assert.Equal(retries == 0 ? PipelineFailure.BadResponse : PipelineFailure.MaxRetriesReached, error.FailureReason);
    }

    [Fact]
    public async Task No_further_node_is_tried_when_the_time_for_retries_is_over()
    {
        var clock = new FakeClock();
        await using var slow = await FakeNode.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return FakeNode.Status(503)(context);
        });
        await using var good = await FakeNode.StartAsync();
        var transport = Client.Of([slow, good, slow], settings => settings.DisablePing().MaxRetryTimeout(TimeSpan.FromSeconds(10)), clock);

        var response = await transport.GetAsync<StringResponse>("/x");

        Assert.Equal(503, response.ApiCallDetails.HttpStatusCode);
        Assert.Equal(PipelineFailure.MaxTimeoutReached, Assert.IsType<TransportException>(response.ApiCallDetails.OriginalException).FailureReason);
        Assert.Empty(good.Requests);
    }

    [Fact]
    public async Task A_node_that_takes_too_long_is_followed_by_the_next_if_there_is_time_for_it()
    {
        await using var silent = await FakeNode.StartAsync(FakeNode.Never);
        await using var good = await FakeNode.StartAsync();
        var transport = Client.Of(
            [silent, good], settings => settings.DisablePing().RequestTimeout(TimeSpan.FromSeconds(3)).MaxRetryTimeout(TimeSpan.FromSeconds(60)));

        Assert.Equal(200, (await transport.GetAsync<StringResponse>("/x")).ApiCallDetails.HttpStatusCode);
        Assert.Single(silent.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_out_ends_the_call_before_the_answer_and_within_it(bool begins)
    {
        await using var silent = await FakeNode.StartAsync(async context =>
        {
            if (begins)
            {
                context.Response.ContentType = FakeNode.MediaType;
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
            }

            await FakeNode.Never(context);
        });
        await using var good = await FakeNode.StartAsync();

        // The time for retries is that of the request unless set: nothing is left for a second node.
        var response = await Client.Of([silent, good], settings => settings.DisablePing())
            .RequestAsync<StringResponse>(HttpMethod.GET, "/x", null, new RequestConfiguration { RequestTimeout = TimeSpan.FromMilliseconds(300) });

        var error = Assert.IsType<TaskCanceledException>(response.ApiCallDetails.OriginalException);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Empty(good.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once_tries_no_other_node_and_leaves_none_out()
    {
        using var cancellation = new CancellationTokenSource();
        await using var silent = await FakeNode.StartAsync(context =>
        {
            cancellation.Cancel();
            return FakeNode.Never(context);
        });
        await using var good = await FakeNode.StartAsync();
        var pool = new StaticNodePool([silent.Address, good.Address], randomize: false);
        var started = Stopwatch.GetTimestamp();

        var response = await Client.Of(pool, settings => settings.DisablePing()).GetAsync<StringResponse>("/x", cancellation.Token);

        Assert.IsAssignableFrom<OperationCanceledException>(response.ApiCallDetails.OriginalException);
        Assert.IsNotType<TimeoutException>(response.ApiCallDetails.OriginalException!.InnerException);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
        Assert.Empty(good.Requests);
        Assert.All(pool.Nodes, node => Assert.True(node.IsAlive));
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_asks_nobody()
    {
        await using var node = await FakeNode.StartAsync();
        var response = await Client.Of(node).GetAsync<StringResponse>("/x", new CancellationToken(canceled: true));

        Assert.IsAssignableFrom<OperationCanceledException>(response.ApiCallDetails.OriginalException);
        Assert.Empty(node.Requests);
    }
}
