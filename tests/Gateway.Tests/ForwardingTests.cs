using System.Net;
using Fazhi.Gateway.Tests.Probe;
using Fazhi.Gateway.Tests.World;
using Fazhi.Probe.V1;
using Fazhi.Testing;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Gateway.Tests;

/// <summary>Native gRPC through the gateway is the same as native gRPC to the service.</summary>
public sealed class ForwardingTests(GatewayWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unary_call_carries_message_metadata_and_trailers_both_ways()
    {
        using var call = world.Gateway.Probe.EchoAsync(
            new EchoRequest { Text = "政务公开" }, new Metadata { { "x-fazhi-user", "甲".Length.ToString() }, { "x-any-bin", [0, 255] } }, cancellationToken: Stop);

        var reply = await call;

        Assert.Equal("政务公开", reply.Request.Text);
        Assert.Equal("1", reply.Metadata["x-fazhi-user"]);
        Assert.Equal("AP8=", reply.Metadata["x-any-bin"]);
        Assert.Equal("first", (await call.ResponseHeadersAsync).GetValue("x-fazhi-initial"));
        Assert.Equal("last", call.GetTrailers().GetValue("x-fazhi-trailing"));
        Assert.Equal([1, 2, 3, 4], call.GetTrailers().GetValueBytes("x-fazhi-trailing-bin"));
    }

    [Fact]
    public async Task Client_stream_of_40_MiB_arrives_whole()
    {
        using var call = world.Gateway.Probe.Collect(cancellationToken: Stop);
        var piece = new Chunk { Data = ByteString.CopyFrom(new byte[1024 * 1024]) };

        for (var sent = 0; sent < 40; sent++)
            await call.RequestStream.WriteAsync(piece, Stop);
        await call.RequestStream.CompleteAsync();

        Assert.Equal(40L * 1024 * 1024, (await call.ResponseAsync.Soon()).Value);
    }

    [Fact]
    public async Task Server_stream_arrives_in_order()
    {
        using var call = world.Gateway.Probe.Count(new CountRequest { Count = 1000 }, cancellationToken: Stop);

        var values = new List<long>();
        await foreach (var total in call.ResponseStream.ReadAllAsync(Stop))
            values.Add(total.Value);

        Assert.Equal(Enumerable.Range(1, 1000).Select(value => (long)value), values);
    }

    [Fact]
    public async Task Both_sides_of_a_duplex_call_talk_in_turn()
    {
        using var call = world.Gateway.Probe.Chat(cancellationToken: Stop);

        foreach (var text in new[] { "一", "二", "三" })
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text }, Stop);
            Assert.True(await call.ResponseStream.MoveNext(Stop).Soon());
            Assert.Equal(text, call.ResponseStream.Current.Request.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Stop).Soon());
    }

    [Fact]
    public async Task Deadline_reaches_the_service_and_ends_the_call_there_too()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await world.Gateway.Probe.HangAsync(
            new EchoRequest { Text = "deadline" }, deadline: DateTime.UtcNow.AddMilliseconds(300), cancellationToken: Stop));
        var reply = await world.Gateway.Probe.EchoAsync(new EchoRequest(), deadline: DateTime.UtcNow.AddSeconds(50), cancellationToken: Stop);

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.InRange(reply.DeadlineMs, 20_000, 50_000);
        await ProbeBackend.EndOf("deadline").Soon();
    }

    [Fact]
    public async Task Cancellation_of_a_unary_call_reaches_the_service()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var call = world.Gateway.Probe.HangAsync(new EchoRequest { Text = "cancelled" }, cancellationToken: cancel.Token);

        cancel.CancelAfter(TimeSpan.FromMilliseconds(200));

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        await ProbeBackend.EndOf("cancelled").Soon();
    }

    [Fact]
    public async Task Quiet_stream_stays_open_until_its_reader_leaves()
    {
        var call = world.Gateway.Probe.Count(new CountRequest { Count = -7 }, cancellationToken: Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop).Soon());
        var next = call.ResponseStream.MoveNext(Stop);

        Assert.False(next.IsCompleted);
        call.Dispose();

        await ProbeBackend.EndOf("count-7").Soon();
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DataLoss)]
    public async Task Error_of_the_service_arrives_with_its_code_words_details_and_trailers(StatusCode code)
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await world.Gateway.Probe.FailAsync(
            new FailRequest { Code = (int)code, Message = "第 3 行有误：100%", WithDetails = true }, cancellationToken: Stop));

        Assert.Equal(code, error.StatusCode);
        Assert.Equal("第 3 行有误：100%", error.Status.Detail);
        Assert.Equal("with error", error.Trailers.GetValue("x-fazhi-trailing"));
        var details = error.GetRpcStatus()!;
        Assert.Equal("PROBED", details.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("text", details.GetDetail<BadRequest>()!.FieldViolations.Single().Field);
        Assert.Equal(3, details.Details.Count);
    }

    [Fact]
    public async Task Service_that_is_down_is_unavailable_with_a_hint_when_to_try_again()
    {
        await using var gateway = await GatewayHost.StartAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"));

        var error = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Probe.EchoAsync(new EchoRequest(), cancellationToken: Stop));

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Contains("probe", error.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("SERVICE_UNAVAILABLE", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.True(error.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
    }

    [Fact]
    public async Task Service_that_comes_back_is_reached_again()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        await using var gateway = await GatewayHost.StartAsync(address);
        await Assert.ThrowsAsync<RpcException>(async () => await gateway.Probe.EchoAsync(new EchoRequest(), cancellationToken: Stop));

        await using var backend = await BackendHost.StartAsync(address);

        var reply = await gateway.Probe.EchoAsync(new EchoRequest { Text = "back" }, cancellationToken: Stop).ResponseAsync.Soon();
        Assert.Equal("back", reply.Request.Text);
    }

    [Theory]
    [InlineData("/fazhi.probe.v1.ProbeService/NoSuchMethod")]
    [InlineData("/fazhi.nowhere.v1.NoSuchService/Get")]
    [InlineData("/somebody.else.Service/Get")]
    public async Task Unknown_method_is_unimplemented(string path)
    {
        using var response = await PostGrpcAsync(path, HttpVersion.Version20);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("12", response.Headers.GetValues("grpc-status").Single());
    }

    [Fact]
    public async Task Native_grpc_over_http1_is_told_to_use_http2()
    {
        using var response = await PostGrpcAsync("/fazhi.probe.v1.ProbeService/Echo", HttpVersion.Version11);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostGrpcAsync(string path, Version version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.Gateway.Address, path))
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TE.ParseAdd("trailers");
        return await world.Gateway.Http.SendAsync(request, Stop);
    }
}
