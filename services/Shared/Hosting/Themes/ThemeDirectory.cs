using Fazhi.Catalogues.Themes;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using ThemeCatalogue = Fazhi.Catalogues.Themes.ThemeCatalogue;

namespace Fazhi.Hosting;

/// <summary>The theme catalogues in force, those of the platform and those loaded, and what texts are about by them. Safe to share between threads.</summary>
public sealed class ThemeDirectory
{
    /// <summary>How many themes of each catalogue are told where nobody says another number.</summary>
    public const int UsualThemes = 3;

    private volatile Entry[] entries = Order(ThemeCatalogue.BuiltIn);

    /// <summary>The catalogues, the newest years first.</summary>
    public IReadOnlyList<ThemeCatalogue> Catalogues => [.. entries.Select(entry => entry.Catalogue)];

    /// <summary>Puts loaded catalogues in force; each takes the place of the platform's of the same id. Those loaded before and not among them are gone.</summary>
    public void Load(IEnumerable<ThemeCatalogue> loaded)
    {
        var all = ThemeCatalogue.BuiltIn.ToDictionary(catalogue => catalogue.Id, StringComparer.Ordinal);
        foreach (var catalogue in loaded)
            all[catalogue.Id] = catalogue;
        entries = Order(all.Values);
    }

    /// <summary>True when a catalogue in force has the theme.</summary>
    public bool Knows(string theme) => entries.Any(entry => entry.Catalogue.TryGetTheme(theme, out _));

    /// <summary>The themes of a text: of each catalogue the surest first, the catalogue of the document's years before the others.</summary>
    /// <param name="text">The words.</param>
    /// <param name="headings">The headings above, outermost first.</param>
    /// <param name="period">The years of the document; null where they are not known.</param>
    /// <param name="most">How many of each catalogue.</param>
    public IEnumerable<ThemeScore> Classify(string text, IReadOnlyList<string> headings, Period? period, int most = UsualThemes) => entries
        .OrderByDescending(entry => period is not null && entry.Catalogue.StartYear <= period.EndYear && period.StartYear <= entry.Catalogue.EndYear)
        .SelectMany(entry => entry.Classifier.Value.Classify(text, headings, most))
        .Select(match => new ThemeScore { Theme = match.ThemeId, Score = match.Score, Reason = match.Reason });

    private static Entry[] Order(IEnumerable<ThemeCatalogue> catalogues) => [.. catalogues
        .OrderByDescending(catalogue => catalogue.StartYear).ThenBy(catalogue => catalogue.Id, StringComparer.Ordinal)
        .Select(catalogue => new Entry(catalogue, new(() => new ThemeClassifier(catalogue))))];

    private sealed record Entry(ThemeCatalogue Catalogue, Lazy<ThemeClassifier> Classifier);
}
