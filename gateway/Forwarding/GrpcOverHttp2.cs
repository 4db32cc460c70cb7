using Fazhi.Gateway.Errors;

namespace Fazhi.Gateway.Forwarding;

/// <summary>gRPC needs HTTP/2: a client that comes with HTTP/1.1 is told so instead of being left without trailers.</summary>
internal static class GrpcOverHttp2
{
    public static IApplicationBuilder UseGrpcOverHttp2Only(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpProtocol.IsHttp2(context.Request.Protocol) || !CallForms.IsGrpc(context.Request.ContentType))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        context.Response.Headers.Upgrade = "h2c";
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    });
}
