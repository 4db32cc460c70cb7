using System.Collections.Immutable;
using Grpc.Core;

namespace Fazhi.Hosting;

/// <summary>
/// An error that the caller is told about: one gRPC code, a message in Chinese and machine-readable details
/// (<c>google.rpc</c> ErrorInfo with domain <c>fazhi</c>, BadRequest, ResourceInfo, RetryInfo). Made with the factories; the
/// <see cref="ExceptionInterceptor"/> turns it into the status of the call. Nothing else throws <see cref="RpcException"/>.
/// </summary>
public sealed class FazhiException : Exception
{
    private FazhiException(StatusCode code, string reason, string message, Exception? inner = null)
        : base(message, inner) => (Code, Reason) = (code, reason);

    /// <summary>The gRPC code.</summary>
    public StatusCode Code { get; }

    /// <summary>Machine-readable reason in UPPER_SNAKE English: <c>ErrorInfo.reason</c>.</summary>
    public string Reason { get; }

    /// <summary>Further facts for machines: <c>ErrorInfo.metadata</c>, keys in lower_snake.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; private init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The fields that are wrong; empty when it is not about a field.</summary>
    public ImmutableArray<FieldViolation> FieldViolations { get; private init; } = [];

    /// <summary>Type of the resource it is about, such as <c>Plan</c>; null when it is about none.</summary>
    public string? ResourceType { get; private init; }

    /// <summary>Name of the resource it is about, such as <c>plans/abc</c>; null when it is about none.</summary>
    public string? ResourceName { get; private init; }

    /// <summary>When it makes sense to try again; null when trying again does not help or nothing is known.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>A field of the request is wrong by itself: trying again is useless.</summary>
    public static FazhiException InvalidArgument(string field, string message, string reason = "INVALID_ARGUMENT") =>
        InvalidArgument([new FieldViolation(field, message)], reason);

    /// <summary>Several fields of the request are wrong; all are reported at once.</summary>
    public static FazhiException InvalidArgument(IEnumerable<FieldViolation> violations, string reason = "INVALID_ARGUMENT")
    {
        var all = violations.ToImmutableArray();
        if (all.IsEmpty)
            throw new ArgumentException("at least one violation is needed", nameof(violations));

        var message = string.Join("；", all.Select(violation => $"{violation.Field}：{violation.Description}"));
        return new FazhiException(StatusCode.InvalidArgument, reason, message) { FieldViolations = all };
    }

    /// <summary>There is no such resource.</summary>
    public static FazhiException NotFound(string resourceType, string resourceName) =>
        new(StatusCode.NotFound, "NOT_FOUND", $"找不到 {resourceName}") { ResourceType = resourceType, ResourceName = resourceName };

    /// <summary>The resource exists already.</summary>
    public static FazhiException AlreadyExists(string resourceType, string resourceName, string? message = null) =>
        new(StatusCode.AlreadyExists, "ALREADY_EXISTS", message ?? $"{resourceName} 已经存在")
        {
            ResourceType = resourceType,
            ResourceName = resourceName,
        };

    /// <summary>The request is right but the state of the system does not allow it: something must change first.</summary>
    public static FazhiException FailedPrecondition(string reason, string message, string? resourceType = null, string? resourceName = null) =>
        new(StatusCode.FailedPrecondition, reason, message) { ResourceType = resourceType, ResourceName = resourceName };

    /// <summary>The resource has changed since the caller read it (etag mismatch): read again, then try again.</summary>
    public static FazhiException Aborted(string resourceType, string resourceName, string? message = null) =>
        new(StatusCode.Aborted, "ETAG_MISMATCH", message ?? $"{resourceName} 已被他人修改，请重新读取后再改")
        {
            ResourceType = resourceType,
            ResourceName = resourceName,
        };

    /// <summary>A limit has been reached: size, number or rate.</summary>
    public static FazhiException ResourceExhausted(string reason, string message, TimeSpan? retryAfter = null, Exception? inner = null) =>
        new(StatusCode.ResourceExhausted, reason, message, inner) { RetryAfter = retryAfter };

    /// <summary>The position asked for lies outside what exists.</summary>
    public static FazhiException OutOfRange(string reason, string message) => new(StatusCode.OutOfRange, reason, message);

    /// <summary>The service cannot answer now: try again after the time given.</summary>
    public static FazhiException Unavailable(TimeSpan retryAfter, string message, string reason = "UNAVAILABLE", Exception? inner = null) =>
        new(StatusCode.Unavailable, reason, message, inner) { RetryAfter = retryAfter };

    /// <summary>The caller took longer than it may.</summary>
    public static FazhiException DeadlineExceeded(string reason, string message) => new(StatusCode.DeadlineExceeded, reason, message);

    /// <summary>The caller may not do this.</summary>
    public static FazhiException PermissionDenied(string reason, string message) => new(StatusCode.PermissionDenied, reason, message);

    /// <summary>It is not known who calls.</summary>
    public static FazhiException Unauthenticated(string reason, string message) => new(StatusCode.Unauthenticated, reason, message);

    /// <summary>Stored data is damaged and cannot be answered with.</summary>
    public static FazhiException DataLoss(string reason, string message, Exception? inner = null) =>
        new(StatusCode.DataLoss, reason, message, inner);

    /// <summary>The same error with one more fact for machines.</summary>
    public FazhiException With(string key, string value) => new(Code, Reason, Message, InnerException)
    {
        Metadata = Metadata.SetItem(key, value),
        FieldViolations = FieldViolations,
        ResourceType = ResourceType,
        ResourceName = ResourceName,
        RetryAfter = RetryAfter,
    };
}
