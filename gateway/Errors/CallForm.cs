namespace Fazhi.Gateway.Errors;

/// <summary>In which form a request wants its answer, errors included.</summary>
internal enum CallForm
{
    /// <summary>A page or a file, for a person.</summary>
    Page,

    /// <summary>Native gRPC.</summary>
    Grpc,

    /// <summary>A call of an API path that is not gRPC: Connect's JSON.</summary>
    Connect,
}

/// <summary>Tells the forms apart.</summary>
internal static class CallForms
{
    public static CallForm Of(HttpRequest request)
    {
        if (IsGrpc(request.ContentType))
            return CallForm.Grpc;
        return request.Path.StartsWithSegments("/healthz") || request.Path.StartsWithSegments("/livez") || IsApiPath(request.Path)
            ? CallForm.Connect
            : CallForm.Page;
    }

    /// <summary>Native gRPC (application/grpc, application/grpc+proto), not gRPC-Web.</summary>
    public static bool IsGrpc(string? contentType)
        => contentType is not null
            && contentType.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase)
            && (contentType.Length == 16 || contentType[16] is '+' or ';' or ' ');

    private static bool IsApiPath(PathString path)
        => path.Value is { } value && (value.StartsWith("/fazhi.", StringComparison.Ordinal) || value.StartsWith("/grpc.", StringComparison.Ordinal));
}
