using Fazhi.Gateway.Components;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary><c>GET /searches/ID/feed.atom</c>: what is new to a saved search, for feed readers.</summary>
internal static class AtomEndpoint
{
    private const int Entries = 50;

    public static void MapAtomFeeds(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/searches/{id:regex(^[A-Za-z0-9_-]{{1,80}}$)}/feed.atom", SendAsync);

    private static async Task SendAsync(string id, PageCalls calls, HttpContext context)
    {
        var name = $"savedSearches/{id}";
        var search = await calls.AskAsync("search", call => calls.SavedSearches.GetSavedSearchAsync(new GetSavedSearchRequest { Name = name }, call), context.RequestAborted);
        var matches = await calls.AskAsync(
            "search", call => calls.SavedSearches.ListMatchesAsync(new ListMatchesRequest { Parent = name, PageSize = Entries }, call), context.RequestAborted);
        if ((search.Error ?? matches.Error) is { } error)
        {
            ProblemOnPage.Set(context, error);
            return;
        }

        var site = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var feed = AtomFeed.Write(site, search.Value!, matches.Value!.Matches);
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.ContentLength = feed.Length;
        await context.Response.Body.WriteAsync(feed, context.RequestAborted);
    }
}
