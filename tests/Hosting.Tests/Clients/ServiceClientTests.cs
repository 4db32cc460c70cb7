using System.Diagnostics;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Clients;

/// <summary>A front host that calls a back host while it answers.</summary>
public sealed class ServiceClientTests : IAsyncLifetime
{
    private readonly TempFolder frontFolder = new();
    private readonly TempFolder backFolder = new();
    private readonly EchoBehaviour front = new();
    private readonly EchoBehaviour back = new();
    private RealHost backHost = null!;
    private RealHost frontHost = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private EchoService.EchoServiceClient Back => frontHost.Services.GetRequiredService<EchoService.EchoServiceClient>();

    public async ValueTask InitializeAsync()
    {
        backHost = await EchoHost.StartAsync(backFolder, back);
        frontHost = await EchoHost.StartAsync(
            frontFolder,
            builder =>
            {
                builder.AddServiceClient<EchoService.EchoServiceClient>("Back");
                builder.Services.AddSingleton(front);
            },
            $"--Fazhi:Services:Back={backHost.Address}");
        front.Get = async (request, context) =>
            await context.GetHttpContext().RequestServices.GetRequiredService<EchoService.EchoServiceClient>().GetEchoAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await frontHost.DisposeAsync();
        await backHost.DisposeAsync();
        await frontFolder.DisposeAsync();
        await backFolder.DisposeAsync();
    }

    [Fact]
    public async Task Deadline_is_passed_on()
    {
        var seen = DateTime.MinValue;
        back.Get = (_, context) =>
        {
            seen = context.Deadline;
            return Task.FromResult(new EchoResponse());
        };
        var deadline = DateTime.UtcNow.AddSeconds(7);
        await frontHost.Echo().GetEchoAsync(new EchoRequest(), deadline: deadline, cancellationToken: Cancel);
        Assert.InRange(seen, deadline.AddSeconds(-1), deadline.AddSeconds(1));
    }

    [Fact]
    public async Task Without_any_deadline_the_default_is_given()
    {
        var seen = DateTime.MinValue;
        back.Get = (_, context) =>
        {
            seen = context.Deadline;
            return Task.FromResult(new EchoResponse());
        };
        await frontHost.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: Cancel);
        Assert.InRange(seen, DateTime.UtcNow, DateTime.UtcNow + ServiceClients.DefaultDeadline);
    }

    [Fact]
    public async Task Cancellation_is_passed_on()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        back.Get = async (_, context) =>
        {
            context.CancellationToken.Register(ended.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new EchoResponse();
        };
        using var cancellation = new CancellationTokenSource();
        using var call = frontHost.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: cancellation.Token);
        await started.Task.WaitAsync(Eventually.DefaultDeadline, Cancel);

        await cancellation.CancelAsync();

        await RpcAssert.FailsAsync(StatusCode.Cancelled, null, () => call.ResponseAsync);
        await ended.Task.WaitAsync(Eventually.DefaultDeadline, Cancel);
    }

    [Fact]
    public async Task Trace_is_passed_on()
    {
        var seen = default(ActivityTraceId);
        back.Get = (_, _) =>
        {
            seen = Activity.Current!.TraceId;
            return Task.FromResult(new EchoResponse());
        };
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        await frontHost.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: Cancel);
        Assert.Equal(activity.TraceId, seen);
    }

    [Fact]
    public async Task Error_of_the_service_behind_passes_through_with_its_details()
    {
        back.Get = (_, context) =>
        {
            context.ResponseTrailers.Add("x-inside", "not for outside");
            throw FazhiException.InvalidArgument("text", "不能为空", "TEXT_EMPTY");
        };
        var error = await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, "TEXT_EMPTY", () => frontHost.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: Cancel));
        Assert.Equal("text", Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
        Assert.Null(error.Trailers.GetValue("x-inside"));
    }

    [Fact]
    public async Task Read_is_tried_again_while_the_service_is_unavailable()
    {
        var calls = 0;
        back.Get = (_, _) => ++calls < 3
            ? throw FazhiException.Unavailable(TimeSpan.Zero, "请稍候")
            : Task.FromResult(new EchoResponse { Text = "at last" });
        Assert.Equal("at last", (await Back.GetEchoAsync(new EchoRequest(), cancellationToken: Cancel)).Text);
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task Change_is_not_tried_again()
    {
        var calls = 0;
        back.Create = (_, _) =>
        {
            calls++;
            throw FazhiException.Unavailable(TimeSpan.Zero, "请稍候");
        };
        await RpcAssert.FailsAsync(StatusCode.Unavailable, null, () => Back.CreateEchoAsync(new EchoRequest(), cancellationToken: Cancel));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Service_that_is_down_is_unavailable()
    {
        await backHost.StopAsync();
        await RpcAssert.FailsAsync(StatusCode.Unavailable, null, () => frontHost.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("units:5001")]
    [InlineData("/units")]
    public void Missing_or_wrong_address_is_said_at_start(string address)
    {
        var builder = FazhiHost.CreateBuilder([$"--Fazhi:Services:Units={address}"], "echo");
        var error = Assert.Throws<InvalidOperationException>(() => builder.AddServiceClient<EchoService.EchoServiceClient>("Units"));
        Assert.Contains("Fazhi:Services:Units", error.Message, StringComparison.Ordinal);
    }
}
