using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Fazhi.EndToEnd.Tests.Browser;

/// <summary>A page that keeps what a person would not see: errors on the console, failed answers and requests to other hosts.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    public WatchedPage(IBrowserContext context, IPage page, Uri home)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"script error: {error}");
        page.RequestFailed += (_, request) =>
        {
            // Suggestions are given up as soon as the person goes on.
            if (request.Failure != "net::ERR_ABORTED" || new Uri(request.Url).AbsolutePath != "/suggest")
                _complaints.Enqueue($"failed: {request.Url} {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _complaints.Enqueue($"{response.Status}: {response.Url}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } url && url.Authority != home.Authority)
                _complaints.Enqueue($"request to another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong behind the page.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Presses Tab until the focus is on an element that a selector fits.</summary>
    public async Task TabToAsync(string selector)
    {
        const int limit = 200;
        for (var pressed = 0; pressed < limit; pressed++)
        {
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{limit} times Tab did not reach {selector} on {Page.Url}.");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
