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
        return new(document, region, UnitsOf(document, region), TaskThemesOf(document), PassageThemesOf(document));
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

    private static ImmutableArray<ImmutableArray<ThemeMatch>> TaskThemesOf(ParsedDocument document) =>
    [
        .. document.Tasks.Select(task => Classify(document, string.Join('\n', task.Paragraphs.Select(range => range.In(document.Text))), [.. task.Headings, task.Title])),
    ];

    private static ImmutableArray<ImmutableArray<ThemeMatch>> PassageThemesOf(ParsedDocument document) =>
    [
        .. (document.Report?.Passages ?? []).Select(passage => Classify(document, passage.Range.In(document.Text), HeadingsOf(document, passage.SectionIndex))),
    ];

    // The catalogue of the document's own years before the others.
    private static ImmutableArray<ThemeMatch> Classify(ParsedDocument document, string text, IReadOnlyList<string> headings) =>
    [
        .. Themes.OrderByDescending(entry => document.Period is { } period && entry.Catalogue.StartYear <= period.EndYear && period.StartYear <= entry.Catalogue.EndYear)
            .SelectMany(entry => entry.Classifier.Classify(text, headings, ThemesOfEach)),
    ];

    private static List<string> HeadingsOf(ParsedDocument document, int section)
    {
        var headings = new List<string>();
        for (var at = section; at >= 0; at = document.Sections[at].ParentIndex)
            headings.Insert(0, document.Sections[at].Heading);
        return headings;
    }
}
