using System.Diagnostics.Metrics;
using Fazhi.Search.V1;
using Fazhi.Testing;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>Answers are kept, and never older than what was taken in.</summary>
public class AnswerCacheTests : ServiceTests
{
    private static readonly SearchRequest Request = new() { Query = "普法", Facets = { FacetField.County, FacetField.Year } };

    [Fact]
    public Task Answer_kept_in_the_process_is_never_stale() => NeverStaleAsync();

    [Fact]
    public async Task Answer_kept_in_redis_is_never_stale_and_search_goes_on_without_it()
    {
        await using var folder = new TempFolder();
        var port = FreePort.Find();
        await using var redis = ChildProcess.Start(
            Optional.Redis(), ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.Path]);
        await redis.WaitForLineAsync(line => line.Contains("Ready to accept connections", StringComparison.Ordinal));

        await NeverStaleAsync($"--Fazhi:Redis=127.0.0.1:{port}");

        await using var search = await StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "普法。")), $"--Fazhi:Redis=127.0.0.1:{port}");
        await redis.KillAsync();
        Assert.Equal(1, (await AskAsync(search)).TotalSize);
        Assert.Equal(1, (await AskAsync(search)).TotalSize);
    }

    [Fact]
    public async Task Same_request_is_answered_from_what_is_kept_until_something_is_taken_in()
    {
        await using var search = await StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "普法。")));
        using var metrics = new MetricReader(search.Part<IMeterFactory>());

        await AskAsync(search);
        await AskAsync(search);
        await AskAsync(search);
        Assert.Equal(["False", "True", "True"], metrics.Read("fazhi.search.answers").Select(answer => answer.Tag));

        search.Services.Put(Plan("b", "要点", Wangxiu, 2024, "普法。"));
        await search.TakenInAsync();
        Assert.Equal(2, (await AskAsync(search)).TotalSize);
        await AskAsync(search);
        Assert.Equal(["False", "True"], metrics.Read("fazhi.search.answers").Select(answer => answer.Tag));
    }

    private async Task NeverStaleAsync(params string[] arguments)
    {
        await using var search = await StartAsync(null, arguments);
        for (var i = 1; i <= 25; i++)
        {
            search.Services.Put(Plan($"{i}", "要点", i % 2 == 0 ? Wangxiu : Yunting, 2024, $"第{i}次普法。"));
            await search.TakenInAsync();

            var first = await AskAsync(search);
            var second = await AskAsync(search);

            Assert.Equal(i, first.TotalSize);
            Assert.Equal(i, first.Facets[1].Values.Sum(value => value.Count));
            Assert.Equal(first, second);
        }

        search.Services.Regions.Put("regions/990121", new Units.V1.Region { Code = "990121", DisplayName = "新岫县", FullName = "临澜市新岫县" });
        await search.TakenInAsync();
        Assert.Contains("临澜市新岫县", (await AskAsync(search)).Facets[0].Values.Select(value => value.DisplayName));
    }

    private static async Task<SearchResponse> AskAsync(SearchFixture search) => await search.Client.SearchAsync(Request, cancellationToken: SearchFixture.Token);
}
