using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using static Fazhi.Search.Tests.Indexing.IndexUnderTest;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Samples;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>What is true of the embedded engine alone: of its file, and of its transactions.</summary>
public sealed class Fts5SearchIndexTests
{
    [Fact]
    public async Task Order_of_arrival_updates_and_removals_leave_no_trace_in_content_and_scores()
    {
        await using var straight = new Fts5Fixture();
        await using var winding = new Fts5Fixture();
        var (expected, actual) = (new IndexUnderTest(straight), new IndexUnderTest(winding));
        await expected.PutAsync(Library);
        await actual.PutAsync([.. Library.Reverse().Take(3)]);
        for (var round = 0; round < 10; round++)
        {
            await actual.PutAsync(Plan("gone", "行政复议行政复议", Wangxiu, 2020, 2020, "行政复议，人民调解，政务公开。", $"第{round}次。"));
            await actual.PutAsync(Plan("a", "望岫县草稿", Qingyan, 2020, 2020, "行政复议的另一种说法。"));
        }
        await actual.PutAsync(Library);
        await actual.PutAsync(Library);
        await actual.RemoveAsync("plans/gone");
        await actual.RemoveAsync("plans/never-there");

        Assert.Equal(await straight.Fts5.GetContentHashAsync(Token), await winding.Fts5.GetContentHashAsync(Token));
        Assert.Equal(
            (await expected.SearchAsync("行政复议")).Rows.Select(hit => (hit.Document.Name, hit.Score)),
            (await actual.SearchAsync("行政复议")).Rows.Select(hit => (hit.Document.Name, hit.Score)));
    }

    [Fact]
    public async Task Content_hash_tells_indexes_apart()
    {
        await using var one = new Fts5Fixture();
        await using var other = new Fts5Fixture();
        await new IndexUnderTest(one).PutAsync(Library);
        await new IndexUnderTest(other).PutAsync([.. Library.Skip(1), Plan("a", "望岫县2024年工作要点", Wangxiu, 2024, 2024, "推进行政复议规范化建设。")]);

        Assert.NotEqual(await one.Fts5.GetContentHashAsync(Token), await other.Fts5.GetContentHashAsync(Token));
    }

    [Fact]
    public async Task Failed_batch_changes_nothing_not_even_the_position()
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);
        await index.PutAsync(Library);
        var before = await fixture.Fts5.GetContentHashAsync(Token);

        await Assert.ThrowsAnyAsync<Exception>(() => index.ApplyAsync(
            new IndexChange.RemoveDocument("plans/a"),
            new IndexChange.PutDocument(Library[1] with { Passages = null! })));

        Assert.Equal(before, await fixture.Fts5.GetContentHashAsync(Token));
        Assert.Equal("feed/1", await fixture.Index.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(["plans/a"], await index.NamesAsync("规范化"));
    }

    [Fact]
    public async Task Damaged_file_is_replaced_by_an_empty_index()
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);
        await index.PutAsync(Library);

        fixture.Reopen(path => File.WriteAllText(path, new string('x', 8192)));

        Assert.Empty(await index.NamesAsync(""));
        Assert.Equal("", await fixture.Index.GetPositionAsync(FeedNames.Plans, Token));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("DROP TABLE document_tokens; PRAGMA user_version = 514")]
    public async Task File_of_another_format_is_replaced_by_an_empty_index_and_it_is_said(string other)
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);
        await index.PutAsync(Library);

        fixture.Reopen(path => Fts5Fixture.Execute(path, other));

        Assert.Contains(fixture.Log, line => line.StartsWith("index.discarded: format", StringComparison.Ordinal));
        Assert.Equal("", await fixture.Index.GetPositionAsync(FeedNames.Plans, Token));
        await index.PutAsync(Library);
        Assert.Equal(["plans/a"], await index.NamesAsync("规范化"));
    }

    [Fact]
    public async Task File_of_the_same_format_is_gone_on_with()
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);
        await index.PutAsync(Library);

        fixture.Reopen();

        Assert.Empty(fixture.Log);
        Assert.Equal(["plans/a"], await index.NamesAsync("规范化"));
    }

    [Fact]
    public async Task Damage_that_shows_later_is_told_and_mended_by_the_next_start()
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);
        await index.PutAsync(Library);
        await fixture.BreakAsync();

        var error = await Assert.ThrowsAsync<FazhiException>(() => index.NamesAsync(""));
        fixture.Reopen();

        Assert.Equal("INDEX_DAMAGED", error.Reason);
        Assert.Empty(await index.NamesAsync(""));
    }
}
