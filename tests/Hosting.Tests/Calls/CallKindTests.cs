using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Calls;

public sealed class CallKindTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly EchoBehaviour behaviour = new();
    private RealHost host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await EchoHost.StartAsync(folder, behaviour);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Fact]
    public async Task Unary_call_gives_one_response()
    {
        var response = await host.Echo().GetEchoAsync(new EchoRequest { Text = "依法" }, cancellationToken: Cancel);
        Assert.Equal("依法", response.Text);
    }

    [Fact]
    public async Task Server_stream_gives_its_responses_in_order()
    {
        using var call = host.Echo().Expand(new EchoRequest { Text = "n", Times = 300 }, cancellationToken: Cancel);
        var texts = await call.ResponseStream.ReadAllAsync(Cancel).Select(response => response.Text).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"n{number}"), texts);
    }

    [Fact]
    public async Task Client_stream_is_read_to_its_end()
    {
        using var call = host.Echo().Collect(cancellationToken: Cancel);
        foreach (var text in (string[])["甲", "乙", "丙"])
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text }, Cancel);
        await call.RequestStream.CompleteAsync();
        Assert.Equal("甲+乙+丙", (await call).Text);
    }

    [Fact]
    public async Task Duplex_stream_answers_each_request_before_the_next_is_sent()
    {
        using var call = host.Echo().Talk(cancellationToken: Cancel);
        foreach (var text in (string[])["a", "b", "c"])
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text }, Cancel);
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
            Assert.Equal(text.ToUpperInvariant(), call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancel));
    }

    [Fact]
    public async Task Deadline_reaches_the_server_and_ends_the_call_on_both_sides()
    {
        var seen = new TaskCompletionSource<DateTime>();
        var ended = new TaskCompletionSource();
        behaviour.Get = async (_, context) =>
        {
            seen.SetResult(context.Deadline);
            context.CancellationToken.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new EchoResponse();
        };
        var deadline = DateTime.UtcNow.AddMilliseconds(300);

        await RpcAssert.FailsAsync(StatusCode.DeadlineExceeded, null, () => host.Echo().GetEchoAsync(new EchoRequest(), deadline: deadline, cancellationToken: Cancel));

        Assert.InRange(await seen.Task.WaitAsync(Cancel), deadline.AddMilliseconds(-200), deadline.AddMilliseconds(200));
        await ended.Task.WaitAsync(Eventually.DefaultDeadline, Cancel);
    }

    [Fact]
    public async Task Cancellation_by_the_client_reaches_the_server()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        behaviour.Expand = async (_, _, context) =>
        {
            context.CancellationToken.Register(ended.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };
        using var cancellation = new CancellationTokenSource();
        using var call = host.Echo().Expand(new EchoRequest(), cancellationToken: cancellation.Token);
        var reading = call.ResponseStream.MoveNext(CancellationToken.None);
        await started.Task.WaitAsync(Cancel);

        await cancellation.CancelAsync();

        await RpcAssert.FailsAsync(StatusCode.Cancelled, null, () => reading);
        await ended.Task.WaitAsync(Eventually.DefaultDeadline, Cancel);
    }

    [Fact]
    public async Task Metadata_goes_both_ways_as_text_and_as_bytes()
    {
        byte[] bytes = [0, 255, 10, 13, 0xE6];
        behaviour.Get = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync(new Metadata
            {
                { "x-text", context.RequestHeaders.GetValue("x-text")! },
                { "x-bytes-bin", context.RequestHeaders.GetValueBytes("x-bytes-bin")! },
            });
            context.ResponseTrailers.Add("x-trailer", "end");
            context.ResponseTrailers.Add("x-trailer-bin", bytes);
            return new EchoResponse();
        };

        using var call = host.Echo().GetEchoAsync(
            new EchoRequest(), new Metadata { { "x-text", "visible ascii" }, { "x-bytes-bin", bytes } }, cancellationToken: Cancel);
        await call;
        var headers = await call.ResponseHeadersAsync;

        Assert.Equal("visible ascii", headers.GetValue("x-text"));
        Assert.Equal(bytes, headers.GetValueBytes("x-bytes-bin"));
        Assert.Equal("end", call.GetTrailers().GetValue("x-trailer"));
        Assert.Equal(bytes, call.GetTrailers().GetValueBytes("x-trailer-bin"));
    }

    [Fact]
    public async Task Gzip_is_understood_in_requests_and_used_in_responses_when_asked_for()
    {
        var encoding = "";
        var text = new string('法', 100_000);
        await using var other = new TempFolder();
        behaviour.Get = (request, context) =>
        {
            encoding = context.RequestHeaders.GetValue("grpc-encoding") ?? context.GetHttpContext().Request.Headers["grpc-encoding"];
            return Task.FromResult(new EchoResponse { Text = request.Text });
        };
        await using var compressing = await EchoHost.StartAsync(other, builder =>
        {
            builder.Services.AddSingleton(behaviour);
            builder.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(options => options.ResponseCompressionAlgorithm = "gzip");
        });

        using var recorder = new EncodingRecorder();
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(compressing.Address, new() { HttpHandler = recorder });

        var response = await new EchoService.EchoServiceClient(channel).GetEchoAsync(
            new EchoRequest { Text = text }, new Metadata { { "grpc-internal-encoding-request", "gzip" } }, cancellationToken: Cancel);

        Assert.Equal(text, response.Text);
        Assert.Equal("gzip", encoding);
        Assert.Equal("gzip", recorder.ResponseEncoding);
    }

    [Fact]
    public async Task Message_above_the_limit_is_refused_and_the_connection_goes_on()
    {
        var large = new EchoRequest { Text = new string('a', FazhiHost.MaxMessageSize + 1) };
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(host.Address, new() { MaxSendMessageSize = null });
        var client = new EchoService.EchoServiceClient(channel);

        await RpcAssert.FailsAsync(StatusCode.ResourceExhausted, null, () => client.GetEchoAsync(large, cancellationToken: Cancel));

        Assert.Equal("ok", (await client.GetEchoAsync(new EchoRequest { Text = "ok" }, cancellationToken: Cancel)).Text);
    }

    // The client's metadata leaves the encoding out.
    private sealed class EncodingRecorder() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? ResponseEncoding { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            ResponseEncoding = response.Headers.GetValues("grpc-encoding").Single();
            return response;
        }
    }
}
