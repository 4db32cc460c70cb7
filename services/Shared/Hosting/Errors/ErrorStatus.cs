using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Fazhi.Hosting;

/// <summary>Builds and reads the <c>google.rpc.Status</c> that every error of the platform carries.</summary>
public static class ErrorStatus
{
    /// <summary><c>ErrorInfo.domain</c> of every error of the platform.</summary>
    public const string Domain = "fazhi";

    /// <summary>The status with all details of <paramref name="error"/>.</summary>
    public static Status From(FazhiException error)
    {
        var details = new List<IMessage> { Info(error.Reason, error.Metadata) };
        if (!error.FieldViolations.IsEmpty)
        {
            details.Add(new BadRequest
            {
                FieldViolations =
                {
                    error.FieldViolations.Select(violation => new BadRequest.Types.FieldViolation
                    {
                        Field = violation.Field,
                        Description = violation.Description,
                    }),
                },
            });
        }

        if (error.ResourceName is { } name)
            details.Add(new ResourceInfo { ResourceType = error.ResourceType ?? "", ResourceName = name, Description = error.Message });
        if (error.RetryAfter is { } delay)
            details.Add(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) });
        return Create(error.Code, error.Message, details);
    }

    /// <summary>The reason (<c>ErrorInfo.reason</c>) that an error of the platform carries; empty when it carries none.</summary>
    public static string ReasonOf(RpcException error) =>
        error.GetRpcStatus()?.GetDetail<ErrorInfo>() is { Domain: Domain } info ? info.Reason : "";

    internal static Status Create(StatusCode code, string message, string reason, params (string Key, string Value)[] metadata) =>
        Create(code, message, [Info(reason, metadata.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))]);

    private static Status Create(StatusCode code, string message, IEnumerable<IMessage> details) =>
        new() { Code = (int)code, Message = message, Details = { details.Select(Any.Pack) } };

    private static ErrorInfo Info(string reason, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = reason };
        foreach (var (key, value) in metadata)
            info.Metadata.Add(key, value);
        return info;
    }
}
