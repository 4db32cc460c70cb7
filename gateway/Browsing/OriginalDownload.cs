using Fazhi.Documents.V1;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace Fazhi.Gateway.Browsing;

/// <summary>Hands out the bytes that were imported, as a file to save and never as a page to run.</summary>
internal static class OriginalDownload
{
    public static void MapOriginals(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/plans/{id:regex(^[A-Za-z0-9_-]{{1,80}}$)}/original", (string id, PageCalls calls, HttpContext context) => SendAsync(
            context, "plans", () => calls.Plans.DownloadOriginal(new Fazhi.Plans.V1.DownloadOriginalRequest { Name = $"plans/{id}" }, cancellationToken: context.RequestAborted)));
        endpoints.MapGet("/reports/{id:regex(^[A-Za-z0-9_-]{{1,80}}$)}/original", (string id, PageCalls calls, HttpContext context) => SendAsync(
            context, "reports", () => calls.Reports.DownloadOriginal(new Fazhi.Reports.V1.DownloadOriginalRequest { Name = $"reports/{id}" }, cancellationToken: context.RequestAborted)));
    }

    private static async Task SendAsync(HttpContext context, string area, Func<AsyncServerStreamingCall<OriginalChunk>> open)
    {
        using var call = open();
        var chunks = call.ResponseStream;
        try
        {
            if (!await chunks.MoveNext(context.RequestAborted))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
        }
        catch (RpcException error) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = Connect.ConnectCode.Of(PageCalls.ErrorOf(error, area).Code).HttpStatus;
            return;
        }

        SetHeaders(context.Response, chunks.Current.Source ?? new Source());
        do
        {
            await context.Response.Body.WriteAsync(chunks.Current.Data.Memory, context.RequestAborted);
        }
        while (await chunks.MoveNext(context.RequestAborted));
    }

    private static void SetHeaders(HttpResponse response, Source source)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileNames.Safe(source.FileName));
        response.ContentType = "application/octet-stream";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-cache";
        if (source.SizeBytes > 0)
            response.ContentLength = source.SizeBytes;
    }
}
