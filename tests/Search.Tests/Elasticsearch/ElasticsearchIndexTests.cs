using System.Text.Json.Nodes;
using Fazhi.Hosting;
using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Tests.Indexing;
using Fazhi.Search.V1;
using Fazhi.Testing;
using static Fazhi.Search.Tests.Elasticsearch.ElasticsearchFixture;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Samples;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>What is true of this engine alone: several processes on one index, changes out of order, an index that somebody deletes.</summary>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchIndexTests(SharedElasticsearch server)
{
    [Fact]
    public async Task Change_that_comes_late_does_not_undo_a_newer_one()
    {
        await using var fixture = await OpenAsync();
        var index = fixture.Index;
        await index.ApplyAsync(FeedNames.Plans, [Put("a", "新的内容。", 20), new IndexChange.RemoveDocument("plans/gone") { Version = 21 }], "feed/21", Token);

        await index.ApplyAsync(FeedNames.Plans, [Put("a", "旧的内容。", 10), Put("gone", "删去的内容。", 11)], "feed/11", Token);
        await index.MakeVisibleAsync(Token);

        Assert.Equal(["新的内容。"], await TextsAsync(index));
        Assert.Equal("feed/21", await index.GetPositionAsync(FeedNames.Plans, Token));
    }

    [Fact]
    public async Task Last_of_several_changes_in_one_batch_holds()
    {
        await using var fixture = await OpenAsync(options => options with { BulkItems = 1, BulkConcurrency = 4 });

        await fixture.Index.ApplyAsync(
            FeedNames.Plans,
            [Put("a", "一。", 1), Put("b", "去。", 2), Put("a", "二。", 3), new IndexChange.RemoveDocument("plans/b") { Version = 4 }, Put("a", "三。", 5)],
            "feed/5",
            Token);
        await fixture.RefreshAsync();

        Assert.Equal(["三。"], await TextsAsync(fixture.Index));
    }

    [Fact]
    public async Task After_a_reset_low_numbers_win_over_the_high_ones_of_before()
    {
        await using var fixture = await OpenAsync();
        var index = fixture.Index;
        await index.ApplyAsync(FeedNames.Plans, [Put("a", "旧库。", 900), Put("b", "旧库。", 901)], "old/901", Token);

        await index.ResetAsync(FeedNames.Plans, Token);
        await index.ApplyAsync(FeedNames.Plans, [Put("a", "新库。", 1)], "new/1", Token);
        await index.MakeVisibleAsync(Token);

        Assert.Equal(["新库。"], await TextsAsync(index));
        Assert.Equal("new/1", await index.GetPositionAsync(FeedNames.Plans, Token));
    }

    [Fact]
    public async Task Replica_that_missed_a_reset_writes_nothing_of_before_and_is_told_to_begin_again()
    {
        await using var fixture = await OpenAsync();
        await using var late = fixture.OpenReplica();
        await late.ApplyAsync(FeedNames.Plans, [Put("a", "旧库。", 900)], "old/900", Token);
        await fixture.Index.GetPositionAsync(FeedNames.Plans, Token);
        await fixture.Index.ResetAsync(FeedNames.Plans, Token);
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "新库。", 1)], "new/1", Token);

        var error = await Assert.ThrowsAsync<FazhiException>(() => late.ApplyAsync(FeedNames.Plans, [Put("a", "旧库。", 901)], "old/901", Token));
        await fixture.RefreshAsync();

        Assert.Equal("FEED_EPOCH_CHANGED", error.Reason);
        Assert.Equal("new/1", await late.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(["新库。"], await TextsAsync(fixture.Index));
    }

    [Fact]
    public async Task Two_replicas_that_both_hear_of_a_reset_make_one()
    {
        await using var fixture = await OpenAsync();
        await using var other = fixture.OpenReplica();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "旧库。", 900)], "old/900", Token);
        await other.GetPositionAsync(FeedNames.Plans, Token);

        await fixture.Index.ResetAsync(FeedNames.Plans, Token);
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("b", "新库。", 1)], "new/1", Token);
        await other.ResetAsync(FeedNames.Plans, Token);
        await fixture.RefreshAsync();

        Assert.Equal("new/1", await other.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(["新库。"], await TextsAsync(fixture.Index));
    }

    [Fact]
    public async Task Document_that_the_index_cannot_take_is_not_found_and_holds_up_nothing()
    {
        await using var fixture = await OpenAsync();
        var index = fixture.Index;
        await index.ApplyAsync(FeedNames.Plans, [Put("bad", "从前的内容。", 1)], "feed/1", Token);
        var unfit = Plan("bad", "要点", Wangxiu, 2024, 2024) with { Passages = [Passage("内容。") with { Themes = [new string('x', 40_000)] }] };

        await index.ApplyAsync(FeedNames.Plans, [new IndexChange.PutDocument(unfit) { Version = 2 }, Put("good", "别的内容。", 3)], "feed/3", Token);
        await index.MakeVisibleAsync(Token);

        Assert.Equal(["别的内容。"], await TextsAsync(index));
        Assert.Equal("feed/3", await index.GetPositionAsync(FeedNames.Plans, Token));
    }

    [Fact]
    public async Task Generations_of_replicas_are_equal_and_change_with_what_is_visible()
    {
        await using var fixture = await OpenAsync();
        await using var other = fixture.OpenReplica();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "一。", 1)], "feed/1", Token);
        await Eventually.True(() => fixture.Index.Generation.Length > 0 && fixture.Index.Generation == other.Generation);
        var before = fixture.Index.Generation;

        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("b", "二。", 2)], "feed/2", Token);

        await Eventually.True(() => fixture.Index.Generation != before);
        Assert.Equal(2, (await fixture.Index.SearchAsync(new SearchQuery(), Token)).TotalDocuments);
        await Eventually.True(() => fixture.Index.Generation == other.Generation);
    }

    [Fact]
    public async Task New_change_is_found_without_anyone_asking_for_it()
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "一。", 1)], "feed/1", Token);

        await Eventually.True(async () => (await fixture.Index.SearchAsync(new SearchQuery(), Token)).TotalDocuments == 1);
    }

    [Fact]
    public async Task Deleted_index_is_made_again_and_its_feeds_begin_anew()
    {
        await using var fixture = await OpenAsync();
        var index = fixture.Index;
        await index.ApplyAsync(FeedNames.Plans, [Put("a", "一。", 1)], "feed/1", Token);
        await DeleteAsync(fixture, "documents");

        var error = await Assert.ThrowsAsync<FazhiException>(() => index.SearchAsync(new SearchQuery(), Token));
        Assert.Equal("INDEX_REPLACED", error.Reason);
        await Eventually.True(async () => await PositionOrErrorAsync(index) == "");
        await index.ApplyAsync(FeedNames.Plans, [Put("a", "又一。", 1)], "feed/1", Token);
        await index.MakeVisibleAsync(Token);

        Assert.Equal(["又一。"], await TextsAsync(index));
    }

    [Fact]
    public async Task Write_that_comes_after_its_index_was_dropped_makes_no_index_of_its_own()
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "一。", 1)], "feed/1", Token);
        await using var replica = fixture.OpenReplica();
        await replica.GetPositionAsync(FeedNames.Plans, Token);
        await using (var build = await fixture.Index.OpenBuildAsync(restart: false, Token))
            await build.PromoteAsync(Token);

        var error = await Assert.ThrowsAsync<FazhiException>(() => replica.ApplyAsync(FeedNames.Plans, [Put("a", "二。", 2)], "feed/2", Token));

        Assert.Equal("INDEX_REPLACED", error.Reason);
        Assert.Equal("", await replica.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(0, (await replica.SearchAsync(new SearchQuery(), Token)).TotalDocuments);
    }

    [Fact]
    public async Task Build_is_gone_on_with_by_the_next_process_and_takes_the_place_of_the_index_in_use()
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "旧的索引。", 1)], "feed/1", Token);
        await using (var first = await fixture.Index.OpenBuildAsync(restart: false, Token))
            await first.ApplyAsync(FeedNames.Plans, [Put("a", "新的索引。", 1)], "feed/1", Token);
        await fixture.ReopenAsync();
        await fixture.RefreshAsync();
        Assert.Equal(["旧的索引。"], await TextsAsync(fixture.Index));

        await using var build = await fixture.Index.OpenBuildAsync(restart: false, Token);
        Assert.Equal("feed/1", await build.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(new IndexStatistics(1, 1), await build.GetStatisticsAsync(Token));
        var before = fixture.Index.Generation;
        await build.PromoteAsync(Token);

        Assert.Equal(["新的索引。"], await TextsAsync(fixture.Index));
        Assert.NotEqual(before, fixture.Index.Generation);
        await using var again = await fixture.Index.OpenBuildAsync(restart: false, Token);
        Assert.Equal("", await again.GetPositionAsync(FeedNames.Plans, Token));
    }

    [Fact]
    public async Task Restarted_build_begins_empty()
    {
        await using var fixture = await OpenAsync();
        await using (var first = await fixture.Index.OpenBuildAsync(restart: false, Token))
            await first.ApplyAsync(FeedNames.Plans, [Put("a", "一。", 1)], "feed/1", Token);

        await using var build = await fixture.Index.OpenBuildAsync(restart: true, Token);

        Assert.Equal("", await build.GetPositionAsync(FeedNames.Plans, Token));
        Assert.Equal(new IndexStatistics(0, 0), await build.GetStatisticsAsync(Token));
    }

    [Theory]
    [InlineData(SortOrder.Relevance)]
    [InlineData(SortOrder.Newest)]
    [InlineData(SortOrder.Oldest)]
    [InlineData(SortOrder.Region)]
    public async Task Pages_of_passages_are_parts_of_one_order_however_they_are_asked_for(SortOrder sort)
    {
        // More matches in some documents than are read at first, and more documents than are read in one request.
        var documents = Enumerable.Range(0, 130).Select(i => Plan(
            $"{i:000}", "要点", i % 2 == 0 ? Wangxiu : Linlan, 2020 + (i % 3), 2020 + (i % 5) + 3,
            [.. Enumerable.Range(0, i == 60 ? 150 : 1 + (i % 3)).Select(p => string.Concat(Enumerable.Repeat("普法。", 1 + ((i + p) % 4))))]));
        await using var fixture = await OpenAsync(options => options with { Shards = 2 });
        await fixture.Index.ApplyAsync(FeedNames.Plans, [.. documents.Select((document, i) => new IndexChange.PutDocument(document) { Version = i + 1 })], "feed/130", Token);
        await fixture.RefreshAsync();
        var query = new SearchQuery { Match = Trees.Term("普法"), Rows = ResultRows.Passages, Sort = sort, Limit = 1_000 };

        var whole = await fixture.Index.SearchAsync(query, Token);
        var keys = await fixture.Index.SearchAsync(query with { KeysOnly = true }, Token);
        var parts = new List<DocumentHit>();
        for (var offset = 0; offset < whole.TotalRows; offset += 40)
            parts.AddRange((await fixture.Index.SearchAsync(query with { Offset = offset, Limit = 40 }, Token)).Rows);
        var scanned = new List<DocumentHit>();
        await foreach (var row in fixture.Index.ScanAsync(query, Token))
            scanned.Add(row);

        Assert.Equal(documents.ElementAt(60).Passages.Select(passage => passage.Start), (await fixture.Index.GetDocumentAsync("plans/060", Token))!.Passages.Select(passage => passage.Start));
        Assert.Equal(whole.TotalPassages, whole.TotalRows);
        Assert.Equal(whole.TotalRows, whole.Rows.Count);
        Assert.Equal(130, whole.TotalDocuments);
        Assert.Equal(whole.Rows.Count, whole.Rows.Select(Key).Distinct().Count());
        Assert.Equal(whole.Rows.Select(Key), keys.Rows.Select(Key));
        Assert.Equal(whole.Rows.Select(Key), parts.Select(Key));
        Assert.Equal(whole.Rows.Select(Key), scanned.Select(Key));
        Assert.All(whole.Rows, row => Assert.StartsWith("普法。", row.Passages[0].Passage.Text, StringComparison.Ordinal));
        if (sort == SortOrder.Relevance)
            Assert.Equal(whole.Rows.Select(row => row.Score).OrderDescending(), whole.Rows.Select(row => row.Score));
    }

    [Fact]
    public async Task Counts_of_values_are_exact_over_several_shards()
    {
        // The rarest of many values, spread over the shards so that none of them has it among its most frequent.
        var documents = Enumerable.Range(0, 400).Select(i => Plan($"{i:000}", "要点", Wangxiu, 2024, 2024, "内容。") with { Issuers = [$"第{i % 160:000}号办公室"] });
        await using var fixture = await OpenAsync(options => options with { Shards = 3 });
        await fixture.Index.ApplyAsync(FeedNames.Plans, [.. documents.Select((document, i) => new IndexChange.PutDocument(document) { Version = i + 1 })], "feed/400", Token);
        await fixture.RefreshAsync();

        var counts = (await fixture.Index.SearchAsync(new SearchQuery { Facets = [FacetField.Issuer], Limit = 1 }, Token)).Facets.Single();

        Assert.Equal(Enumerable.Range(0, 80).Select(i => new FacetCount($"第{i:000}号办公室", 3)), counts.Values.Take(80));
        Assert.Equal(100, counts.Values.Count);
    }

    [Theory]
    [InlineData("复议*案")]
    [InlineData("复议?案")]
    [InlineData(@"复议\案")]
    public async Task Characters_that_have_a_meaning_in_patterns_have_none_in_names_of_issuers(string part)
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(
            FeedNames.Plans, [new IndexChange.PutDocument(Plan("a", "要点", Wangxiu, 2024, 2024, "内容。") with { Issuers = ["复议x案室"] }) { Version = 1 }], "feed/1", Token);
        await fixture.RefreshAsync();

        Assert.Equal(0, (await fixture.Index.SearchAsync(new SearchQuery { Filter = new QueryFilter { Issuers = [new IssuerName(part)] } }, Token)).TotalDocuments);
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("state")]
    public async Task Searches_that_somebody_leads_to_another_index_are_led_back(string kind)
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "在用的索引。", 1)], "feed/1", Token);
        await fixture.RefreshAsync();
        var names = new IndexNames(fixture.Options.IndexPrefix);
        var other = names.Of("other");
        await SendAsync(fixture, HttpMethod.Put, kind == "documents" ? other.Documents : other.State, "{}");
        var before = fixture.Index.Generation;

        await ChangeAliasesAsync(fixture, ("remove", names.Of(IndexNames.FirstStamp).Documents, names.Read), ("add", kind == "documents" ? other.Documents : other.State, names.Read));

        // At the first look what is wrong may be told, but never as an inner error.
        await Eventually.True(async () => await TextsOrErrorAsync(fixture.Index) is ["在用的索引。"]);
        // What was answered by the wrong index is not answered again.
        await Eventually.True(() => fixture.Index.Generation != before);
        Assert.Single(await DigestsAsync(fixture.Index));
    }

    [Fact]
    public async Task Index_that_is_opened_leads_searches_to_what_is_written()
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "在用的索引。", 1)], "feed/1", Token);
        await fixture.RefreshAsync();
        var names = new IndexNames(fixture.Options.IndexPrefix);
        await SendAsync(fixture, HttpMethod.Put, names.Of("other").Documents, "{}");
        await ChangeAliasesAsync(fixture, ("add", names.Of("other").Documents, names.Read));

        await fixture.ReopenAsync();

        Assert.Equal(["在用的索引。"], await TextsAsync(fixture.Index));
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("state")]
    public async Task Two_indices_that_are_both_in_use_are_named(string kind)
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "内容。", 1)], "feed/1", Token);
        var names = new IndexNames(fixture.Options.IndexPrefix);
        var (index, alias) = kind == "documents" ? (names.Of("other").Documents, names.Write) : (names.Of("other").State, names.State);
        await SendAsync(fixture, HttpMethod.Put, index, "{}");
        await ChangeAliasesAsync(fixture, ("add", index, alias));

        await Eventually.True(async () => await ErrorAsync(fixture.Index) == "INDEX_ALIAS_AMBIGUOUS");
        await fixture.ReopenAsync();
        var error = await Assert.ThrowsAsync<FazhiException>(() => fixture.Index.SearchAsync(new SearchQuery(), Token));

        Assert.Equal((Grpc.Core.StatusCode.Unavailable, "INDEX_ALIAS_AMBIGUOUS"), (error.Code, error.Reason));
        Assert.Contains(alias, error.Message, StringComparison.Ordinal);
        Assert.Contains(index, error.Message, StringComparison.Ordinal);
        await ChangeAliasesAsync(fixture, ("remove", index, alias));
        await fixture.RefreshAsync();
        Assert.Equal(["内容。"], await TextsAsync(fixture.Index));
    }

    [Fact]
    public async Task Index_that_has_the_name_of_the_alias_is_told_of()
    {
        await using var fixture = await OpenAsync();
        await fixture.Index.ApplyAsync(FeedNames.Plans, [Put("a", "内容。", 1)], "feed/1", Token);
        var names = new IndexNames(fixture.Options.IndexPrefix);
        await ChangeAliasesAsync(fixture, ("remove", names.Of(IndexNames.FirstStamp).Documents, names.Read));
        await SendAsync(fixture, HttpMethod.Put, names.Read, "{}");

        await Eventually.True(async () => await ErrorAsync(fixture.Index) == "INDEX_ALIAS_MISLED");
        await SendAsync(fixture, HttpMethod.Delete, names.Read, null);

        await fixture.RefreshAsync();
        Assert.Equal(["内容。"], await TextsAsync(fixture.Index));
    }

    private async Task<ElasticsearchFixture> OpenAsync(Func<ElasticsearchOptions, ElasticsearchOptions>? change = null) => new(await server.NodeAsync(), change);

    private static IndexChange Put(string id, string text, long version) =>
        new IndexChange.PutDocument(Plan(id, "要点", Wangxiu, 2024, 2024, text)) { Version = version };

    private static async Task<string[]> TextsAsync(SearchIndex index) =>
        [.. (await index.SearchAsync(new SearchQuery(), Token)).Rows.SelectMany(row => row.Passages).Select(passage => passage.Passage.Text)];

    private static (string Name, int Start) Key(DocumentHit row) => (row.Document.Name, row.Passages[0].Passage.Start);

    private static async Task<string?> PositionOrErrorAsync(SearchIndex index)
    {
        try
        {
            return await index.GetPositionAsync(FeedNames.Plans, Token);
        }
        catch (FazhiException error) when (error.Code == Grpc.Core.StatusCode.Unavailable)
        {
            return null;
        }
    }

    private static async Task<string[]?> TextsOrErrorAsync(SearchIndex index)
    {
        try
        {
            return await TextsAsync(index);
        }
        catch (FazhiException error) when (error.Code == Grpc.Core.StatusCode.Unavailable)
        {
            return null;
        }
    }

    private static async Task<string> ErrorAsync(SearchIndex index)
    {
        try
        {
            await index.SearchAsync(new SearchQuery(), Token);
            return "";
        }
        catch (FazhiException error) when (error.Code == Grpc.Core.StatusCode.Unavailable)
        {
            return error.Reason;
        }
    }

    private static async Task<List<ContentDigest>> DigestsAsync(SearchIndex index)
    {
        var digests = new List<ContentDigest>();
        await foreach (var digest in index.ListDigestsAsync(FeedNames.Plans, Token))
            digests.Add(digest);
        return digests;
    }

    private static Task DeleteAsync(ElasticsearchFixture fixture, string kind)
    {
        var names = new IndexNames(fixture.Options.IndexPrefix).Of(IndexNames.FirstStamp);
        return SendAsync(fixture, HttpMethod.Delete, kind == "documents" ? names.Documents : names.State, null);
    }

    private static Task ChangeAliasesAsync(ElasticsearchFixture fixture, params (string Action, string Index, string Alias)[] actions)
    {
        var changes = actions.Select(action => new JsonObject { [action.Action] = new JsonObject { ["index"] = action.Index, ["alias"] = action.Alias } });
        return SendAsync(fixture, HttpMethod.Post, "_aliases", new JsonObject { ["actions"] = new JsonArray([.. changes]) }.ToJsonString());
    }

    private static async Task SendAsync(ElasticsearchFixture fixture, HttpMethod method, string path, string? body)
    {
        using var http = new HttpClient { BaseAddress = new Uri(fixture.Options.Nodes[0]) };
        using var request = new HttpRequestMessage(method, $"/{path}")
        {
            Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }
}
