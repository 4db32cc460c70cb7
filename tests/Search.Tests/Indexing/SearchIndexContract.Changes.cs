using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.V1;
using static Fazhi.Search.Tests.Indexing.IndexUnderTest;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Samples;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>How changes are taken in, in whatever order and however often they come.</summary>
public abstract partial class SearchIndexContract
{
    private static readonly Region County = new("990121", "望岫县", "临澜市望岫县", ["990000", "990100"], ["望岫"], []);

    [Fact]
    public async Task Older_change_after_a_newer_one_is_ignored()
    {
        await using var index = await WithAsync();
        var (old, now) = (Plan("a", "旧标题", Wangxiu, 2023, 2023, "旧的。"), Plan("a", "新标题", Wangxiu, 2024, 2024, "新的。"));

        await index.ApplyAsync(FeedNames.Plans, "p/1", new IndexChange.PutDocument(now) { Version = 7 });
        await index.ApplyAsync(FeedNames.Plans, "p/2", new IndexChange.PutDocument(old) { Version = 5 }, new IndexChange.RemoveDocument("plans/a") { Version = 6 });

        Assert.Equal(["plans/a"], await index.NamesAsync("新的"));
        Assert.Empty(await index.NamesAsync("旧的"));

        await index.ApplyAsync(FeedNames.Plans, "p/3", new IndexChange.RemoveDocument("plans/a") { Version = 9 });
        await index.ApplyAsync(FeedNames.Plans, "p/4", new IndexChange.PutDocument(old) { Version = 8 });
        Assert.Empty(await index.NamesAsync(""));

        await index.ApplyAsync(FeedNames.Plans, "p/5", new IndexChange.PutDocument(old) { Version = 10 });
        Assert.Equal(["plans/a"], await index.NamesAsync("旧的"));
        Assert.Equal("p/5", await index.Index.GetPositionAsync(FeedNames.Plans, Token));
    }

    [Fact]
    public async Task Taking_in_again_what_is_there_changes_nothing()
    {
        await using var index = await WithAsync(Library);
        var digests = await index.DigestsAsync(FeedNames.Plans);
        var before = await index.SearchAsync("行政复议");

        for (var round = 0; round < 3; round++)
            await index.PutAsync(Library);

        Assert.Equal(new IndexStatistics(5, 7), await index.Index.GetStatisticsAsync(Token));
        Assert.Equal(digests.Select(Described), (await index.DigestsAsync(FeedNames.Plans)).Select(Described));
        // Not the scores: an engine may count what was replaced among its statistics for a while.
        Assert.Equal(before.Rows.Select(row => row.Document.Name), (await index.SearchAsync("行政复议")).Rows.Select(row => row.Document.Name));
    }

    [Fact]
    public async Task After_a_reset_lower_versions_are_taken_in_again()
    {
        await using var index = await WithAsync();
        await index.ApplyAsync(FeedNames.Plans, "p/9", new IndexChange.PutDocument(Library[0]) { Version = 900 }, new IndexChange.RemoveDocument("plans/b") { Version = 901 });
        await index.ApplyAsync(FeedNames.Units, "u/9", new IndexChange.PutRegion(County) { Version = 900 });

        await index.Index.ResetAsync(FeedNames.Plans, Token);
        await index.Index.ResetAsync(FeedNames.Units, Token);
        await index.RefreshAsync();
        Assert.Empty(await index.Index.GetRegionsAsync(Token));
        await index.ApplyAsync(FeedNames.Plans, "q/1", new IndexChange.PutDocument(Library[0]) { Version = 1 }, new IndexChange.PutDocument(Library[1]) { Version = 2 });
        await index.ApplyAsync(FeedNames.Units, "q/1", new IndexChange.PutRegion(County with { Name = "别名县" }) { Version = 1 });

        Assert.Equal(["plans/a", "plans/b"], (await index.NamesAsync("")).Order());
        Assert.Equal("别名县", (await index.Index.GetRegionsAsync(Token)).Single().Name);
    }

    [Fact]
    public async Task Regions_are_kept_by_code_with_their_versions()
    {
        await using var index = await WithAsync();
        var city = new Region("990100", "临澜市", "临澜市", ["990000"], ["临澜"], ["旧澜市"]);

        await index.ApplyAsync(FeedNames.Units, "u/1", new IndexChange.PutRegion(County) { Version = 1 }, new IndexChange.PutRegion(city) { Version = 5 });
        await index.ApplyAsync(FeedNames.Units, "u/2", new IndexChange.PutRegion(city with { Name = "旧名" }) { Version = 4 }, new IndexChange.RemoveRegion("990121") { Version = 6 });
        await index.ApplyAsync(FeedNames.Units, "u/3", new IndexChange.PutRegion(County) { Version = 3 });

        var region = Assert.Single(await index.Index.GetRegionsAsync(Token));
        Assert.Equal(("990100", "临澜市", "旧澜市", "临澜", "990000"), (region.Code, region.Name, region.FormerNames.Single(), region.ShortNames.Single(), region.Ancestors.Single()));
        Assert.Equal([Described(new ContentDigest("990100", RegionDigest.Of(city)))], (await index.DigestsAsync(FeedNames.Units)).Select(Described));
    }

    [Fact]
    public async Task Digests_are_those_of_what_came_from_the_feed_ordered_by_name()
    {
        await using var index = await WithAsync([.. Library.Reverse().Take(4)]);
        await index.ApplyAsync(FeedNames.Reports, "r/1", new IndexChange.PutDocument(Report("z", "另一篇", Qingyan, 2020, "文。")) { Version = 1 });

        Assert.Equal(
            Library.Skip(1).OrderBy(document => document.Name, StringComparer.Ordinal).Select(document => Described(new ContentDigest(document.Name, DocumentDigest.Of(document)))),
            (await index.DigestsAsync(FeedNames.Plans)).Select(Described));
        Assert.Equal("reports/z", Assert.Single(await index.DigestsAsync(FeedNames.Reports)).Name);
    }

    [Fact]
    public async Task Generation_changes_with_what_a_search_sees()
    {
        await using var index = await WithAsync(Library);
        var first = index.Index.Generation;

        await index.SearchAsync("行政复议");
        Assert.Equal(first, index.Index.Generation);

        await index.PutAsync(Plan("new", "新的", Qingyan, 2024, 2024, "新。"));
        var second = index.Index.Generation;
        await index.RemoveAsync("plans/new");

        Assert.Equal(3, new[] { first, second, index.Index.Generation }.Distinct().Count());
    }

    [Fact]
    public async Task Document_is_given_back_as_it_was_taken_in()
    {
        var passage = new IndexedPassage
        {
            Text = "到2024年年底前，推进“放管服”改革。",
            Start = 17,
            Task = "plans/full/tasks/1",
            Label = "（一）",
            Headings = ["甲", "乙\u3000丙"],
            Passage = "reports/full/passages/3",
            Themes = ["outline-2021/4", "own/1"],
            Units = [new IndexedUnit(Plans.V1.UnitRole.Lead, "县司法局", "望岫县司法局", "units/1", "judicial-administration"), new IndexedUnit(Plans.V1.UnitRole.Unspecified, "各镇", "", "", "")],
            Deadlines = [new DateOnly(2024, 12, 31), new DateOnly(2024, 6, 30)],
            HasTarget = true,
        };
        var document = Plan("full", "标题", Liuxi, 2021, 2025) with { Issuers = ["望岫县人民政府", "ＡＢＣ"], Passages = [passage, Passage("第二段。", 60)] };
        await using var index = await WithAsync([.. Library, document]);

        var found = await index.Index.GetDocumentAsync("plans/full", Token);

        Assert.Equal(DocumentDigest.Of(document), DocumentDigest.Of(found!));
        Assert.Null(await index.Index.GetDocumentAsync("plans/none", Token));
        var shown = Assert.Single((await index.SearchAsync("放管服改革 乙丙")).Rows);
        Assert.Equal(DocumentDigest.Of(document with { Passages = [passage] }), DocumentDigest.Of(shown.Document with { Passages = [.. shown.Passages.Select(one => one.Passage)] }));
    }

    [Fact]
    public async Task Keys_alone_are_those_of_the_whole_rows()
    {
        await using var index = await WithAsync(Library);
        foreach (var rows in (ResultRows[])[ResultRows.Documents, ResultRows.Passages])
        {
            var query = new SearchQuery { Match = Trees.Words("政"), Rows = rows, Limit = 20 };

            var whole = await index.SearchAsync(query);
            var keys = await index.SearchAsync(query with { KeysOnly = true });

            Assert.NotEmpty(whole.Rows);
            Assert.Equal(whole.TotalRows, keys.TotalRows);
            Assert.Equal(whole.Rows.Select(row => (row.Document.Name, row.Score)), keys.Rows.Select(row => (row.Document.Name, row.Score)));
            if (rows == ResultRows.Passages)
                Assert.Equal(whole.Rows.Select(row => row.Passages.Single().Passage.Start), keys.Rows.Select(row => row.Passages.Single().Passage.Start));
        }
    }

    [Fact]
    public async Task Windows_of_passages_together_are_the_whole_result()
    {
        await using var index = await WithAsync([.. Enumerable.Range(0, 9).Select(i => Plan($"{i}", "同一标题", Wangxiu, 2024, 2024, "每年一次。", "每年两次。", "每年三次。"))]);
        var query = new SearchQuery { Match = Trees.Words("每年"), Rows = ResultRows.Passages };
        string Key(DocumentHit row) => $"{row.Document.Name}@{row.Passages.Single().Passage.Start}";

        var whole = (await index.SearchAsync(query with { Limit = 100 })).Rows.Select(Key).ToList();
        var windows = new List<string>();
        for (var offset = 0; offset < 30; offset += 4)
            windows.AddRange((await index.SearchAsync(query with { Offset = offset, Limit = 4 })).Rows.Select(Key));

        Assert.Equal(27, whole.Distinct().Count());
        Assert.Equal(whole, windows);
        Assert.Equal(whole, (await index.ScanAsync(query)).Select(Key));
    }

    [Fact]
    public async Task Scan_sees_one_moment_whatever_is_taken_in_meanwhile()
    {
        await using var index = await WithAsync([.. Enumerable.Range(0, 300).Select(i => Plan($"{i:000}", "标题", Wangxiu, 2024, 2024, "每年一次。"))]);
        var names = new List<string>();

        await foreach (var row in index.Index.ScanAsync(new SearchQuery { Match = Trees.Words("每年") }, Token))
        {
            if (names.Count == 0)
            {
                await index.RemoveAsync("plans/250");
                await index.PutAsync(Plan("999", "标题", Wangxiu, 2024, 2024, "每年一次。"));
            }
            names.Add(row.Document.Name);
        }

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"plans/{i:000}"), names.Order());
    }

    [Fact]
    public async Task Build_takes_the_place_of_the_index_in_use()
    {
        await using var index = await WithAsync(Library);
        var before = index.Index.Generation;

        await using (var build = await index.Index.OpenBuildAsync(restart: false, Token))
        {
            Assert.Equal("", await build.GetPositionAsync(FeedNames.Plans, Token));
            await build.ApplyAsync(FeedNames.Plans, [new IndexChange.PutDocument(Library[2]) { Version = 1 }], "b/1", Token);
            await index.PutAsync(Plan("meanwhile", "同时", Qingyan, 2024, 2024, "同时。"));
            Assert.Equal(6, (await index.SearchAsync("")).TotalDocuments);
            await build.PromoteAsync(Token);
        }
        await index.RefreshAsync();

        Assert.Equal(["reports/c"], await index.NamesAsync(""));
        Assert.Equal("b/1", await index.Index.GetPositionAsync(FeedNames.Plans, Token));
        Assert.NotEqual(before, index.Index.Generation);

        await index.ReopenAsync();
        Assert.Equal(["reports/c"], await index.NamesAsync("行政复议"));
        await index.PutAsync(Library);
        Assert.Equal(5, (await index.SearchAsync("")).TotalDocuments);
    }

    [Fact]
    public async Task Interrupted_build_goes_on_in_the_next_process_unless_it_is_begun_anew()
    {
        await using var index = await WithAsync(Library);
        await using (var build = await index.Index.OpenBuildAsync(restart: false, Token))
            await build.ApplyAsync(FeedNames.Plans, [new IndexChange.PutDocument(Library[2]) { Version = 1 }], "b/1", Token);

        await index.ReopenAsync();
        Assert.Equal(5, (await index.SearchAsync("")).TotalDocuments);
        await using (var build = await index.Index.OpenBuildAsync(restart: false, Token))
            Assert.Equal("b/1", await build.GetPositionAsync(FeedNames.Plans, Token));

        await using (var anew = await index.Index.OpenBuildAsync(restart: true, Token))
        {
            Assert.Equal("", await anew.GetPositionAsync(FeedNames.Plans, Token));
            await anew.ApplyAsync(FeedNames.Plans, [new IndexChange.PutDocument(Library[3]) { Version = 1 }], "c/1", Token);
            await anew.PromoteAsync(Token);
        }
        await index.RefreshAsync();

        Assert.Equal(["reports/d"], await index.NamesAsync(""));
        await using var another = await index.Index.OpenBuildAsync(restart: false, Token);
        Assert.Equal("", await another.GetPositionAsync(FeedNames.Plans, Token));
    }

    private static string Described(ContentDigest digest) => $"{digest.Name} {Convert.ToHexStringLower(digest.Digest)}";
}
