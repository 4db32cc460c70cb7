using System.Buffers;
using Fazhi.Gateway.Contracts;
using Fazhi.Gateway.Errors;
using Fazhi.Gateway.Services;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Connect;

/// <summary>
/// Answers the Connect protocol's unary JSON form for every unary method of the contract
/// (connectrpc.com/docs/protocol, "Unary request" and "Unary response").
/// </summary>
internal sealed class ConnectEndpoint(
    ContractCatalog contracts,
    ServiceDirectory services,
    ConnectCodec codec,
    ConnectMetadata metadata,
    ConnectErrors errors,
    ErrorForms forms,
    IOptions<GatewayOptions> options)
{
    /// <summary>Handles one request to /SERVICE/METHOD that is not native gRPC.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var service = contracts.Find((string)context.GetRouteValue("service")!);
        var method = service?.Find((string)context.GetRouteValue("method")!);
        if (service is null || method is null)
        {
            await forms.WriteAsync(context, NoSuchMethod(context.Request.Path), StatusCodes.Status404NotFound);
            return;
        }

        if (await RefuseAsync(context, method))
            return;
        var (body, tooLarge) = await ReadBodyAsync(context);
        if (tooLarge)
        {
            if (HttpProtocol.IsHttp11(context.Request.Protocol))
                context.Response.Headers.Connection = "close";
            await errors.WriteAsync(context.Response, TooLarge());
            return;
        }

        var (request, malformed) = codec.Read(body, method.Input);
        if (malformed is not null)
            await errors.WriteAsync(context.Response, malformed);
        else
            await CallAsync(context, service, method, request!);
    }

    /// <summary>Checks everything that is known before the body is read; true when the request was answered with a refusal.</summary>
    private async Task<bool> RefuseAsync(HttpContext context, ContractMethod method)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsPost(request.Method))
        {
            response.Headers.Allow = HttpMethods.Post;
            await errors.WriteAsync(response, GatewayStatus.Of(StatusCode.Unimplemented, "METHOD_NOT_ALLOWED", "请使用 POST 调用"), StatusCodes.Status405MethodNotAllowed);
            return true;
        }

        if (!IsJson(request.ContentType))
        {
            response.Headers["Accept-Post"] = "application/json, application/grpc";
            await errors.WriteAsync(
                response,
                GatewayStatus.Of(StatusCode.Unknown, "UNSUPPORTED_MEDIA_TYPE", "请求的 Content-Type 须为 application/json（UTF-8）或 application/grpc"),
                StatusCodes.Status415UnsupportedMediaType);
            return true;
        }

        if (Precheck(request, method) is not { } refusal)
            return false;
        await errors.WriteAsync(response, refusal);
        return true;
    }

    private static Status? Precheck(HttpRequest request, ContractMethod method)
    {
        if (!method.IsUnary)
            return GatewayStatus.Of(StatusCode.Unimplemented, "STREAMING_NEEDS_GRPC", $"{method.Name} 是流式方法，请用 gRPC 调用；JSON 只支持一问一答的方法");
        if (request.Headers["Sec-Fetch-Site"] == "cross-site")
            return GatewayStatus.Of(StatusCode.PermissionDenied, "CROSS_SITE", "不接受其他网站的脚本发来的调用");
        if (request.Headers["Connect-Protocol-Version"].ToString() is { Length: > 0 } version && version != "1")
            return GatewayStatus.BadField("Connect-Protocol-Version", "UNSUPPORTED_PROTOCOL_VERSION", $"只支持 Connect 协议版本 1，不是 {version}");
        if (request.Headers.ContentEncoding.ToString() is { Length: > 0 } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return GatewayStatus.Of(StatusCode.Unimplemented, "UNSUPPORTED_ENCODING", $"不支持的 Content-Encoding：{encoding}；支持的有：identity");
        return ConnectMetadata.TryReadTimeout(request.Headers, out _)
            ? null
            : GatewayStatus.BadField("Connect-Timeout-Ms", "MALFORMED_TIMEOUT", "Connect-Timeout-Ms 须为不超过 10 位的毫秒数");
    }

    /// <summary>
    /// Reads the body up to the limit. Kestrel's own limit would close the connection while the client still sends, which then may never
    /// see the answer; without it, what is left is drained for a few seconds.
    /// </summary>
    private async Task<(ReadOnlyMemory<byte> Body, bool TooLarge)> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
            kestrel.MaxRequestBodySize = null;
        if (context.Request.ContentLength > options.Value.MaxJsonBytes)
            return (default, true);

        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            var tooLarge = body.WrittenCount + read.Buffer.Length > options.Value.MaxJsonBytes;
            if (!tooLarge)
                Append(body, read.Buffer);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (tooLarge || read.IsCompleted)
                return (body.WrittenMemory, tooLarge);
        }
    }

    private static void Append(ArrayBufferWriter<byte> body, in ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
            body.Write(segment.Span);
    }

    private async Task CallAsync(HttpContext context, ContractService service, ContractMethod method, IMessage request)
    {
        ConnectMetadata.TryReadTimeout(context.Request.Headers, out var timeout);
        var call = new CallOptions(
            metadata.FromRequest(context.Request.Headers),
            DateTime.UtcNow + (timeout ?? options.Value.DefaultDeadline),
            context.RequestAborted);
        using var pending = services.For(service.Area).AsyncUnaryCall(method.Call, host: null, call, request);
        try
        {
            var reply = await pending;
            ConnectMetadata.ToResponse(await pending.ResponseHeadersAsync, context.Response.Headers, prefix: "");
            ConnectMetadata.ToResponse(pending.GetTrailers(), context.Response.Headers, prefix: "Trailer-");
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(codec.Write(reply), context.RequestAborted);
        }
        catch (RpcException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer; the call to the service was cancelled with the request.
            context.Abort();
        }
        catch (RpcException error)
        {
            ConnectMetadata.ToResponse(error.Trailers, context.Response.Headers, prefix: "Trailer-");
            await errors.WriteAsync(context.Response, StatusOf(error, service));
        }
    }

    /// <summary>An exception beneath the status means that the connection failed here, so its words are about sockets: ours are clearer.</summary>
    private static Status StatusOf(RpcException error, ContractService service)
        => error is { StatusCode: StatusCode.Unavailable, Status.DebugException: not null }
            ? GatewayStatus.ServiceUnavailable(service.Area)
            : GatewayStatus.From(error);

    private Status TooLarge() => GatewayStatus.Of(
        StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE", $"请求体超过 {options.Value.MaxJsonBytes} 字节；大文件请用 gRPC 的流式方法上传");

    private static Status NoSuchMethod(PathString path)
        => GatewayStatus.Of(StatusCode.Unimplemented, "NO_SUCH_METHOD", $"没有方法 {path.Value?.TrimStart('/')}");

    private static bool IsJson(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
