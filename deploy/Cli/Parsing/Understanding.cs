using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Catalogues.Themes;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>Applies the catalogues that come with the program to a document, as the services do with those that are loaded.</summary>
internal static class Understanding
{
    private const int ThemesOfEach = 3;

    private static readonly RegionResolver Regions = new(RegionCatalog.BuiltIn);

    private static readonly (ThemeCatalogue Catalogue, ThemeClassifier Classifier)[] Themes = [.. ThemeCatalogue.BuiltIn.Select(catalogue => (catalogue, new ThemeClassifier(catalogue)))];

    public static UnderstoodDocument Of(ParsedDocument document)
    {
        var region = document.Region is { } printed ? Regions.Resolve(printed.Text, document.Issuers.Select(issuer => issuer.Name)).Reference : null;
        return new(document, region, UnitsOf(document, region), TaskThemesOf(document));
    }

    private static Dictionary<string, UnitReading> UnitsOf(ParsedDocument document, RegionReference? region)
    {
        var context = ContextOf(document.Region, region);
        var units = new Dictionary<string, UnitReading>(StringComparer.Ordinal);
        foreach (var mention in document.Tasks.SelectMany(task => task.UnitLines).SelectMany(line => line.MentionedUnits))
        {
            if (!units.ContainsKey(mention.Text))
                units.Add(mention.Text, MentionReader.BuiltIn.Read(mention.Text, context));
        }

        return units;
    }

    // A region that is not registered is still the one whose units are meant.
    private static MentionContext ContextOf(RegionMention? printed, RegionReference? region) => (printed, region) switch
    {
        (_, { Region: not null }) => MentionContext.Of(RegionCatalog.BuiltIn, region),
        ({ Anonymised: false }, _) => MentionContext.Of(printed.Parts),
        _ => MentionContext.None,
    };

    private static ImmutableArray<ImmutableArray<ThemeMatch>> TaskThemesOf(ParsedDocument document)
    {
        // The catalogue of the document's own years before the others.
        ThemeClassifier[] classifiers = [.. Themes.OrderByDescending(entry => IsOfYears(entry.Catalogue, document.Period)).Select(entry => entry.Classifier)];
        var found = new List<ThemeMatch>();
        var themes = ImmutableArray.CreateBuilder<ImmutableArray<ThemeMatch>>(document.Tasks.Length);
        foreach (var task in document.Tasks)
        {
            found.Clear();
            foreach (var classifier in classifiers)
                found.AddRange(classifier.Classify(WordsOf(document, task), [.. task.Headings, task.Title], ThemesOfEach));
            themes.Add([.. found]);
        }

        return themes.MoveToImmutable();
    }

    private static bool IsOfYears(ThemeCatalogue catalogue, Period? period) =>
        period is not null && catalogue.StartYear <= period.EndYear && period.StartYear <= catalogue.EndYear;

    private static ReadOnlySpan<char> WordsOf(ParsedDocument document, PlanTask task) => task.Paragraphs is [var only]
        ? document.Text.AsSpan(only.Start, only.Length)
        : string.Join('\n', task.Paragraphs.Select(range => range.In(document.Text)));
}
