using Fazhi.Catalogues.Themes;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Catalogues.Tests.Themes;

public sealed class ThemeClassifierTests
{
    private static readonly ThemeClassifier Classifier = new(ThemeCatalogue.BuiltIn[0]);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("云汀大桥建成通车，两岸居民往来更加方便。")]
    public void Text_about_nothing_of_the_sort_has_no_theme(string text) => Assert.Empty(Classifier.Classify(text));

    [Theory]
    [InlineData("推进“双随机、一公开”监管。")]
    [InlineData("推进\"双随机、一公开\"监管。")]
    [InlineData("推進「雙隨機、一公開」監管。")]
    [InlineData("推进 双 随 机、一公开 监管｡")]
    public void Forms_of_characters_quotes_and_blanks_make_no_difference(string text) =>
        Assert.Equal("outline-2021/5", Classifier.Classify(text)[0].ThemeId);

    [Fact]
    public void Reasons_say_which_words_and_where()
    {
        const string text = "设立“行政 复议”委员会；当事人对行政复议决定不服的，做好解释。";

        var theme = Classifier.Classify(text)[0];

        Assert.Equal("outline-2021/22", theme.ThemeId);
        Assert.Equal("行政复议委员会、行政复议决定", theme.Reason);
        Assert.Equal(["行政 复议”委员会", "行政复议决定"], theme.Reasons.Select(r => text.Substring(r.Start, r.Length)));
        Assert.InRange(theme.Score, ThemeClassifier.MinScore, 1);
    }

    [Fact]
    public void Word_that_is_a_part_of_a_longer_one_does_not_count() =>
        Assert.DoesNotContain(Classifier.Classify("完善行政复议咨询委员会工作规则。")[0].Reasons, r => r.Word is "行政复议" or "咨询委员会" or "复议");

    [Fact]
    public void Heading_decides_where_the_text_says_nothing()
    {
        const string text = "由县司法局牵头，年底前完成。";

        Assert.Empty(Classifier.Classify(text));
        var theme = Assert.Single(Classifier.Classify(text, ["健全依法行政制度体系", "推进行政裁决"]));
        Assert.Equal(("outline-2021/21", "行政裁决"), (theme.ThemeId, theme.Reason));
        Assert.Equal((-1, 0), (theme.Reasons[0].Start, theme.Reasons[0].Length));
    }

    [Fact]
    public void Heading_does_not_outweigh_a_text_that_is_clear() =>
        Assert.Equal("outline-2021/27", Classifier.Classify("全面推进政务公开，做好政策解读和依申请公开答复，办好政府网站。", ["其他工作", "行政调解"])[0].ThemeId);

    [Fact]
    public void What_is_said_first_counts_more()
    {
        Assert.Equal("outline-2021/21", Classifier.Classify("规范行政裁决工作，与行政调解衔接。")[0].ThemeId);
        Assert.Equal("outline-2021/20", Classifier.Classify("规范行政调解工作，与行政裁决衔接。")[0].ThemeId);
    }

    [Fact]
    public void As_many_themes_as_asked_for_come_in_order_of_score()
    {
        const string text = "依法办理行政复议；做好行政应诉工作；规范行政裁决工作；做好行政调解工作。";

        var themes = Classifier.Classify(text, maxThemes: 4);

        Assert.Equal([20, 21, 22, 23], themes.Select(t => int.Parse(t.ThemeId.Split('/')[1])).Order());
        Assert.Equal(themes.OrderByDescending(t => t.Score).Select(t => t.ThemeId), themes.Select(t => t.ThemeId));
        Assert.Equal(themes[0].ThemeId, Assert.Single(Classifier.Classify(text, maxThemes: 1)).ThemeId);
        Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.Classify(text, maxThemes: 0));
    }

    [Fact]
    public void Word_against_a_theme_takes_from_it()
    {
        var classifier = new ThemeClassifier(ThemeCatalogue.Parse(ThemeCatalogueTests.Sample).Value!);

        var alone = classifier.Classify("护林员每天巡山。")[0].Score;
        var beside = classifier.Classify("护林员每天巡山，也看河堤。").Single(t => t.ThemeId == "outline-2099/2").Score;

        Assert.True(beside < alone);
    }

    [Fact]
    public void Threads_share_a_classifier()
    {
        var expected = FictionalPassages.All.Select(p => Told(Classifier.Classify(p.Text))).ToList();
        var small = new ThemeClassifier(ThemeCatalogue.Parse(ThemeCatalogueTests.Sample).Value!);

        var actual = new string[expected.Count * 20];
        Parallel.For(0, actual.Length, i =>
        {
            small.Classify("护林员每天巡山，也看河堤。");
            actual[i] = Told(Classifier.Classify(FictionalPassages.All[i % expected.Count].Text));
        });

        Assert.Equal(Enumerable.Repeat(expected, 20).SelectMany(e => e), actual);
    }

    [Fact]
    public void Long_text_is_classed_too()
    {
        var text = string.Concat(Enumerable.Repeat("全面推进政务公开，办好政府网站。\n", 100_000));

        Assert.Equal("outline-2021/27", Classifier.Classify(text)[0].ThemeId);
    }

    /// <summary>Small alphabet, so that words overlap and hold one another often.</summary>
    [Fact]
    public void Words_are_found_as_by_looking_at_every_place()
    {
        var letters = Gen.Elements('行', '政', '复', '议', '”');
        var word = letters.Where(c => c != '”').ArrayOf().Where(w => w.Length is >= 2 and <= 5).Select(w => new string(w));
        var cases = from words in word.NonEmptyListOf()
                    from text in letters.ArrayOf()
                    select (Words: words.Distinct().ToList(), Text: new string(text));

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var finder = new WordFinder(c.Words);
            var found = new List<WordFinder.Match>();
            finder.Find(c.Text, found);
            return found.Select(m => (m.Start, c.Words[m.Word])).SequenceEqual(EveryPlace(c.Words, c.Text.Replace("”", "")))
                && found.All(m => c.Text[finder.StartOf(m, c.Text)..m.End].Replace("”", "") == c.Words[m.Word]);
        }).QuickCheckThrowOnFailure();
    }

    private static List<(int Start, string Word)> EveryPlace(List<string> words, string text)
    {
        var all = words.SelectMany(w => Enumerable.Range(0, text.Length).Where(i => string.CompareOrdinal(text, i, w, 0, w.Length) == 0).Select(i => (Start: i, Word: w))).ToList();
        return [.. all.Where(m => !all.Any(o => o.Word.Length > m.Word.Length && o.Start <= m.Start && o.Start + o.Word.Length >= m.Start + m.Word.Length)).OrderBy(m => m.Start)];
    }

    private static string Told(IEnumerable<ThemeMatch> themes) => string.Join(';', themes.Select(t => $"{t.ThemeId} {t.Score} {t.Reason}"));
}
