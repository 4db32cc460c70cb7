using System.Text.RegularExpressions;
using Fazhi.Catalogues.Metrics;

namespace Fazhi.Catalogues.Tests;

public class MetricCatalogueTests
{
    private static readonly MetricCatalogue Catalogue = MetricCatalogue.Default;

    [Fact]
    public void Catalogue_has_the_metrics_of_all_parts_of_the_outline()
    {
        Assert.True(Catalogue.Metrics.Length >= 110, $"{Catalogue.Metrics.Length} metrics");
        var themes = Catalogue.Metrics.Select(m => m.Theme).Where(t => t.Length > 0).Distinct().Select(t => int.Parse(t["outline-2021/".Length..]));
        Assert.Empty(Enumerable.Range(4, 32).Except([10]).Except(themes));
        Assert.All(Catalogue.Metrics, m => Assert.Same(m, Catalogue.Find(m.Id)));
    }

    [Fact]
    public void Ids_are_ascii_and_names_are_told_apart()
    {
        Assert.All(Catalogue.Metrics, m => Assert.Matches(new Regex("^[a-z0-9]+(-[a-z0-9]+)*$"), m.Id));
        Assert.Equal(Catalogue.Metrics.Length, Catalogue.Metrics.Select(m => m.Name).Distinct().Count());
        Assert.All(Catalogue.Metrics, m => Assert.NotEmpty(m.Units));
        Assert.Null(Catalogue.Find("no-such-metric"));
    }

    [Theory]
    [InlineData("行政复议审结件数")]
    [InlineData("行政应诉案件数")]
    [InlineData("败诉率")]
    [InlineData("出庭应诉率")]
    [InlineData("规范性文件制定数")]
    [InlineData("规范性文件清理数")]
    [InlineData("规范性文件废止数")]
    [InlineData("合法性审查件数")]
    [InlineData("重大行政决策数")]
    [InlineData("学法次数")]
    [InlineData("法律顾问人数")]
    [InlineData("执法人员持证数")]
    [InlineData("双随机抽查数")]
    [InlineData("政府信息公开条数")]
    [InlineData("调解件数")]
    public void Metrics_that_every_report_has_are_there(string name) => Assert.Single(Catalogue.Metrics, m => m.Name == name);

    [Theory]
    [InlineData("nonsense", 1)]
    [InlineData("units 件", 1)]
    [InlineData("nouns 家 部门", 1)]
    [InlineData("theme", 1)]
    [InlineData("+ 审结", 1)]
    [InlineData("Closed | 审结数 | 件", 1)]
    [InlineData("closed | 审结数 | 件\n+ [复议]", 2)]
    [InlineData("closed | 审结数 | 件\nclosed | 审结数二 | 件", 2)]
    [InlineData("units 件 = 起\nunits 件 = 宗", 2)]
    [InlineData("nouns 家 = 部门 部门", 1)]
    public void A_wrong_line_is_named(string text, int line)
    {
        var error = Assert.Throws<FormatException>(() => MetricCatalogue.Read(new StringReader(text)));

        Assert.Contains($"Line {line} ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_catalogue_can_be_read()
    {
        var catalogue = MetricCatalogue.Read(new StringReader("# ours\nunits 件 = 起\nnouns 家 = 部门\ntheme a/1\ntrees | 植树数 | 棵 件\n+ 种 树 !草\n"));

        Assert.Equal(("trees", "植树数", "a/1"), (catalogue.Metrics[0].Id, catalogue.Metrics[0].Name, catalogue.Metrics[0].Theme));
        Assert.Equal("trees", MatchIn(catalogue, "全年种下了树57棵", "57棵", "棵")?.Metric.Id);
        Assert.Null(MatchIn(catalogue, "全年种下了树和草57棵", "57棵", "棵"));
        Assert.Null(MatchIn(catalogue, "全年种下了树57米", "57米", "米"));
    }

    [Theory]
    [InlineData("审结行政复议57件", "57件", "件", "reconsideration-closed")]
    [InlineData("行政复议审结57件", "57件", "件", "reconsideration-closed")]
    [InlineData("审结57件行政复议案件", "57件", "件", "reconsideration-closed")]
    [InlineData("清理现行规范性文件31个", "31个", "个", "normative-cleaned")]
    [InlineData("31个职能部门清理规范性文件", "31个", "个", "normative-cleaners")]
    [InlineData("检查市场主体760户次", "760户次", "户次", "supervised-entities")]
    public void Words_around_the_figure_and_its_unit_decide(string clause, string figure, string unit, string metric) =>
        Assert.Equal(metric, MatchIn(Catalogue, clause, figure, unit)?.Metric.Id);

    [Fact]
    public void What_was_said_before_speaks_for_a_figure_within_its_passage_only()
    {
        var matcher = new MetricMatcher(Catalogue);
        matcher.BeginPassage("");
        matcher.BeginSentence("全年受理行政复议申请120件。");
        matcher.BeginSentence("审结98件。");
        Assert.Equal("reconsideration-closed", matcher.Match("审结98件。", new(2, 5, "件", 0, 5, 0, 5))?.Metric.Id);

        matcher.BeginPassage("");
        matcher.BeginSentence("审结98件。");
        Assert.Null(matcher.Match("审结98件。", new(2, 5, "件", 0, 5, 0, 5)));

        matcher.BeginPassage("提高行政复议质效");
        matcher.BeginSentence("审结98件。");
        Assert.Equal("reconsideration-closed", matcher.Match("审结98件。", new(2, 5, "件", 0, 5, 0, 5))?.Metric.Id);
    }

    private static MetricMatch? MatchIn(MetricCatalogue catalogue, string clause, string figure, string unit)
    {
        var matcher = new MetricMatcher(catalogue);
        matcher.BeginPassage("");
        matcher.BeginSentence(clause);
        var start = clause.IndexOf(figure, StringComparison.Ordinal);
        return matcher.Match(clause, new(start, start + figure.Length, unit, 0, clause.Length, 0, clause.Length));
    }
}
