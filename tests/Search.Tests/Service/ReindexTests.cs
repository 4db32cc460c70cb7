using Fazhi.Search.Indexing;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>The index built anew and compared with the stores.</summary>
public sealed class ReindexTests
{
    private static void Library(FakeServices services)
    {
        services.Put([.. Enumerable.Range(0, 120).Select(i => Plan($"{i:000}", "要点", Wangxiu, 2024, $"第{i}项措施。"))]);
        services.Put(Report("r", "报告", Yunting, 2024, "措施的成效。"));
    }

    [Fact]
    public async Task Index_built_anew_is_the_same_and_search_never_misses_anything_meanwhile()
    {
        await using var search = await SearchFixture.StartAsync(Library);
        var missed = 0;
        using var end = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                if ((await search.SearchAsync("措施")).TotalSize < 121)
                    missed++;
            }
        });

        for (var round = 0; round < 3; round++)
        {
            var begun = await search.Client.ReindexAsync(new ReindexRequest(), cancellationToken: SearchFixture.Token);
            Assert.Equal(ReindexProgress.Types.State.Running, begun.Progress.State);
            search.Services.Put(Plan($"new{round}", "要点", Wangxiu, 2024, "新的措施。"));
            await DoneAsync(search);
            search.Services.Put(Plan($"after{round}", "要点", Wangxiu, 2024, "后来的措施。"));
            await search.TakenInAsync();
        }
        await end.CancelAsync();
        await asking;

        Assert.Equal(0, missed);
        // It had 126 when it was done: what came afterwards says nothing of it.
        Assert.True((await search.StatusAsync()).Reindex is { DocumentCount: 126, ExpectedCount: 0 });
        Assert.Equal(127, (await search.StatusAsync()).DocumentCount);
        Assert.Equal(127, (await search.SearchAsync("措施")).TotalSize);
        Assert.True((await VerifyAsync(search)).Equal);
    }

    [Fact]
    public async Task Building_that_was_interrupted_goes_on_after_a_restart()
    {
        await using var search = await SearchFixture.StartAsync(Library);
        // Without the other services it cannot end.
        await search.Services.StopHostAsync();
        await search.Client.ReindexAsync(new ReindexRequest(), cancellationToken: SearchFixture.Token);
        await RpcAssert.FailsAsync(StatusCode.AlreadyExists, null, () => search.Client.ReindexAsync(new ReindexRequest(), cancellationToken: SearchFixture.Token));
        await search.StopHostAsync();

        await search.StartHostAsync();
        await Eventually.True(async () => (await search.StatusAsync()).Reindex?.State == ReindexProgress.Types.State.Running);
        Assert.Equal(121, (await search.StatusAsync()).Reindex.ExpectedCount);
        Assert.Equal(121, (await search.SearchAsync("措施")).TotalSize);
        await search.Services.StartHostAsync(search.Root);

        await DoneAsync(search);
        Assert.Equal(121, (await search.SearchAsync("措施")).TotalSize);
    }

    [Fact]
    public async Task Building_that_was_killed_goes_on_after_a_restart_and_ends_equal()
    {
        await using var search = await SearchFixture.StartAsync(Library);
        await search.StopHostAsync();
        // It can come no further with the plans until it is dead.
        search.Services.Plans.HoldAfter(50);
        var sent = search.Services.Plans.Sent;
        await using (var child = new SearchProcess(search))
        {
            await Eventually.True(async () => await child.StatusAsync() is not null, SearchProcess.Patience);
            await child.Client.ReindexAsync(new ReindexRequest(), cancellationToken: SearchFixture.Token);
            await Eventually.True(() => search.Services.Plans.Sent == sent + 50, SearchProcess.Patience);
            Assert.True(await child.StatusAsync() is { DocumentCount: 121, Reindex.State: ReindexProgress.Types.State.Running });
            await child.KillAsync();
        }

        search.Services.Plans.HoldAfter(int.MaxValue);
        await search.StartHostAsync();

        await DoneAsync(search);
        Assert.True((await VerifyAsync(search)).Equal);
        Assert.Equal(121, (await search.SearchAsync("措施")).TotalSize);
    }

    [Fact]
    public async Task Comparison_names_what_is_missing_surplus_and_different()
    {
        await using var search = await SearchFixture.StartAsync(Library);
        var equal = await VerifyAsync(search);
        Assert.True(equal.Equal);
        Assert.Equal(["plans 120 120", "reports 1 1", "units 7 7"], equal.Feeds.Select(feed => $"{feed.Feed} {feed.StoreCount} {feed.IndexCount}"));

        var index = search.Part<SearchIndex>();
        var changed = (await index.GetDocumentAsync("plans/007", SearchFixture.Token))! with { Date = new DateOnly(2001, 1, 1) };
        var surplus = Fazhi.Search.Passages.IndexedDocuments.Of(Plan("zzz", "要点", Wangxiu, 2024, "多余的。"));
        await index.ApplyAsync(
            FeedNames.Plans,
            [
                new IndexChange.RemoveDocument("plans/005") { Version = 1000 },
                new IndexChange.PutDocument(changed) { Version = 1000 },
                new IndexChange.PutDocument(surplus) { Version = 1000 },
            ],
            search.Services.Plans.Head,
            SearchFixture.Token);

        var different = await VerifyAsync(search);

        Assert.False(different.Equal);
        var plans = different.Feeds.Single(feed => feed.Feed == "plans");
        Assert.Equal(("plans/005", "plans/zzz", "plans/007"), (Assert.Single(plans.Missing), Assert.Single(plans.Surplus), Assert.Single(plans.Different)));
        Assert.NotEqual(plans.StoreHash, plans.IndexHash);
    }

    private static Task DoneAsync(SearchFixture search) =>
        Eventually.True(async () => (await search.StatusAsync()).Reindex is { State: ReindexProgress.Types.State.Done, Error: "" });

    private static async Task<VerifyIndexResponse> VerifyAsync(SearchFixture search) =>
        await search.Client.VerifyIndexAsync(new VerifyIndexRequest(), cancellationToken: SearchFixture.Token);
}
