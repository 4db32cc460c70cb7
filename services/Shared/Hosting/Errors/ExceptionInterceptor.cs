using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>
/// The one place where an exception becomes the status of a call. A <see cref="FazhiException"/> keeps its code and details; an
/// error of a service called on the way passes through as it came; everything else is INTERNAL with a trace id and tells the
/// caller nothing about the inside, while the log has all of it.
/// </summary>
internal sealed partial class ExceptionInterceptor(
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<ExceptionInterceptor> logger) : Interceptor
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => Completed(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => Completed(continuation(requestStream, responseStream, context)));

    private static async Task<bool> Completed(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> Guard<T>(ServerCallContext context, Func<Task<T>> call)
    {
        var started = time.GetTimestamp();
        try
        {
            var response = await call();
            LogCallFinished(logger, context.Method, time.GetElapsedTime(started).TotalMilliseconds);
            return response;
        }
        catch (Exception error)
        {
            var translated = Translate(error, context);
            LogCallFailed(logger, context.Method, translated.StatusCode, translated.Status.Detail, time.GetElapsedTime(started).TotalMilliseconds);
            throw translated;
        }
    }

    private RpcException Translate(Exception error, ServerCallContext context) => error switch
    {
        FazhiException known => ErrorStatus.From(known).ToRpcException(),
        RpcException downstream => PassOn(downstream),
        OperationCanceledException or IOException or InvalidOperationException when context.CancellationToken.IsCancellationRequested => Ended(context),
        OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested => Stopping(),
        SqliteException sqlite when StoreErrors.Describe(sqlite) is { } known => Stored(known),
        _ => Internal(error),
    };

    // The callee's own details go on, its other trailers (its server's, its tracing's) are not ours to send.
    private static RpcException PassOn(RpcException downstream)
    {
        var trailers = new Metadata();
        if (downstream.Trailers.GetValueBytes(DetailsTrailer) is { } details)
            trailers.Add(DetailsTrailer, details);
        return new RpcException(new Status(downstream.StatusCode, downstream.Status.Detail), trailers);
    }

    private RpcException Ended(ServerCallContext context) => context.Deadline <= time.GetUtcNow().UtcDateTime
        ? ErrorStatus.Create(StatusCode.DeadlineExceeded, "超过了调用方给定的时限", "DEADLINE_EXCEEDED").ToRpcException()
        : ErrorStatus.Create(StatusCode.Cancelled, "调用已被取消", "CANCELLED").ToRpcException();

    private static RpcException Stopping() =>
        ErrorStatus.From(FazhiException.Unavailable(TimeSpan.FromSeconds(1), "服务正在停止，请稍后重试", "STOPPING")).ToRpcException();

    private RpcException Stored(FazhiException known)
    {
        LogUnexpected(logger, TraceId(), known);
        return ErrorStatus.From(known).ToRpcException();
    }

    private RpcException Internal(Exception error)
    {
        var traceId = TraceId();
        LogUnexpected(logger, traceId, error);
        return ErrorStatus.Create(StatusCode.Internal, $"内部错误，追踪号 {traceId}", "INTERNAL", ("trace_id", traceId)).ToRpcException();
    }

    private static string TraceId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    [LoggerMessage(EventName = "CallFinished", Level = LogLevel.Debug, Message = "{Method} finished in {Milliseconds:F1} ms")]
    private static partial void LogCallFinished(ILogger logger, string method, double milliseconds);

    [LoggerMessage(EventName = "CallFailed", Level = LogLevel.Information, Message = "{Method} failed with {Code} ({Detail}) in {Milliseconds:F1} ms")]
    private static partial void LogCallFailed(ILogger logger, string method, StatusCode code, string detail, double milliseconds);

    [LoggerMessage(EventName = "UnexpectedError", Level = LogLevel.Error, Message = "Unexpected error, told to the caller as trace {TraceId} alone")]
    private static partial void LogUnexpected(ILogger logger, string traceId, Exception error);
}
