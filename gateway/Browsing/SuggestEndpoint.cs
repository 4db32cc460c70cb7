using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary><c>GET /suggest?text=行政</c>: what completes the words typed so far, for the script of the search field.</summary>
internal static class SuggestEndpoint
{
    private const int MaxLength = 512;
    private const int Shown = 8;

    public static void MapSuggestions(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/suggest", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string? text, PageCalls calls, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, max-age=10";
        var typed = text?.TrimStart() ?? "";
        if (typed.Length is 0 or > MaxLength)
            return Results.Json(Array.Empty<Completion>());
        var answer = await calls.AskAsync(
            "search", call => calls.Search.SuggestAsync(new SuggestRequest { Text = typed, Limit = Shown }, call), context.RequestAborted);
        // Suggestions are a help beside the form: without them it works as before, so an error is no more than none.
        return Results.Json((answer.Value?.Suggestions ?? []).Select(Completion.Of));
    }
}
