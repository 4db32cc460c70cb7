using System.Globalization;
using System.Text;
using Fazhi.Catalogues.Themes;
using Fazhi.Documents;
using Fazhi.Testing;

namespace Fazhi.Catalogues.Tests.Themes;

/// <summary>
/// How often the first theme is right, by the text alone: headings hidden and the tasks' own titles taken off. The real plans lie outside this project.
/// </summary>
public sealed class ThemeAccuracyTests(ITestOutputHelper output)
{
    private const double Wanted = 0.90;
    private static readonly ThemeClassifier Outline2021 = new(ThemeCatalogue.BuiltIn[0]);
    private static readonly ThemeClassifier Outline2015 = new(ThemeCatalogue.BuiltIn[1]);

    [Fact]
    public void County_plan_is_classed_by_its_words_alone()
    {
        var document = ReadSeed("004_");
        var groups = document.Tasks.Select(t => t.Headings[^1]).Distinct().ToList();
        var cases = document.Tasks.Select(t => new Case(t.Label, Body(document, t), SeedTruth.County[groups.IndexOf(t.Headings[^1])])).ToList();

        var accuracy = Report("004 county plan by outline-2021", Outline2021, cases);
        var strict = Report("004, the first theme of each group alone", Outline2021, [.. cases.Select(c => c with { Truth = [c.Truth[0]] })]);

        Assert.Equal(76, cases.Count);
        Assert.True(accuracy >= Wanted, $"{accuracy:P1}");
        Assert.True(strict >= Wanted, $"{strict:P1}");
    }

    [Fact]
    public void City_plan_is_classed_by_its_words_alone()
    {
        var cases = CityCases();

        var accuracy = Report("003 city plan by outline-2015", Outline2015, cases);

        Assert.Equal(39, cases.Count);
        Assert.True(accuracy >= Wanted, $"{accuracy:P1}");
    }

    [Fact]
    public void City_plan_by_the_later_outline_agrees_through_the_crosswalk()
    {
        var crosswalk = Crosswalk.BuiltIn[0];
        var cases = CityCases().Select(c => c with
        {
            Truth = [.. crosswalk.LinksFrom($"outline-2015/{c.Truth[0]}").Select(l => int.Parse(l.To.Split('/')[1], CultureInfo.InvariantCulture))],
        }).ToList();

        var accuracy = Report("003 city plan by outline-2021 through the crosswalk", Outline2021, cases);

        Assert.True(accuracy >= Wanted, $"{accuracy:P1}");
    }

    [Fact]
    public void Fictional_passages_are_classed_by_their_words_alone()
    {
        var cases = FictionalPassages.All.Select((p, i) => new Case($"{i}", p.Text, p.Themes)).ToList();

        var accuracy = Report("fictional passages by outline-2021", Outline2021, cases);

        Assert.Equal(Enumerable.Range(4, 32), cases.SelectMany(c => c.Truth).Distinct().Order());
        Assert.True(accuracy >= Wanted, $"{accuracy:P1}");
    }

    [Fact]
    public void Passages_that_nothing_was_tuned_by_are_classed_nearly_as_well()
    {
        var cases = FictionalPassages.Unseen.Select((p, i) => new Case($"{i}", p.Text, p.Themes)).ToList();

        var accuracy = Report("unseen passages by outline-2021", Outline2021, cases);

        Assert.Equal(Enumerable.Range(4, 32), cases.SelectMany(c => c.Truth).Distinct().Order());
        Assert.True(accuracy >= 0.80, $"{accuracy:P1}");
    }

    [Fact]
    public void Both_themes_of_a_passage_are_found_and_few_that_are_none()
    {
        var (asked, found, told) = (0, 0, 0);
        foreach (var (themes, text) in FictionalPassages.All.Concat(FictionalPassages.Unseen).Where(p => p.Themes.Length > 0))
        {
            var actual = Outline2021.Classify(text).Select(t => int.Parse(t.ThemeId.Split('/')[1], CultureInfo.InvariantCulture)).ToList();
            (asked, found, told) = (asked + themes.Length, found + themes.Count(actual.Contains), told + actual.Count);
        }

        output.WriteLine($"all themes of the fictional passages: recall {(double)found / asked:P1}, {(double)told / asked:0.00} told for each true one");
        Assert.True((double)found / asked >= 0.95);
        Assert.True((double)told / asked <= 1.7);
    }

    private static List<Case> CityCases()
    {
        var document = ReadSeed("003_");
        var measures = document.Tasks.Where(t => t.Headings.Length == 2).ToList();
        var parts = measures.Select(t => t.Headings[^1]).Distinct().ToList();
        return [.. measures.GroupBy(t => parts.IndexOf(t.Headings[^1]))
            .SelectMany(part => part.Select((t, i) => new Case($"({part.Key + 1}){t.Label}", Body(document, t), [SeedTruth.City[part.Key][i]])))];
    }

    private static ParsedDocument ReadSeed(string prefix)
    {
        var path = Assert.Single(Directory.GetFiles(Repository.Seeds(), prefix + "*"));
        var result = DocumentReader.Read(File.ReadAllBytes(path), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, result.Error?.Message);
        return result.Document;
    }

    /// <summary>The task's words without its own title.</summary>
    private static string Body(ParsedDocument document, PlanTask task)
    {
        var text = new StringBuilder();
        foreach (var range in task.Paragraphs)
        {
            var words = range.In(document.Text).TrimStart();
            if (text.Length == 0 && task.Title.Length > 0 && words.StartsWith(task.Title, StringComparison.Ordinal))
                words = words[task.Title.Length..].TrimStart('。', ' ', '：', ':', '.');
            text.Append(words).Append('\n');
        }

        return text.ToString().Trim();
    }

    private double Report(string name, ThemeClassifier classifier, List<Case> cases)
    {
        var right = 0;
        foreach (var (label, text, truth) in cases)
        {
            var themes = classifier.Classify(text);
            var first = themes.IsEmpty ? 0 : int.Parse(themes[0].ThemeId.Split('/')[1], CultureInfo.InvariantCulture);
            if (truth.Length == 0 ? themes.IsEmpty : truth.Contains(first))
                right++;
            else
                output.WriteLine($"  {label} is {string.Join('/', truth)}: {string.Join(" | ", themes.Select(t => $"{t.ThemeId} {t.Score:0.00} {t.Reason}"))}");
        }

        output.WriteLine($"{name}: {right} of {cases.Count} = {(double)right / cases.Count:P1}");
        return (double)right / cases.Count;
    }

    private sealed record Case(string Label, string Text, int[] Truth);
}
