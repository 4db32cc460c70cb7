using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fazhi.Benchmarks.Searching;

/// <summary>Stands before an Elasticsearch node, passes everything on, and notes the requests to one path.</summary>
internal sealed class RequestRecorder : IAsyncDisposable
{
    private static readonly string[] NotCopied = ["Transfer-Encoding", "Connection", "Content-Length"];

    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly HttpClient node;
    private readonly string noted;
    private readonly WebApplication app;

    private RequestRecorder(Uri address, string noted)
    {
        this.noted = noted;
        node = new HttpClient { BaseAddress = address };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.Run(PassOnAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>Starts.</summary>
    /// <param name="node">The node.</param>
    /// <param name="noted">The path.</param>
    public static async Task<RequestRecorder> StartAsync(Uri node, string noted)
    {
        var recorder = new RequestRecorder(node, noted);
        await recorder.app.StartAsync();
        return recorder;
    }

    /// <summary>What was noted since it was last asked.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        var taken = new List<RecordedRequest>();
        while (requests.TryDequeue(out var request))
            taken.Add(request);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        node.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new RecordedRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString.ToString(),
            context.Request.ContentType ?? "",
            context.Request.Headers.Accept.ToString(),
            body.ToArray());
        if (context.Request.Path == noted)
            requests.Enqueue(request);

        using var message = request.ToMessage(node.BaseAddress!);
        using var response = await node.SendAsync(message, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !NotCopied.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            context.Response.Headers[name] = values.ToArray();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
