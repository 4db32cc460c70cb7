using System.Collections.Concurrent;
using Fazhi.Probe.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.Probe;

/// <summary>The probe service, as a host behind the gateway would run it.</summary>
internal sealed class ProbeBackend : ProbeService.ProbeServiceBase
{
    /// <summary>What became of calls that hang, by the text they were sent with: set when the backend sees their end.</summary>
    public static ConcurrentDictionary<string, TaskCompletionSource> Ended { get; } = new();

    public static Task EndOf(string text) => Ended.GetOrAdd(text, _ => NewEnd()).Task;

    public override async Task<EchoResponse> Echo(EchoRequest request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "x-fazhi-initial", "first" } });
        context.ResponseTrailers.Add("x-fazhi-trailing", "last");
        context.ResponseTrailers.Add("x-fazhi-trailing-bin", [1, 2, 3, 4]);
        var reply = new EchoResponse { Request = request, Padding = new string('x', request.Padding) };
        if (context.Deadline != DateTime.MaxValue)
            reply.DeadlineMs = (long)(context.Deadline - DateTime.UtcNow).TotalMilliseconds;
        foreach (var entry in context.RequestHeaders)
            reply.Metadata[entry.Key] = entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value;
        return reply;
    }

    public override Task<EchoResponse> Fail(FailRequest request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("x-fazhi-trailing", "with error");
        if (!request.WithDetails)
            throw new RpcException(new Grpc.Core.Status((StatusCode)request.Code, request.Message));
        throw new Google.Rpc.Status
        {
            Code = request.Code,
            Message = request.Message,
            Details =
            {
                Any.Pack(new ErrorInfo { Domain = "fazhi", Reason = "PROBED", Metadata = { ["where"] = "这里" } }),
                Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "text", Description = "不对" } } }),
                new Any { TypeUrl = "type.googleapis.com/unknown.Type", Value = Google.Protobuf.ByteString.CopyFrom(1, 2, 3) },
            },
        }.ToRpcException();
    }

    public override async Task<EchoResponse> Hang(EchoRequest request, ServerCallContext context)
    {
        await UntilEnd(request.Text, context);
        return new EchoResponse();
    }

    public override async Task<Total> Collect(IAsyncStreamReader<Chunk> requestStream, ServerCallContext context)
    {
        var total = new Total();
        await foreach (var chunk in requestStream.ReadAllAsync(context.CancellationToken))
            total.Value += chunk.Data.Length;
        return total;
    }

    public override async Task Count(CountRequest request, IServerStreamWriter<Total> responseStream, ServerCallContext context)
    {
        for (var value = 1; value <= Math.Max(request.Count, 1); value++)
            await responseStream.WriteAsync(new Total { Value = value }, context.CancellationToken);
        if (request.Count <= 0)
            await UntilEnd($"count{request.Count}", context);
    }

    public override async Task Chat(IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new EchoResponse { Request = request }, context.CancellationToken);
    }

    private static async Task UntilEnd(string text, ServerCallContext context)
    {
        var ended = Ended.GetOrAdd(text, _ => NewEnd());
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private static TaskCompletionSource NewEnd() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
