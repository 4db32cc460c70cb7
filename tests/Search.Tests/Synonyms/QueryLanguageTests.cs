using Fazhi.Search.Query;
using Fazhi.Search.Synonyms;
using Fazhi.Search.Text;
using Fazhi.Search.Themes;

namespace Fazhi.Search.Tests.Synonyms;

public sealed class QueryLanguageTests
{
    private static readonly QueryLanguage Language = new(new SearchThemes());

    [Theory]
    [InlineData("放管服", "简政放权 放管结合 优化服务")]
    [InlineData("依法治县办", "全面依法治县委员会办公室 依法治县委员会办公室")]
    [InlineData("人社局", "人力资源和社会保障局")]
    [InlineData("双随机一公开", "双随机 一公开")]
    [InlineData("兩法銜接", "行刑衔接")]
    public void Other_forms_of_a_word_are_looked_for_too(string query, string forms)
    {
        var derived = Language.Read(query).Match!.WantedTerms.Where(term => term.Derived).Select(term => term.Text).ToList();

        Assert.All(forms.Split(' '), form => Assert.Contains(form, derived));
    }

    [Theory]
    [InlineData("行政复议听证审理", "行政复议 听证审理")]
    [InlineData("重大行政决策后评估怎么做", "重大行政决策后评估 决策后评估")]
    [InlineData("政务服务船", "政务服务 船")]
    public void Long_word_is_also_looked_for_by_its_words(string query, string words)
    {
        var derived = Language.Read(query).Match!.WantedTerms.Where(term => term.Derived).Select(term => term.Text).ToList();

        Assert.All(words.Split(' '), word => Assert.Contains(word, derived));
    }

    [Fact]
    public void Literal_query_is_taken_as_it_was_typed()
    {
        var reading = Language.Read("放管服 行政复议听证审理", literal: true);

        Assert.Equal(QueryParser.Parse("放管服 行政复议听证审理"), reading.Match);
        Assert.Null(reading.Partial.Value.Match);
        Assert.Empty(reading.Variants);
        Assert.Equal("", reading.Partial.Value.SuggestedQuery);
    }

    [Fact]
    public void Quoted_words_stay_together()
    {
        var term = Assert.IsType<QueryNode.Phrase>(Language.Read("\"行政复议听证审理\"").Match);

        Assert.True(term.Term.Quoted);
    }

    [Theory]
    [InlineData("行政付议", "行政复议")]
    [InlineData("行政复义 听证", "行政复议 听证")]
    [InlineData("行政复议", "")]
    [InlineData("县城供水管网", "")]
    [InlineData("行政规犯性文件", "行政规范性文件")]
    [InlineData("法律援肋", "法律援助")]
    [InlineData("趋利性执法整治", "")]
    [InlineData("放官服", "放管服")]
    [InlineData("中共县委全面依法治县委员会办公室", "")]
    public void Misprint_of_a_term_is_told(string query, string meant) => Assert.Equal(meant, Language.Read(query).Partial.Value.SuggestedQuery);

    [Fact]
    public void Partial_query_has_any_of_the_words_and_keeps_what_is_asked_of_fields_and_what_is_excluded()
    {
        var partial = Assert.IsType<QueryNode.Except>(Language.Read("听证 调解 title:要点 -仲裁").Partial.Value.Match);
        var all = Assert.IsType<QueryNode.All>(partial.Wanted);

        Assert.Contains(all.Nodes, node => node is QueryNode.Phrase { Term: { Field: QueryField.Title, Text: "要点" } });
        Assert.Contains(all.Nodes, node => node is QueryNode.Any any && any.WantedTerms.Any(term => term.Text == "听证") && any.WantedTerms.Any(term => term.Text == "调解"));
        Assert.Null(Language.Read("听证").Partial.Value.Match);
        Assert.Null(Language.Read("\"行政复议听证\"").Partial.Value.Match);
    }

    [Fact]
    public void Every_word_of_the_synonyms_is_in_one_group_and_can_be_looked_for()
    {
        var words = SynonymData.Groups.SelectMany(group => group).ToList();

        Assert.True(SynonymData.Groups.Count >= 120, $"{SynonymData.Groups.Count} groups");
        Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
        Assert.All(words, word => Assert.NotNull(TokenPhrase.Of(word)));
        Assert.All(SynonymData.Groups, group => Assert.True(group.Count > 1, group[0]));
    }
}
