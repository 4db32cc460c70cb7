using Fazhi.Search.V1;
using Fazhi.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>Searches that are kept, and what is new to them.</summary>
public class SavedSearchTests : ServiceTests
{
    private static readonly SavedSearch Kept = new() { Title = "望岫的复议", Search = new SearchRequest { Query = "行政复议", Filter = new SearchFilter { Regions = { "望岫县" } } } };

    [Fact]
    public async Task What_comes_to_match_is_new_once_and_what_matched_before_is_not()
    {
        await using var search = await StartAsync(services => services.Put(Plan("old", "要点", Wangxiu, 2024, "行政复议。")));
        var saved = await CreateAsync(search);

        search.Services.Put(Plan("old", "要点", Wangxiu, 2024, "改过的行政复议。"), Plan("other", "要点", Yunting, 2024, "行政复议。"), Plan("later", "要点", Wangxiu, 2024, "普法。"));
        search.Services.Put(Report("new", "报告", Wangxiu, 2024, "行政复议案件。"));
        await MatchesAsync(search, saved, "reports/new");

        search.Services.Put(Report("new", "报告", Wangxiu, 2024, "行政复议案件三百件。"));
        search.Services.Put(Plan("later", "要点", Wangxiu, 2024, "普法和行政复议。"));
        await MatchesAsync(search, saved, "plans/later", "reports/new");

        var match = (await ListAsync(search, saved)).Matches[0];
        Assert.True(match.New);
        Assert.Equal("普法和行政复议。", Assert.Single(match.Result.Passages).Text);
        Assert.Equal(2, (await GetAsync(search, saved)).NewCount);
    }

    [Fact]
    public async Task What_ceases_to_match_and_comes_back_is_new_again_and_what_is_deleted_is_forgotten()
    {
        await using var search = await StartAsync();
        var saved = await CreateAsync(search);
        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "行政复议。"), Plan("b", "要点", Wangxiu, 2024, "行政复议。"));
        await MatchesAsync(search, saved, "plans/b", "plans/a");
        var first = (await ListAsync(search, saved)).Matches[1].Number;

        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "普法。"), Plan("c", "要点", Wangxiu, 2024, "行政复议。"));
        await MatchesAsync(search, saved, "plans/c", "plans/b", "plans/a");
        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "又是行政复议。"));
        await MatchesAsync(search, saved, "plans/a", "plans/c", "plans/b");
        Assert.True((await ListAsync(search, saved)).Matches[0].Number > first);

        search.Services.Plans.Put("plans/b", null);
        await MatchesAsync(search, saved, "plans/a", "plans/c");
    }

    [Fact]
    public async Task What_was_looked_at_is_no_longer_new()
    {
        await using var search = await StartAsync();
        var saved = await CreateAsync(search);
        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "行政复议。"));
        await MatchesAsync(search, saved, "plans/a");

        var seen = await search.Saved.MarkSeenAsync(new MarkSeenRequest { Name = saved.Name }, cancellationToken: SearchFixture.Token);
        Assert.Equal((0, true), (seen.NewCount, seen.SeenTime is not null));

        search.Services.Put(Plan("b", "要点", Wangxiu, 2024, "行政复议。"));
        await MatchesAsync(search, saved, "plans/b", "plans/a");
        var fresh = await search.Saved.ListMatchesAsync(new ListMatchesRequest { Parent = saved.Name, NewOnly = true }, cancellationToken: SearchFixture.Token);
        Assert.Equal(("plans/b", 1), (Assert.Single(fresh.Matches).Result.Document.Name, fresh.TotalSize));
    }

    [Fact]
    public async Task What_came_while_the_service_was_down_is_new_and_nothing_that_was_found_is_found_again()
    {
        await using var search = await StartAsync(services => services.Put(Plan("old", "要点", Wangxiu, 2024, "行政复议。")));
        var saved = await CreateAsync(search);
        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "行政复议。"));
        await MatchesAsync(search, saved, "plans/a");
        await search.StopHostAsync();

        search.Services.Put(Plan("b", "要点", Wangxiu, 2024, "行政复议。"));
        await search.DropIndexAsync();
        await search.StartHostAsync();
        await search.CaughtUpAsync();

        await MatchesAsync(search, saved, "plans/b", "plans/a");
    }

    [Fact]
    public async Task What_was_in_the_index_but_not_yet_held_against_the_searches_when_the_process_died_is_found_after_it()
    {
        await using var search = await StartAsync();
        var saved = await CreateAsync(search);
        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "行政复议。"), Plan("b", "要点", Wangxiu, 2024, "行政复议。"));
        await MatchesAsync(search, saved, "plans/b", "plans/a");
        await search.StopHostAsync();
        // As if it had died before the second was noted.
        await using (var store = new SqliteConnection($"Data Source={Path.Combine(search.Folder, "search.db")};Pooling=False"))
        {
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText =
                """
                DELETE FROM matches WHERE document = (SELECT id FROM documents WHERE name = 'plans/b');
                DELETE FROM members WHERE document = (SELECT id FROM documents WHERE name = 'plans/b');
                UPDATE evaluated SET position = 'first/1' WHERE feed = 'plans';
                """;
            command.ExecuteNonQuery();
        }

        await search.StartHostAsync();

        await MatchesAsync(search, saved, "plans/b", "plans/a");
    }

    [Fact]
    public async Task Search_is_made_once_changed_with_its_etag_and_deleted()
    {
        await using var search = await StartAsync();
        var request = new CreateSavedSearchRequest { SavedSearch = Kept, RequestId = Guid.NewGuid().ToString() };
        var saved = await search.Saved.CreateSavedSearchAsync(request, cancellationToken: SearchFixture.Token);
        Assert.Equal(saved, await search.Saved.CreateSavedSearchAsync(request, cancellationToken: SearchFixture.Token));
        Assert.Equal(saved, Assert.Single((await search.Saved.ListSavedSearchesAsync(new(), cancellationToken: SearchFixture.Token)).SavedSearches));

        var changed = saved.Clone();
        changed.Title = "新的名称";
        changed.Search.Query = "普法";
        var update = new UpdateSavedSearchRequest { SavedSearch = changed, UpdateMask = FieldMask.FromString("title") };
        var updated = await search.Saved.UpdateSavedSearchAsync(update, cancellationToken: SearchFixture.Token);
        Assert.Equal(("新的名称", "行政复议"), (updated.Title, updated.Search.Query));
        await RpcAssert.FailsAsync(StatusCode.Aborted, "ETAG_MISMATCH", () => search.Saved.UpdateSavedSearchAsync(update, cancellationToken: SearchFixture.Token));

        await search.Saved.DeleteSavedSearchAsync(new DeleteSavedSearchRequest { Name = saved.Name }, cancellationToken: SearchFixture.Token);
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => search.Saved.GetSavedSearchAsync(new GetSavedSearchRequest { Name = saved.Name }, cancellationToken: SearchFixture.Token));
    }

    public static TheoryData<string, SavedSearch> BadSearches => new()
    {
        { "saved_search.title", new SavedSearch { Search = Kept.Search } },
        { "saved_search.search", new SavedSearch { Title = "无" } },
        { "query", new SavedSearch { Title = "坏", Search = new SearchRequest { Query = "复议 \"应诉" } } },
        { "saved_search.webhook_url", new SavedSearch(Kept) { WebhookUrl = "ftp://example.org/" } },
        { "saved_search.webhook_url", new SavedSearch(Kept) { WebhookUrl = "http://example.org/" } },
        { "saved_search.webhook_url", new SavedSearch(Kept) { WebhookUrl = "https://127.0.0.1/" } },
        { "saved_search.webhook_url", new SavedSearch(Kept) { WebhookUrl = "https://[::ffff:10.0.0.1]/" } },
        { "saved_search.webhook_url", new SavedSearch(Kept) { WebhookUrl = "https://localhost/" } },
        { "saved_search.webhook_url", new SavedSearch(Kept) { WebhookUrl = "https://a:b@example.org/" } },
        { "saved_search.webhook_secret", new SavedSearch(Kept) { WebhookSecret = new string('x', 201) } },
    };

    [Theory]
    [MemberData(nameof(BadSearches))]
    public async Task Search_that_would_be_refused_is_not_kept(string field, SavedSearch saved)
    {
        // What is refused never reaches an engine: the embedded one, which starts at once, will do.
        await using var search = await SearchFixture.StartAsync();

        var error = await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, null, () => search.Saved.CreateSavedSearchAsync(new CreateSavedSearchRequest { SavedSearch = saved }, cancellationToken: SearchFixture.Token));

        Assert.StartsWith(field + "：", error.Status.Detail, StringComparison.Ordinal);
    }

    private static async Task<SavedSearch> CreateAsync(SearchFixture search) =>
        await search.Saved.CreateSavedSearchAsync(new CreateSavedSearchRequest { SavedSearch = Kept }, cancellationToken: SearchFixture.Token);

    private static async Task<SavedSearch> GetAsync(SearchFixture search, SavedSearch saved) =>
        await search.Saved.GetSavedSearchAsync(new GetSavedSearchRequest { Name = saved.Name }, cancellationToken: SearchFixture.Token);

    private static async Task<ListMatchesResponse> ListAsync(SearchFixture search, SavedSearch saved) =>
        await search.Saved.ListMatchesAsync(new ListMatchesRequest { Parent = saved.Name }, cancellationToken: SearchFixture.Token);

    private static Task MatchesAsync(SearchFixture search, SavedSearch saved, params string[] names) =>
        Eventually.True(async () => (await ListAsync(search, saved)).Matches.Select(match => match.Result.Document.Name).SequenceEqual(names));
}
