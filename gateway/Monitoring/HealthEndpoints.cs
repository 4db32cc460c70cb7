using Fazhi.Gateway.Browsing;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Monitoring;

/// <summary>GET /livez: this process answers. GET /healthz: every service answers, and how far the index has come.</summary>
internal static class HealthEndpoints
{
    private const double LongLag = 30;

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/livez", () => Results.Json(new { status = "SERVING" }));
        endpoints.MapGet("/healthz", CheckAsync);
    }

    private static async Task<IResult> CheckAsync(ServiceHealth health, HttpContext context)
    {
        var indexing = health.IndexAsync(context.RequestAborted);
        var checking = health.CheckAllAsync(context.RequestAborted);
        var index = await indexing;
        var states = ServiceHealth.Explain(await checking, index);
        var serving = states.All(state => state.Serving);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new
            {
                status = serving ? "SERVING" : "NOT_SERVING",
                services = states.ToDictionary(
                    state => state.Area,
                    state => new { status = state.State, milliseconds = state.Milliseconds, message = state.Message }),
                index = index is null
                    ? null
                    : new
                    {
                        engine = index.Engine,
                        // Nothing is known is not the same as none.
                        documents = Counted(index, index.DocumentCount),
                        passages = Counted(index, index.PassageCount),
                        countsMissingReason = index.CountsMissingReason,
                        generation = index.Generation,
                        caughtUp = index.Feeds.All(feed => feed.CaughtUp),
                        // Behind for longer than a moment: no failure, but worth a look.
                        degraded = index.Feeds.Any(feed => feed.LagSeconds > LongLag),
                        lagSeconds = index.Feeds.Select(feed => feed.LagSeconds).DefaultIfEmpty().Max(),
                        feeds = index.Feeds.ToDictionary(
                            feed => feed.Feed,
                            feed => new { caughtUp = feed.CaughtUp, connected = feed.Connected, lagSeconds = feed.LagSeconds, lastError = feed.LastError }),
                        reindex = index.Reindex is { } reindex
                            ? new { state = ProtoEnum<ReindexProgress.Types.State>.WordOf(reindex.State), documents = reindex.DocumentCount, expected = ExpectedOf(reindex), error = reindex.Error }
                            : null,
                    },
            },
            statusCode: serving ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static long? Counted(IndexStatus index, long count) => index.CountsMissingReason.Length == 0 ? count : null;

    private static long? ExpectedOf(ReindexProgress reindex) =>
        reindex is { State: ReindexProgress.Types.State.Running, ExpectedCount: > 0 } ? reindex.ExpectedCount : null;
}
