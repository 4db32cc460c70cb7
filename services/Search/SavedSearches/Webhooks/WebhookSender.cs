using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Search.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Search.SavedSearches.Webhooks;

/// <summary>
/// Posts what is new to the web hooks of the saved searches, for as long as the host runs: each search's matches in order, one that fails again and again with longer
/// pauses, for about a day. What waits outlives the process; a post whose answer was lost is sent again.
/// </summary>
internal sealed class WebhookSender(
    SavedSearchStore store, MatchReader reader, WebhookClient client, WebhookSignal signal, IConfiguration configuration, ILogger<WebhookSender> logger) : BackgroundService
{
    private const int MaxAttempts = 12;
    private const int AtOnce = 8;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    private readonly TimeSpan shortestPause = configuration.GetValue("Fazhi:Search:Webhooks:FirstRetry", TimeSpan.FromSeconds(10));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                var due = await store.DuePostsAsync(AtOnce, stoppingToken);
                await Task.WhenAll(due.Select(post => SendAsync(post, stoppingToken)));
                if (due.Count > 0)
                    continue;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "webhooks.failed");
            }
            await Task.WhenAny(next, Task.Delay(LookAgain, stoppingToken));
        }
    }

    private async Task SendAsync(WaitingPost post, CancellationToken cancellationToken)
    {
        if (await store.FindMatchAsync(post.Match, cancellationToken) is not { } match || post.Url.Length == 0)
        {
            await store.EndPostAsync(post, "", cancellationToken);
            return;
        }

        var error = await TryAsync(post, match, cancellationToken);
        if (error.Length == 0)
            await store.EndPostAsync(post, "", cancellationToken);
        else if (post.Attempts + 1 >= MaxAttempts)
            await store.EndPostAsync(post, $"{error}；已尝试 {MaxAttempts} 次，第 {post.Match} 号不再推送", cancellationToken);
        else
            await store.RetryPostAsync(post, PauseAfter(post.Attempts), error, cancellationToken);
    }

    private async Task<string> TryAsync(WaitingPost post, (KeptSearch Search, string Title, string Document, long Time) match, CancellationToken cancellationToken)
    {
        try
        {
            var results = await reader.ReadAsync(match.Search.Request, [match.Document], cancellationToken);
            var body = Body(match.Search.Name, match.Title, new SavedSearchMatch
            {
                Number = post.Match,
                Result = results[0],
                MatchTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(match.Time)),
                New = true,
            });
            return await client.PostAsync(post.Url, post.Secret, post.Match.ToString(CultureInfo.InvariantCulture), body, cancellationToken);
        }
        // The engine may be away, or the search no longer be understood: tried again like a receiver that is away.
        catch (Hosting.FazhiException error)
        {
            return error.Message;
        }
    }

    private static byte[] Body(string search, string title, SavedSearchMatch match) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["savedSearch"] = search,
        ["title"] = title,
        ["match"] = JsonNode.Parse(JsonFormatter.Default.Format(match)),
    });

    private TimeSpan PauseAfter(long attempts)
    {
        var pause = shortestPause * Math.Pow(3, Math.Min(attempts, 20));
        return pause < LongestPause ? pause : LongestPause;
    }
}
