using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Samples;
using PlanKind = Fazhi.Plans.V1.PlanKind;
using PlanStatus = Fazhi.Plans.V1.PlanStatus;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>
/// What every engine must do. A class of its own for each engine derives from it and says how one is opened; nothing else is in it, so that no engine
/// has a rule of its own.
/// </summary>
public abstract partial class SearchIndexContract
{
    /// <summary>Opens an empty index.</summary>
    private protected abstract Task<IEngineFixture> OpenAsync();

    private async Task<IndexUnderTest> WithAsync(params IndexedDocument[] documents)
    {
        var index = new IndexUnderTest(await OpenAsync());
        if (documents.Length > 0)
            await index.PutAsync(documents);
        return index;
    }

    [Theory]
    [InlineData("行政复议", "a b c")]
    [InlineData("行政复议 规范化", "a")]
    [InlineData("复议行政", "")]
    [InlineData("2024年", "b a d")]
    [InlineData("2024", "b a d")]
    [InlineData("放管服改革", "c")]
    [InlineData("api", "c")]
    [InlineData("调", "e")]
    [InlineData("望岫县 行政复议", "a")]
    [InlineData("政务公开", "a d")]
    public async Task Query_finds_the_documents(string query, string ids)
    {
        await using var index = await WithAsync(Library);

        var results = await index.SearchAsync(query);

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), results.Rows.Select(Id).Order());
        Assert.Equal(results.Rows.Count, results.TotalDocuments);
    }

    public static TheoryData<string, string> Filters => new()
    {
        { "regions 990000", "a b c d" },
        { "regions 990100", "a b d" },
        { "regions 990121", "a d" },
        { "regions 990121/柳溪镇", "d" },
        { "regions 990121/柳溪镇,990200", "c d" },
        { "levels 3", "b" },
        { "types 2", "c d e" },
        { "years 2024", "a b d" },
        { "years 2022,2023", "b c e" },
        { "period 2022-2023", "b c e" },
        { "planKinds 3", "a b" },
        { "planKinds 1", "" },
        { "statuses 2", "a b" },
        { "names plans/a,reports/e", "a e" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_admits_the_documents(string filter, string ids)
    {
        await using var index = await WithAsync(Library);

        var results = await index.SearchAsync("", Filter(filter));

        Assert.Equal(ids, string.Join(' ', results.Rows.Select(Id).Order()));
    }

    [Theory]
    [InlineData("望岫县人民政府", "a b c")]
    [InlineData("“望岫县人民政府”", "a c")]
    [InlineData("\"望岫县人民政府\"", "a c")]
    [InlineData("“望岫县人民政府办公室”", "b")]
    [InlineData("“人民政府”", "")]
    [InlineData("“望岫县 人民政府”", "")]
    [InlineData("“abc办公室”", "d")]
    [InlineData("“中共望岫县委员会”", "c")]
    [InlineData("“望岫县*”", "")]
    [InlineData("“县（区）*司?法局”", "e")]
    public async Task Issuer_is_meant_by_a_part_of_the_name_or_in_quotation_marks_by_the_whole(string asked, string ids)
    {
        await using var index = await WithAsync(
        [
            Issued("a", "望岫县人民政府"), Issued("b", "望岫县人民政府办公室"), Issued("c", "中共望岫县委员会", "望岫县人民政府"), Issued("d", "ＡＢＣ办公室"), Issued("e", "县（区）*司?法局"),
        ]);

        var found = await index.SearchAsync("", new QueryFilter { Issuers = [IssuerName.Of(asked)] });

        Assert.Equal(ids, string.Join(' ', found.Rows.Select(Id).Order()));

        static IndexedDocument Issued(string id, params string[] issuers) => Plan(id, "要点", Wangxiu, 2024, 2024, "内容。") with { Issuers = issuers };
    }

    [Fact]
    public async Task Every_issuer_that_a_facet_counts_finds_as_many_when_it_is_asked_for_by_its_whole_name()
    {
        string[] names = ["望岫县人民政府", "望岫县人民政府办公室", "县人民政府", "ＡＢＣ办公室", "中共望岫县委员会", "司法局“普法办”", "甲*乙", "Ａ Ｂ"];
        await using var index = await WithAsync(
            [.. Enumerable.Range(0, 40).Select(i => Plan($"{i:00}", "要点", Wangxiu, 2024, 2024, "内容。") with { Issuers = [.. names.Where((_, n) => i % (n + 2) == 0)] })]);

        var counted = (await index.SearchAsync(new SearchQuery { Facets = [FacetField.Issuer], Limit = 1 })).Facets.Single().Values;

        Assert.Equal(names.Order(StringComparer.Ordinal), counted.Select(value => value.Value).Order(StringComparer.Ordinal));
        foreach (var value in counted)
            Assert.Equal(value.Documents, (await index.SearchAsync("", new QueryFilter { Issuers = [IssuerName.Of(IssuerName.Whole(value.Value))] })).TotalDocuments);
    }

    [Fact]
    public async Task Filters_hold_together_and_with_the_query()
    {
        await using var index = await WithAsync(Library);

        var names = await index.NamesAsync("行政复议", new QueryFilter { Regions = ["990100"], Types = [DocumentType.Plan], Years = [2021] });

        Assert.Equal(["plans/b"], names);
    }

    [Fact]
    public async Task Empty_query_lists_the_newest_period_first()
    {
        await using var index = await WithAsync(Library);

        var results = await index.SearchAsync("");

        Assert.Equal("b d a c e", string.Join(' ', results.Rows.Select(Id)));
        Assert.Equal(5, results.TotalDocuments);
        Assert.Equal(7, results.TotalPassages);
        Assert.Equal("推进行政复议规范化建设。", results.Rows[2].Passages[0].Passage.Text);
    }

    [Fact]
    public async Task Facets_count_documents_over_all_pages()
    {
        await using var index = await WithAsync(Library);

        var results = await index.SearchAsync(new SearchQuery { Limit = 1, Facets = [.. Enum.GetValues<FacetField>().Skip(1)] });

        string Values(FacetField field) =>
            string.Join(' ', results.Facets.Single(facet => facet.Field == field).Values.Select(value => $"{value.Value}={value.Documents}"));
        Assert.Equal("990000=4", Values(FacetField.Province));
        Assert.Equal("990100=3 990200=1", Values(FacetField.Prefecture));
        Assert.Equal("990100=1 990121=1 990121/柳溪镇=1 990221=1", Values(FacetField.Region));
        Assert.Equal("4=3 3=1 5=1", Values(FacetField.Level));
        Assert.Equal("2024=3 2022=2 2023=2 2021=1 2025=1", Values(FacetField.Year));
        Assert.Equal("2=3 1=2", Values(FacetField.Type));
        Assert.Equal("3=2", Values(FacetField.PlanKind));
        Assert.Equal("2=2", Values(FacetField.Status));
    }

    [Fact]
    public async Task Facets_of_a_query_count_its_matches_alone()
    {
        await using var index = await WithAsync(Library);

        var results = await index.SearchAsync(new SearchQuery { Match = Trees.Words("行政复议"), Limit = 1, Facets = [FacetField.Type] });

        Assert.Equal([new FacetCount("1", 2), new FacetCount("2", 1)], results.Facets.Single().Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("年")]
    public async Task Pages_together_are_the_whole_result(string query)
    {
        await using var index = await WithAsync([.. Enumerable.Range(0, 23).Select(i => Plan($"{i:00}", "同一标题", Wangxiu, 2024, 2024, "每年一次。"))]);
        var whole = await index.SearchAsync(new SearchQuery { Match = Trees.Words(query), Limit = 100 });

        var pages = new List<string>();
        for (var offset = 0; offset < 25; offset += 5)
            pages.AddRange((await index.SearchAsync(new SearchQuery { Match = Trees.Words(query), Limit = 5, Offset = offset })).Rows.Select(Id));

        Assert.Equal(whole.Rows.Select(Id), pages);
        Assert.Equal(Enumerable.Range(0, 23).Select(i => $"{i:00}"), pages);
    }

    [Fact]
    public async Task Title_counts_more_than_heading_and_heading_more_than_text()
    {
        var other = Enumerable.Range(0, 20).Select(i => Plan($"x{i}", "别的", Wangxiu, 2024, 2024, "无关的内容，说的是另一件事。"));
        await using var index = await WithAsync(
        [
            .. other,
            Plan("text", "标题甲一二", Wangxiu, 2024, 2024) with { Passages = [Passage("办理信访事项。", 0, "其他标题")] },
            Plan("heading", "标题乙一二", Wangxiu, 2024, 2024) with { Passages = [Passage("办理各类事项。", 0, "信访标题")] },
            Plan("title", "信访标题三", Wangxiu, 2024, 2024) with { Passages = [Passage("办理各类事项。", 0, "其他标题")] },
        ]);

        Assert.Equal(["plans/title", "plans/heading", "plans/text"], await index.NamesAsync("信访"));
    }

    [Fact]
    public async Task Best_passages_come_first_and_say_where_they_stand()
    {
        await using var index = await WithAsync(
            Plan("a", "要点", Wangxiu, 2024, 2024, "一般性的工作安排，附带提到普法一次，其余都是别的事情。", "没有提到。", "普法普法。"),
            Plan("b", "要点", Wangxiu, 2024, 2024, "无关。"),
            Plan("c", "要点", Wangxiu, 2024, 2024, "无关。"));

        var hit = Assert.Single((await index.SearchAsync("普法")).Rows);

        Assert.Equal(2, hit.PassageCount);
        Assert.Equal(["普法普法。", "一般性的工作安排，附带提到普法一次，其余都是别的事情。"], hit.Passages.Select(p => p.Passage.Text));
        Assert.Equal(hit.Score, hit.Passages[0].Score);
        Assert.True(hit.Passages[0].Score > hit.Passages[1].Score);
    }

    [Fact]
    public async Task Replaced_document_is_found_by_what_it_says_now_alone()
    {
        await using var index = await WithAsync(Plan("a", "旧标题", Wangxiu, 2023, 2023, "旧的内容。", "第二段旧文。"));

        await index.PutAsync(Plan("a", "新标题", Qingyan, 2024, 2024, "新的内容。"));

        Assert.Empty(await index.NamesAsync("旧"));
        Assert.Empty(await index.NamesAsync("", new QueryFilter { Regions = ["990121"] }));
        Assert.Equal(["plans/a"], await index.NamesAsync("新的内容", new QueryFilter { Regions = ["990102"] }));
        Assert.Equal(new IndexStatistics(1, 1), await index.Index.GetStatisticsAsync(IndexUnderTest.Token));
    }

    [Fact]
    public async Task Reset_drops_one_feed_alone()
    {
        await using var index = await WithAsync([.. Library.Take(2)]);
        await index.Index.ApplyAsync(FeedNames.Reports, [new IndexChange.PutDocument(Library[2])], "other/7", IndexUnderTest.Token);

        await index.Index.ResetAsync(FeedNames.Plans, IndexUnderTest.Token);

        Assert.Equal(["reports/c"], await index.NamesAsync(""));
        Assert.Equal("", await index.Index.GetPositionAsync(FeedNames.Plans, IndexUnderTest.Token));
        Assert.Equal("other/7", await index.Index.GetPositionAsync(FeedNames.Reports, IndexUnderTest.Token));
    }

    [Fact]
    public async Task Index_outlives_the_process()
    {
        await using var index = await WithAsync(Library);

        await index.ReopenAsync();

        Assert.Equal(3, (await index.SearchAsync("行政复议")).TotalDocuments);
        Assert.Equal("feed/1", await index.Index.GetPositionAsync(FeedNames.Plans, IndexUnderTest.Token));
    }

    [Fact]
    public async Task Engine_that_does_not_answer_says_so_and_is_mended_by_opening_it_again()
    {
        await using var index = await WithAsync(Library);
        await index.BreakAsync();

        var error = await Assert.ThrowsAsync<FazhiException>(() => index.NamesAsync(""));
        await index.ReopenAsync();
        await index.PutAsync(Library);

        Assert.Equal(Grpc.Core.StatusCode.Unavailable, error.Code);
        Assert.Equal(Library.Length, (await index.SearchAsync("")).TotalDocuments);
    }

    [Fact]
    public async Task Search_ends_when_the_caller_no_longer_waits()
    {
        await using var index = await WithAsync(Library);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.Index.SearchAsync(new SearchQuery(), cancelled.Token));
    }

    [Fact]
    public async Task Places_without_a_code_are_found_by_the_end_of_a_name()
    {
        await using var index = await WithAsync(Library);

        Assert.Equal(["990121/柳溪镇"], await index.Index.FindPlacesAsync("望岫县柳溪镇", IndexUnderTest.Token));
        Assert.Empty(await index.Index.FindPlacesAsync("柳溪", IndexUnderTest.Token));
    }

    private static string Id(DocumentHit hit) => hit.Document.Name.Split('/')[1];

    private static QueryFilter Filter(string text)
    {
        var values = text.Split(' ')[1].Split(',', '-');
        return text.Split(' ')[0] switch
        {
            "regions" => new QueryFilter { Regions = values },
            "levels" => new QueryFilter { Levels = [.. values.Select(value => (RegionLevel)int.Parse(value))] },
            "types" => new QueryFilter { Types = [.. values.Select(value => (DocumentType)int.Parse(value))] },
            "years" => new QueryFilter { Years = [.. values.Select(int.Parse)] },
            "period" => new QueryFilter { Period = new YearRange(int.Parse(values[0]), int.Parse(values[1])) },
            "planKinds" => new QueryFilter { PlanKinds = [.. values.Select(value => (PlanKind)int.Parse(value))] },
            "statuses" => new QueryFilter { Statuses = [.. values.Select(value => (PlanStatus)int.Parse(value))] },
            _ => new QueryFilter { Names = values },
        };
    }
}
