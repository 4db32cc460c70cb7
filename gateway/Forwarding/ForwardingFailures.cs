using Fazhi.Gateway.Errors;
using Grpc.Core;

namespace Fazhi.Gateway.Forwarding;

/// <summary>Turns a failure to reach the service into a gRPC status, where YARP alone would answer a bare HTTP 502.</summary>
internal static class ForwardingFailures
{
    public static IApplicationBuilder UseGrpcStatusOnFailure(this IApplicationBuilder proxy) => proxy.Use(async (context, next) =>
    {
        await next(context);
        var failed = context.GetForwarderErrorFeature() is not null
            || context.Response.StatusCode is StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout;
        if (!failed || context.Response.HasStarted)
            return;

        var area = context.GetReverseProxyFeature().Cluster.Config.ClusterId;
        var status = context.RequestAborted.IsCancellationRequested
            ? GatewayStatus.Of(StatusCode.Cancelled, "调用已被取消")
            : GatewayStatus.ServiceUnavailable(area);
        GrpcErrorResponse.Write(context.Response, status);
    });
}
