using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Fazhi.PackageGaps.Tests.Fakes;

/// <summary>A server on a real socket that answers as a test says, and keeps what it was asked.</summary>
internal sealed class FakeNode : IAsyncDisposable
{
    public const string MediaType = "application/vnd.elasticsearch+json;compatible-with=8";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();

    private FakeNode(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>What it was asked, pings left aside.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests.Where(request => request.Method != "HEAD" || request.Path != "/")];

    /// <summary>How often it was pinged.</summary>
    public int Pings => requests.Count(request => request is { Method: "HEAD", Path: "/" });

    /// <summary>Its answer to everything.</summary>
    public RequestDelegate Answer { get; set; } = Json("""{"ok":true}""");

    /// <summary>The body has to be read by <see cref="Answer"/>.</summary>
    public bool LeavesBody { get; init; }

    /// <summary>Answers with a status and a body of Elasticsearch's media type.</summary>
    public static RequestDelegate Json(string body, int status = 200, string mediaType = MediaType) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    /// <summary>Answers with an error of a status.</summary>
    public static RequestDelegate Status(int status) => Json("""{"error":"made up"}""", status);

    /// <summary>Answers never, until the caller goes.</summary>
    public static async Task Never(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>Ends the connection without an answer.</summary>
    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Starts it.</summary>
    /// <param name="answer">Its answer to everything; some JSON unless given.</param>
    /// <param name="certificate">It speaks TLS with this certificate.</param>
    /// <param name="leavesBody">The body has to be read by the answer.</param>
    /// <param name="asksForCertificate">It takes only callers who show a certificate.</param>
    public static async Task<FakeNode> StartAsync(
        RequestDelegate? answer = null, TestCertificate? certificate = null, bool leavesBody = false, bool asksForCertificate = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is null)
                return;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate.Certificate;
                https.ClientCertificateMode = asksForCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate;
                https.AllowAnyClientCertificate();
            });
        }));
        var app = builder.Build();
        var node = new FakeNode(app) { LeavesBody = leavesBody };
        if (answer is not null)
            node.Answer = answer;
        app.Run(node.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return node;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var body = new MemoryStream();
        if (!LeavesBody)
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = context.Request;
        requests.Enqueue(new RecordedRequest(
            request.Method, request.Path + request.QueryString, new HeaderDictionary(request.Headers.ToDictionary()), body.ToArray(), context.Connection.Id));
        await Answer(context);
    }
}
