using System.Diagnostics;
using System.Diagnostics.Metrics;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Microsoft.Data.Sqlite;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>The index follows the feeds, whatever happens to either side.</summary>
public sealed class FeedTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Change_is_found_within_a_second()
    {
        await using var search = await SearchFixture.StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "旧的措施。")));

        search.Services.Put(Plan("b", "要点", Wangxiu, 2024, "新的措施。"));
        await Eventually.True(() => search.FindsAsync("新的措施", "plans/b"), OneSecond);

        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "改过的措施。"));
        await Eventually.True(() => search.FindsAsync("改过的措施", "plans/a"), OneSecond);
        Assert.True(await search.FindsAsync("旧的措施"));

        search.Services.Plans.Put("plans/b", null);
        await Eventually.True(() => search.FindsAsync("新的措施"), OneSecond);
    }

    [Fact]
    public async Task Restart_goes_on_where_it_was_without_reading_again()
    {
        await using var search = await SearchFixture.StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "措施一。"), Plan("b", "要点", Wangxiu, 2024, "措施二。")));
        await search.StopHostAsync();
        var sent = search.Services.Plans.Sent;

        search.Services.Put(Plan("c", "要点", Wangxiu, 2024, "措施三。"));
        await search.StartHostAsync();

        await Eventually.True(() => search.FindsAsync("措施", "plans/a", "plans/b", "plans/c"));
        Assert.Equal(sent + 1, search.Services.Plans.Sent);
    }

    [Fact]
    public async Task Deleted_index_comes_back_the_same()
    {
        await using var search = await SearchFixture.StartAsync(services =>
        {
            services.Put(Plan("a", "要点", Wangxiu, 2024, "#部分", "措施一。"), Plan("b", "要点", Liuxi, 2023, "措施二。"));
            services.Put(Report("c", "报告", Yunting, 2024, "成效。"));
        });
        search.Services.Put(Plan("b", "要点", Liuxi, 2023, "改过的措施二。"));
        search.Services.Put(Report("d", "报告", Yunting, 2023, "成效。"));
        search.Services.Reports.Put("reports/c", null);
        await Eventually.True(() => search.FindsAsync("成效", "reports/d"));
        await Eventually.True(() => search.FindsAsync("改过的措施二", "plans/b"));
        var before = await search.ContentHashAsync();

        await search.StopHostAsync();
        Directory.Delete(search.Folder, recursive: true);
        await search.StartHostAsync();
        await search.CaughtUpAsync();

        Assert.Equal(before, await search.ContentHashAsync());
    }

    [Fact]
    public async Task Feed_that_began_anew_replaces_what_came_from_it_alone()
    {
        await using var search = await SearchFixture.StartAsync(services =>
        {
            services.Put(Plan("a", "要点", Wangxiu, 2024, "措施一。"));
            services.Put(Report("r", "报告", Wangxiu, 2024, "措施的成效。"));
        });

        search.Services.Plans.StartAnew("second");
        search.Services.Put(Plan("z", "要点", Wangxiu, 2024, "措施二。"));

        await Eventually.True(() => search.FindsAsync("措施", "plans/z", "reports/r"));
    }

    [Fact]
    public async Task Region_feed_that_began_anew_replaces_the_regions()
    {
        await using var search = await SearchFixture.StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "措施一。")));
        Assert.Single((await search.SearchAsync("", new SearchFilter { Regions = { "望岫" } })).Results);

        search.Services.Regions.StartAnew("second");
        search.Services.Regions.Put("regions/990121", new Units.V1.Region { Code = "990121", DisplayName = "新岫县", FullName = "临澜市新岫县" });

        await Eventually.True(async () => (await search.StatusAsync()).Feeds.Single(feed => feed.Feed == "units") is { CaughtUp: true, ResumeToken: "second/1" });
        Assert.Single((await search.SearchAsync("", new SearchFilter { Regions = { "新岫县" } })).Results);
        await RpcAssert.FailsAsync(Grpc.Core.StatusCode.InvalidArgument, "REGION_UNKNOWN", () => search.SearchAsync("", new SearchFilter { Regions = { "望岫" } }));
    }

    [Fact]
    public async Task Search_answers_while_the_other_services_are_away_and_goes_on_when_they_are_back()
    {
        await using var search = await SearchFixture.StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "措施一。")));

        await search.Services.StopHostAsync();
        await Eventually.True(async () => (await search.StatusAsync()).Feeds.All(feed => !feed.Connected && feed.LastError.EndsWith("服务暂时无法连接", StringComparison.Ordinal)));
        Assert.True(await search.FindsAsync("措施", "plans/a"));

        search.Services.Put(Plan("b", "要点", Wangxiu, 2024, "措施二。"));
        await search.Services.StartHostAsync(search.Root);

        await Eventually.True(() => search.FindsAsync("措施", "plans/a", "plans/b"));
        await Eventually.True(async () => (await search.StatusAsync()).Feeds.All(feed => feed is { Connected: true, CaughtUp: true, LastError: "" }));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_replay_the_index_is_whole_and_ends_the_same()
    {
        var generator = new DocumentGenerator(7);
        await using var search = await SearchFixture.StartAsync(services =>
            services.Put([.. generator.Take(400).Select((document, i) => Plan($"{i:000}", document.Title, Wangxiu, document.Year, document.Text.Split('\n')))]));
        var expected = await search.ContentHashAsync();
        await search.StopHostAsync();

        for (var round = 0; round < 2; round++)
        {
            Directory.Delete(search.Folder, recursive: true);
            // It can take in no more until it is dead.
            search.Services.Plans.HoldAfter(100 * (round + 1));
            await using (var child = new SearchProcess(search))
            {
                await Eventually.True(async () => (await child.StatusAsync())?.DocumentCount == 100 * (round + 1), SearchProcess.Patience);
                await child.KillAsync();
            }

            search.Services.Plans.HoldAfter(int.MaxValue);
            await search.StartHostAsync();
            await search.CaughtUpAsync();
            Assert.Equal(expected, await search.ContentHashAsync());
            await search.StopHostAsync();
        }
    }

    [Fact]
    public async Task Killed_again_and_again_in_the_middle_of_a_transaction_the_index_ends_the_same()
    {
        const int Documents = 1200, Kills = 4;
        var random = new Random();
        var corpus = new SearchCorpus(17).Take(Documents).ToList();
        await using var search = await SearchFixture.StartAsync(services =>
        {
            services.Put([.. corpus.OfType<Plans.V1.Plan>()]);
            services.Put([.. corpus.OfType<Reports.V1.Report>()]);
        });
        var expected = await search.ContentHashAsync();
        await search.StopHostAsync();
        Directory.Delete(search.Folder, recursive: true);

        var kept = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var child = new SearchProcess(search);
            await Eventually.True(async () => await child.StatusAsync() is not null, SearchProcess.Patience);
            var before = (await child.StatusAsync())!.DocumentCount;
            Assert.True(before >= kept, $"{before} of {kept} were left");
            // Enough is left to be caught at.
            var reach = (kill * Documents / (Kills + 2)) + random.Next(Documents / (Kills + 2));
            await Eventually.True(async () => (kept = (await child.StatusAsync())!.DocumentCount) >= reach && await FrozenWhileWritingAsync(child, search), SearchProcess.Patience);
            await child.KillAsync();
        }
        Assert.InRange(kept, 1, Documents - 1);

        await search.StartHostAsync();
        await search.CaughtUpAsync();
        Assert.Equal(expected, await search.ContentHashAsync());
        Assert.True((await search.Client.VerifyIndexAsync(new VerifyIndexRequest(), cancellationToken: SearchFixture.Token)).Equal);
    }

    /// <summary>Lets a process stand still; goes on with it unless it is within a transaction, so that nobody else can begin one.</summary>
    private static async Task<bool> FrozenWhileWritingAsync(SearchProcess child, SearchFixture search)
    {
        await child.FreezeAsync();
        var path = Directory.EnumerateFiles(Path.Combine(search.Folder, "index"), "*.db").Single();
        await using var file = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=1");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; ROLLBACK;";
        try
        {
            command.ExecuteNonQuery();
            await child.ThawAsync();
            return false;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 5)
        {
            return true;
        }
    }

    [Fact]
    public async Task Lag_behind_a_feed_is_told_as_a_metric_and_as_status()
    {
        await using var search = await SearchFixture.StartAsync(services => services.Put(Plan("a", "要点", Wangxiu, 2024, "措施一。")));
        using var metrics = new MetricReader(search.Part<IMeterFactory>());
        Assert.Equal(["plans 0", "reports 0", "units 0"], metrics.Read("fazhi.search.feed.lag").Select(value => $"{value.Tag} {value.Value}").Order(StringComparer.Ordinal));

        await search.Services.StopHostAsync();

        await Eventually.True(() => metrics.Read("fazhi.search.feed.lag").Count(value => value.Value > 0) == 3);
        Assert.All((await search.StatusAsync()).Feeds, feed => Assert.True(feed.LagSeconds > 0));
        await search.Services.StartHostAsync(search.Root);
        await Eventually.True(() => metrics.Read("fazhi.search.feed.lag").All(value => value.Value == 0));
    }

    [Fact]
    public async Task Single_change_is_found_in_a_fraction_of_the_second()
    {
        await using var search = await SearchFixture.StartAsync();
        var latencies = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var started = Stopwatch.GetTimestamp();
            search.Services.Put(Plan($"{i}", "要点", Wangxiu, 2024, $"登记编号{i}号的措施。"));
            while (!await search.FindsAsync($"登记编号{i}号", $"plans/{i}"))
                Assert.True(Stopwatch.GetElapsedTime(started) < OneSecond);
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"found after {latencies.Order().ElementAt(10):F0} ms (median), {latencies.Max():F0} ms (worst)");
    }
}
