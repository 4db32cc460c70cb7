using Fazhi.Documents.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Ranking;
using Fazhi.Search.Themes;

namespace Fazhi.Search.Tests.Ranking;

public sealed class PassageRankerTests
{
    private static readonly QueryLanguage Language = new(new SearchThemes());

    [Theory]
    [InlineData("行政复议 听证", "推行行政复议听证审理。", "办理行政复议。" + Filler + "另行听证。")]
    [InlineData("行政复议", "行政复议窗口受理。", Filler + "行政复议窗口受理。")]
    [InlineData("放管服", "深化放管服改革。", "深化简政放权、放管结合、优化服务改革。")]
    [InlineData("行政复议", "推进行政复议工作。", "行政复议")]
    public void Better_passage_stands_first_where_the_engine_sees_no_difference(string query, string better, string worse)
    {
        var ranked = new PassageRanker(Language.Read(query).Terms).Rank([Row("a", worse), Row("b", better)]);

        Assert.Equal(["plans/b", "plans/a"], ranked.Select(row => row.Document.Name));
    }

    [Fact]
    public void Reasons_add_up_to_the_score()
    {
        var ranker = new PassageRanker(Language.Read("行政复议 听证").Terms);
        var row = Row("a", "推行行政复议听证审理。");

        var score = ranker.Rank([row]).Single().Score;
        var reasons = ranker.Explain(row.Passages[0].Passage, row.Passages[0].Score);

        Assert.Equal(score, reasons.Sum(reason => reason.Score), 9);
        Assert.Equal("ENGINE", reasons[0].Code);
        Assert.Contains(reasons, reason => reason.Code == "PHRASE");
    }

    [Fact]
    public void Document_has_the_score_of_its_best_passage_and_shows_that_first()
    {
        var row = Row("a", Filler + "行政复议。", "行政复议窗口受理。");

        var ranked = new PassageRanker(Language.Read("行政复议").Terms).Rank([row]).Single();

        Assert.Equal("行政复议窗口受理。", ranked.Passages[0].Passage.Text);
        Assert.Equal(ranked.Passages[0].Score, ranked.Score);
    }

    [Fact]
    public void Without_anything_to_rank_by_rows_stay_as_they_are()
    {
        IReadOnlyList<DocumentHit> rows = [Row("a", "甲。"), Row("b", "乙。")];

        Assert.Same(rows, new PassageRanker(RankingTerms.None).Rank(rows));
    }

    private const string Filler = "这里先写上许多与所找的词没有关系的文字，好让要找的词离开头很远，也让两个词彼此离得很远，看看排列的次序是不是还对。";

    private static DocumentHit Row(string id, params string[] texts) => new(
        new IndexedDocument { Summary = new DocumentSummary { Name = $"plans/{id}", Title = "要点" } },
        1,
        texts.Length,
        [.. texts.Select(text => new ScoredPassage(new IndexedPassage { Text = text }, 1))]);
}
