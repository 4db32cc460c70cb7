using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Fazhi.Search.Tests.Service;

/// <summary>Takes posts on a real socket, and answers them as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Queue<int> statuses;

    private WebhookReceiver(WebApplication app, IEnumerable<int> statuses) => (this.app, this.statuses) = (app, new(statuses));

    public ConcurrentQueue<(string Path, string Body, string Signature, string Delivery)> Posts { get; } = [];

    /// <summary>Where it sends those on to whom it answers with a redirect.</summary>
    public string Elsewhere { get; set; } = "/elsewhere";

    public string Host => new Uri(app.Urls.Single()).Authority;

    /// <summary>Starts one that answers with these statuses in turn, and then with 204.</summary>
    public static async Task<WebhookReceiver> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build(), statuses);
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Posts.Enqueue((context.Request.Path, body, $"{context.Request.Headers["X-Fazhi-Signature"]}", $"{context.Request.Headers["X-Fazhi-Delivery"]}"));
        lock (statuses)
            context.Response.StatusCode = statuses.TryDequeue(out var status) ? status : StatusCodes.Status204NoContent;
        if (context.Response.StatusCode is >= 300 and < 400)
            context.Response.Headers.Location = Elsewhere;
    }
}
