using Fazhi.Gateway.Components;
using Fazhi.Search.V1;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace Fazhi.Gateway.Browsing;

/// <summary><c>GET /search/export?q=…&amp;format=xlsx</c>: a whole result as a file, passed on as the search service makes it.</summary>
internal static class ExportEndpoint
{
    /// <summary>The forms with the words by which links name them.</summary>
    public static IReadOnlyList<(string Word, string Label, ExportFormat Format)> Formats { get; } =
        [("xlsx", "Excel", ExportFormat.Xlsx), ("csv", "CSV", ExportFormat.Csv), ("jsonl", "JSON Lines", ExportFormat.JsonLines)];

    public static void MapExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/search/export", SendAsync);

    private static async Task SendAsync(string? format, PageCalls calls, HttpContext context, ILoggerFactory loggers)
    {
        var form = Formats.FirstOrDefault(known => known.Word == format).Format;
        if (form == default)
        {
            ProblemOnPage.Set(context, StatusCodes.Status400BadRequest, "没有这种导出格式，可以选择 Excel、CSV 或 JSON Lines。");
            return;
        }

        var request = new ExportRequest { Search = SearchAddress.Read(context.Request.Query, out _).ToSearch(), Format = form };
        using var call = calls.Search.Export(request, cancellationToken: context.RequestAborted);
        var chunks = call.ResponseStream;
        try
        {
            if (!await chunks.MoveNext(context.RequestAborted))
            {
                ProblemOnPage.Set(context, StatusCodes.Status500InternalServerError, "导出没有成功，请稍后再试。");
                return;
            }

            SetHeaders(context.Response, chunks.Current, $"检索结果.{format}");
            do
            {
                await context.Response.Body.WriteAsync(chunks.Current.Data.Memory, context.RequestAborted);
            }
            while (await chunks.MoveNext(context.RequestAborted));
        }
        catch (RpcException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader left; the call to the service was cancelled with the request.
        }
        catch (RpcException error) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            ProblemOnPage.Set(context, PageCalls.ErrorOf(error, "search"));
        }
        catch (RpcException error)
        {
            // The browser must not take half a file for the whole: the connection breaks off.
            loggers.CreateLogger(typeof(ExportEndpoint)).LogWarning(error, "An export broke off");
            context.Abort();
        }
    }

    private static void SetHeaders(HttpResponse response, ExportChunk first, string otherwise)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(first.FileName.Length > 0 ? FileNames.Safe(first.FileName) : otherwise);
        response.ContentType = first.ContentType.Length > 0 ? first.ContentType : "application/octet-stream";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
    }
}
