using System.Net.Http.Json;
using System.Text.Json;
using Fazhi.Benchmarks.Searching;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;

namespace Fazhi.EndToEnd.Tests.Searching;

/// <summary>Elasticsearch dies and comes back: what the platform says of it, and that nothing is lost.</summary>
public sealed class EngineAwayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lag_and_the_reason_are_told_while_the_engine_is_away_and_what_came_meanwhile_is_found_afterwards()
    {
        await using var engine = await ElasticsearchNode.StartOwnAsync();
        var corpus = new SearchCorpus(seed: 6);
        await using var feeds = await CorpusFeeds.StartAsync(corpus.Generate);
        feeds.GrowTo(20);
        var settings = new Dictionary<string, string>
        {
            ["Fazhi__Search__Engine"] = "elasticsearch",
            ["Fazhi__Search__Elasticsearch__Nodes__0"] = engine.Address.ToString(),
            ["Fazhi__Search__Elasticsearch__Replicas"] = "0",
        };
        await using var platform = await SearchPlatform.StartAsync(feeds, settings, Cancellation);
        var search = await platform.StartGatewayAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = platform.Gateway };
        await WaitForAsync(health => health is { Serving: true, Documents: 20, CaughtUp: true, Lag: 0, Reason: "" });

        await engine.KillAsync();
        feeds.GrowTo(30);

        var away = await WaitForAsync(health => health is { Serving: false, Documents: null, CaughtUp: false, Lag: > 0, Errors: 2 });
        Assert.Equal(("搜索引擎没有应答", "搜索引擎没有应答"), (away.Reason, away.Message));
        await WaitForAsync(health => health.Lag > away.Lag);
        var status = await search.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: Cancellation);
        Assert.Equal(("elasticsearch", "搜索引擎没有应答"), (status.Engine, status.CountsMissingReason));
        Assert.Equal(["plans", "reports"], status.Feeds.Where(feed => feed is { CaughtUp: false, LagSeconds: > 0 }).Select(feed => feed.Feed));
        await RpcAssert.FailsAsync(StatusCode.Unavailable, null, () => search.SearchAsync(new SearchRequest { Query = "法治" }, cancellationToken: Cancellation));

        await engine.StartAgainAsync();

        await WaitForAsync(health => health is { Serving: true, Documents: 30, CaughtUp: true, Lag: 0, Reason: "", Errors: 0 });
        var found = await search.SearchAsync(new SearchRequest(), cancellationToken: Cancellation);
        Assert.Equal(30, found.TotalDocuments);

        async Task<IndexHealth> WaitForAsync(Func<IndexHealth, bool> told)
        {
            var health = IndexHealth.Unknown;
            await Wait.UntilAsync(
                Patience,
                async () =>
                {
                    using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);
                    var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
                    health = IndexHealth.Of(body);
                    return told(health) ? null : body.ToString();
                },
                Cancellation);
            return health;
        }
    }

    /// <summary>What <c>/healthz</c> says of the search service and its index.</summary>
    private sealed record IndexHealth(bool Serving, string Message, long? Documents, bool CaughtUp, double Lag, string Reason, int Errors)
    {
        public static IndexHealth Unknown { get; } = new(false, "", null, false, 0, "", 0);

        public static IndexHealth Of(JsonElement body)
        {
            if (body.GetProperty("index") is not { ValueKind: JsonValueKind.Object } index)
                return Unknown;
            var service = body.GetProperty("services").GetProperty("search");
            return new IndexHealth(
                service.GetProperty("status").GetString() == "SERVING",
                service.GetProperty("message").GetString()!,
                index.GetProperty("documents") is { ValueKind: JsonValueKind.Number } count ? count.GetInt64() : null,
                index.GetProperty("caughtUp").GetBoolean(),
                index.GetProperty("lagSeconds").GetDouble(),
                index.GetProperty("countsMissingReason").GetString()!,
                index.GetProperty("feeds").EnumerateObject().Count(feed => feed.Value.GetProperty("lastError").GetString() != ""));
        }
    }
}
