using Grpc.Core;

namespace Fazhi.Gateway.Errors;

/// <summary>
/// The outermost net: an exception, or an error status without a body, becomes an error in the caller's form. What went wrong inside is
/// logged, never shown.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ErrorForms forms, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            return;
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = error.StatusCode;
        }
        catch (Exception error) when (!context.Response.HasStarted && CallForms.Of(context.Request) is not CallForm.Page)
        {
            logger.LogError(error, "Request {Path} failed", context.Request.Path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength is not null || response.ContentType is not null)
            return;
        await forms.WriteAsync(context, ErrorForms.FromHttp(response.StatusCode), response.StatusCode);
    }
}
