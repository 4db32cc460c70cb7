using Fazhi.Search.Quality;
using Fazhi.Search.Tests.Indexing;

namespace Fazhi.Search.Tests.Quality;

public sealed class QualityTests
{
    // A little below what was measured: a change that makes results worse is noticed.
    private const double LeastNdcg = 0.92;
    private const double LeastMrr = 0.98;

    [Fact]
    public async Task Judged_queries_find_the_right_passages_first()
    {
        var corpus = await JudgedCorpus.ReadAsync();
        await using var fixture = new Fts5Fixture();
        await EngineSystem.FillAsync(fixture.Index, corpus);
        await using var system = new EngineSystem("embedded engine", fixture.Index, corpus);

        var mean = Measures.Mean([.. (await QualityTable.MeasureAsync(system, JudgedQuery.ReadAll())).Values]);

        Assert.True(mean.Ndcg >= LeastNdcg && mean.Mrr >= LeastMrr, $"nDCG@10 {mean.Ndcg:0.000}, MRR {mean.Mrr:0.000}");
    }

    [Fact]
    public void Judged_set_is_large_enough_and_a_third_of_it_is_held_out()
    {
        var queries = JudgedQuery.ReadAll();

        Assert.True(queries.Count >= 60, $"{queries.Count} queries");
        Assert.InRange(queries.Count(query => query.HeldOut) / (double)queries.Count, 0.3, 0.4);
        Assert.All(queries, query => Assert.Contains(query.Judgments, judgment => judgment.Grade == 3));
    }
}
