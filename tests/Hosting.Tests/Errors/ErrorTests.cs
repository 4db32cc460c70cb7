using System.Diagnostics;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting.Tests.Errors;

public sealed class ErrorTests : IAsyncLifetime
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

    public static TheoryData<FazhiException, StatusCode, string> Known => new()
    {
        { FazhiException.InvalidArgument("year", "应为四位年份"), StatusCode.InvalidArgument, "INVALID_ARGUMENT" },
        { FazhiException.NotFound("Plan", "plans/x"), StatusCode.NotFound, "NOT_FOUND" },
        { FazhiException.AlreadyExists("Plan", "plans/x"), StatusCode.AlreadyExists, "ALREADY_EXISTS" },
        { FazhiException.FailedPrecondition("NOT_PLANNED", "督察已经开始"), StatusCode.FailedPrecondition, "NOT_PLANNED" },
        { FazhiException.Aborted("Plan", "plans/x"), StatusCode.Aborted, "ETAG_MISMATCH" },
        { FazhiException.ResourceExhausted("TOO_LARGE", "太大"), StatusCode.ResourceExhausted, "TOO_LARGE" },
        { FazhiException.OutOfRange("FEED_RESET", "请重放"), StatusCode.OutOfRange, "FEED_RESET" },
        { FazhiException.Unavailable(TimeSpan.FromSeconds(2), "请稍候"), StatusCode.Unavailable, "UNAVAILABLE" },
        { FazhiException.DeadlineExceeded("UPLOAD_STALLED", "中断"), StatusCode.DeadlineExceeded, "UPLOAD_STALLED" },
        { FazhiException.PermissionDenied("NOT_YOURS", "无权"), StatusCode.PermissionDenied, "NOT_YOURS" },
        { FazhiException.Unauthenticated("NO_TOKEN", "未登录"), StatusCode.Unauthenticated, "NO_TOKEN" },
        { FazhiException.DataLoss("DAMAGED", "已损坏"), StatusCode.DataLoss, "DAMAGED" },
    };

    [Theory]
    [MemberData(nameof(Known), DisableDiscoveryEnumeration = true)]
    public async Task Known_error_keeps_code_reason_and_words(FazhiException thrown, StatusCode code, string reason)
    {
        behaviour.Get = (_, _) => throw thrown;
        var error = await RpcAssert.FailsAsync(code, reason, () => host.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: Cancel));
        Assert.Equal(thrown.Message, error.Status.Detail);
        Assert.Equal((int)code, error.GetRpcStatus()!.Code);
    }

    [Fact]
    public async Task Wrong_fields_are_listed_each_with_its_path()
    {
        behaviour.Get = (_, _) => throw FazhiException.InvalidArgument([new("period.start_year", "应为四位年份"), new("title", "不能为空")]);
        var error = await Fails(StatusCode.InvalidArgument);
        var violations = error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations;
        Assert.Equal([("period.start_year", "应为四位年份"), ("title", "不能为空")], violations.Select(violation => (violation.Field, violation.Description)));
    }

    [Fact]
    public async Task Missing_resource_is_named()
    {
        behaviour.Get = (_, _) => throw FazhiException.NotFound("Plan", "plans/x");
        var resource = (await Fails(StatusCode.NotFound)).GetRpcStatus()!.GetDetail<ResourceInfo>()!;
        Assert.Equal(("Plan", "plans/x"), (resource.ResourceType, resource.ResourceName));
    }

    [Fact]
    public async Task Unavailable_says_when_to_come_back()
    {
        behaviour.Get = (_, _) => throw FazhiException.Unavailable(TimeSpan.FromSeconds(2), "请稍候").With("queue", "7");
        var status = (await Fails(StatusCode.Unavailable)).GetRpcStatus()!;
        Assert.Equal(TimeSpan.FromSeconds(2), status.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan());
        Assert.Equal("7", status.GetDetail<ErrorInfo>()!.Metadata["queue"]);
    }

    public static TheoryData<Exception> Unknown => new()
    {
        new InvalidOperationException("secret /srv/path"),
        new SqliteException("SQLite Error 1: 'no such table: secret'.", 1),
        new InvalidDataException("secret"),
        new NullReferenceException("secret"),
        new OperationCanceledException("secret"), // of something inside: the caller did not cancel
    };

    [Theory]
    [MemberData(nameof(Unknown), DisableDiscoveryEnumeration = true)]
    public async Task Unknown_error_is_internal_and_tells_nothing_but_a_trace_id(Exception thrown)
    {
        behaviour.Get = (_, _) => throw thrown;
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();

        var error = await Fails(StatusCode.Internal, "INTERNAL");

        Assert.DoesNotContain("secret", error.ToString().Replace(error.StackTrace ?? "", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(activity.TraceId.ToHexString(), error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["trace_id"]);
        Assert.Contains(activity.TraceId.ToHexString(), error.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, StatusCode.Unavailable, "STORE_BUSY")]
    [InlineData(6, StatusCode.Unavailable, "STORE_BUSY")]
    [InlineData(8, StatusCode.Unavailable, "STORE_READ_ONLY")]
    [InlineData(10, StatusCode.Unavailable, "STORE_IO_ERROR")]
    [InlineData(11, StatusCode.DataLoss, "STORE_DAMAGED")]
    [InlineData(13, StatusCode.ResourceExhausted, "STORE_FULL")]
    [InlineData(1, StatusCode.Internal, "INTERNAL")]
    public async Task Trouble_of_the_store_is_named(int result, StatusCode code, string reason)
    {
        behaviour.Get = (_, _) => throw new SqliteException("trouble", result);
        await Fails(code, reason);
    }

    [Fact]
    public async Task Error_in_the_middle_of_a_stream_comes_after_what_was_sent()
    {
        behaviour.Expand = async (_, responses, context) =>
        {
            await responses.WriteAsync(new EchoResponse { Text = "first" }, context.CancellationToken);
            throw FazhiException.NotFound("Plan", "plans/gone");
        };
        using var call = host.Echo().Expand(new EchoRequest(), cancellationToken: Cancel);

        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => call.ResponseStream.MoveNext(Cancel));
    }

    private Task<RpcException> Fails(StatusCode code, string? reason = null) =>
        RpcAssert.FailsAsync(code, reason, () => host.Echo().GetEchoAsync(new EchoRequest(), cancellationToken: Cancel));
}
