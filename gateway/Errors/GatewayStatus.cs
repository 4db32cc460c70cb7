using Fazhi.Contracts;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Errors;

/// <summary>Errors that the gateway itself finds, in the same form as those of the services.</summary>
internal static class GatewayStatus
{
    private const string Domain = "fazhi";

    /// <summary>An error with a code and a message for people.</summary>
    public static Status Of(StatusCode code, string message) => new() { Code = (int)code, Message = message };

    /// <summary>An error with a reason for programs.</summary>
    public static Status Of(StatusCode code, string reason, string message)
        => Of(code, message).With(new ErrorInfo { Domain = Domain, Reason = reason });

    /// <summary>The service of an area cannot be reached; it is worth trying again soon.</summary>
    public static Status ServiceUnavailable(string area)
        => Of(StatusCode.Unavailable, "SERVICE_UNAVAILABLE", $"{ServiceOf(area)}暂时无法连接，请稍后重试").RetryAfter(TimeSpan.FromSeconds(1));

    /// <summary>What the service of an area is called: 检索服务.</summary>
    public static string ServiceOf(string area) => Terms.OfArea(area) is var name && name == area ? $"{area} 服务" : $"{name}服务";

    /// <summary>The client asks for more than its share.</summary>
    public static Status TooManyRequests(TimeSpan wait)
        => Of(StatusCode.ResourceExhausted, "RATE_LIMITED", "请求过于频繁，请稍后重试").RetryAfter(wait);

    /// <summary>A part of the request is wrong.</summary>
    public static Status BadField(string field, string reason, string message)
        => Of(StatusCode.InvalidArgument, reason, message)
            .With(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = message } } });

    /// <summary>The status that a service answered, with its details.</summary>
    public static Status From(RpcException error)
        => error.GetRpcStatus() is { } detailed && detailed.Code == (int)error.StatusCode
            ? detailed
            : Of(error.StatusCode, error.Status.Detail is "" && error.StatusCode == StatusCode.DeadlineExceeded ? "超过了调用方给定的时限" : error.Status.Detail);

    private static Status RetryAfter(this Status status, TimeSpan wait)
        => status.With(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) });

    private static Status With(this Status status, Google.Protobuf.IMessage detail)
    {
        status.Details.Add(Any.Pack(detail));
        return status;
    }
}
