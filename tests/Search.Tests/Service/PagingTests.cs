using Fazhi.Search.V1;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>Pages of one result, whatever becomes of the index meanwhile.</summary>
public class PagingTests : ServiceTests
{
    public static TheoryData<int, SortOrder, ResultRows> Rounds => new()
    {
        { 1, SortOrder.Relevance, ResultRows.Documents },
        { 2, SortOrder.Newest, ResultRows.Documents },
        { 3, SortOrder.Relevance, ResultRows.Passages },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task While_the_index_changes_no_row_comes_twice_and_none_that_stays_is_left_out(int seed, SortOrder sort, ResultRows rows)
    {
        var random = new Random(seed);
        await using var search = await StartAsync(services => services.Put([.. Enumerable.Range(0, 240).Select(i => Document(i, random))]));
        var untouched = Enumerable.Range(0, 240).ToHashSet();
        var shown = new List<string>();
        var request = new SearchRequest { Query = "普法", PageSize = 20, Sort = sort, Rows = rows };
        do
        {
            var page = await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token);
            shown.AddRange(page.Results.Select(row => $"{row.Document.Name} {(rows == ResultRows.Passages ? row.Passages[0].Range.Start : 0)}"));
            request.PageToken = page.NextPageToken;
            await ChangeAsync(search, random, untouched);
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(shown.Count, shown.Distinct().Count());
        Assert.Empty(untouched.Select(i => $"plans/{i:000}").Except(shown.Select(row => row.Split(' ')[0])));
        Assert.True(untouched.Count > 100, $"{untouched.Count}");
    }

    [Fact]
    public async Task After_a_restart_a_page_goes_on_after_the_last_row_of_the_page_before()
    {
        await using var search = await StartAsync(services =>
            services.Put([.. Enumerable.Range(0, 130).Select(i => Document(i, new Random(i)))]));
        var request = new SearchRequest { Query = "普法", PageSize = 30 };
        var whole = new List<string>();
        var interrupted = new List<string>();
        foreach (var shown in (List<string>[])[whole, interrupted])
        {
            request.PageToken = "";
            do
            {
                var page = await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token);
                shown.AddRange(page.Results.Select(row => row.Document.Name));
                request.PageToken = page.NextPageToken;
                if (shown == interrupted)
                {
                    await search.StopHostAsync();
                    await search.StartHostAsync();
                }
            }
            while (request.PageToken.Length > 0);
        }

        Assert.Equal(130, whole.Distinct().Count());
        Assert.Equal(whole, interrupted);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    public async Task Pages_end_with_the_last_row_or_the_ten_thousandth(int documents)
    {
        const int RowsOfDocument = 100;
        await using var search = await StartAsync(services => services.Put([.. Enumerable.Range(0, documents).Select(Large)]));
        var request = new SearchRequest { Query = "普法", Rows = ResultRows.Passages, PageSize = 100 };
        var shown = new List<(string Name, int Start)>();
        var pages = 0;
        do
        {
            var page = await search.Client.SearchAsync(request, cancellationToken: SearchFixture.Token);
            Assert.Equal(documents * RowsOfDocument, page.TotalSize);
            Assert.Equal(request.PageSize, page.Results.Count);
            shown.AddRange(page.Results.Select(row => (row.Document.Name, Assert.Single(row.Passages).Range.Start)));
            request.PageToken = page.NextPageToken;
            pages++;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal((100, 10_000), (pages, shown.Count));
        Assert.Equal(shown.Count, shown.Distinct().Count());

        static Plans.V1.Plan Large(int i) => Plan(
            $"{i:000}", "要点", Wangxiu, 2015 + (i % 10), [.. Enumerable.Range(0, RowsOfDocument).SelectMany(row => (string[])[$"#第{row}章", row % 7 == 0 ? "普法，普法。" : $"落实普法措施{row}。"])]);
    }

    private static Plans.V1.Plan Document(int i, Random random) => Plan(
        $"{i:000}", "要点", Wangxiu, 2015 + random.Next(10), random.Next(3) == 0 ? "每年普法，普法，再普法。" : "每年普法。", random.Next(2) == 0 ? "#其他" : "#普法责任", "落实普法措施。");

    private static async Task ChangeAsync(SearchFixture search, Random random, HashSet<int> untouched)
    {
        for (var i = 0; i < 4; i++)
        {
            var changed = random.Next(240);
            untouched.Remove(changed);
            if (random.Next(2) == 0)
                search.Services.Plans.Put($"plans/{changed:000}", null);
            else
                search.Services.Put(Document(changed, random));
            search.Services.Put(Document(1000 + random.Next(500), random));
        }
        await search.TakenInAsync();
    }
}
