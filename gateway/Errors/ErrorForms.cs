using Fazhi.Gateway.Connect;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Errors;

/// <summary>Gives an error that arose before or beside an endpoint the form that its caller reads.</summary>
internal sealed class ErrorForms(ConnectErrors connect)
{
    /// <summary>Writes an error as gRPC, as Connect, or, for a page, as its HTTP status alone (the page of that status follows).</summary>
    public async Task WriteAsync(HttpContext context, Status status, int httpStatus)
    {
        switch (CallForms.Of(context.Request))
        {
            case CallForm.Grpc:
                GrpcErrorResponse.Write(context.Response, status);
                break;
            case CallForm.Connect:
                await connect.WriteAsync(context.Response, status, httpStatus);
                break;
            default:
                context.Response.StatusCode = httpStatus;
                break;
        }
    }

    /// <summary>The error that a bare HTTP status stands for, when nothing more is known.</summary>
    public static Status FromHttp(int httpStatus) => httpStatus switch
    {
        StatusCodes.Status400BadRequest => GatewayStatus.Of(StatusCode.InvalidArgument, "BAD_REQUEST", "请求有误"),
        StatusCodes.Status404NotFound => GatewayStatus.Of(StatusCode.Unimplemented, "NO_SUCH_METHOD", "没有这个方法"),
        StatusCodes.Status405MethodNotAllowed => GatewayStatus.Of(StatusCode.Unimplemented, "METHOD_NOT_ALLOWED", "请使用 POST 调用"),
        StatusCodes.Status413PayloadTooLarge => GatewayStatus.Of(StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE", "请求体过大"),
        StatusCodes.Status415UnsupportedMediaType => GatewayStatus.Of(StatusCode.Unknown, "UNSUPPORTED_MEDIA_TYPE", "不支持的 Content-Type"),
        _ => GatewayStatus.Of(StatusCode.Internal, "INTERNAL", "网关内部错误，请稍后重试"),
    };
}
