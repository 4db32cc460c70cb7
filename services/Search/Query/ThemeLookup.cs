using Fazhi.Catalogues.Themes;
using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>Finds themes by what people call them. Immutable: made anew when other catalogues come into force.</summary>
internal sealed class ThemeLookup
{
    private const int MostNearOnes = 3;

    private readonly List<Entry> entries;

    /// <param name="catalogues">The catalogues in force, the newest first.</param>
    public ThemeLookup(IEnumerable<ThemeCatalogue> catalogues) => entries = [.. catalogues
        .SelectMany(catalogue => catalogue.Themes)
        .Select(theme => new Entry(theme, Fold(theme.Name), theme.Keywords.Where(keyword => keyword.Weight > 0)
            .GroupBy(keyword => Fold(keyword.Word), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Max(keyword => keyword.Weight), StringComparer.Ordinal)))];

    /// <summary>The themes of the catalogues that come with the platform.</summary>
    public static ThemeLookup BuiltIn { get; } = new(ThemeCatalogue.BuiltIn);

    /// <summary>All themes, of the newest catalogue first.</summary>
    public IEnumerable<Theme> Themes => entries.Select(entry => entry.Theme);

    /// <summary>The id of the theme with that id, else those of all in whose names the text stands; none if there are none.</summary>
    public IReadOnlyList<string> Find(string text)
    {
        var wanted = Fold(text);
        var found = entries.Where(entry => entry.Theme.Id.Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0 && wanted.Length > 0)
            found = entries.Where(entry => entry.Name.Contains(wanted, StringComparison.Ordinal)).ToList();
        return [.. found.Select(entry => entry.Theme.Id)];
    }

    /// <summary>Names of themes that may have been meant by a text that <see cref="Find"/> does not know, most likely first; at most three.</summary>
    public IReadOnlyList<string> Near(string text)
    {
        var wanted = Fold(text);
        return [.. entries
            .Select(entry => (entry.Theme.Name, Likeness: entry.LikenessTo(wanted)))
            .Where(near => near.Likeness > 0)
            .OrderByDescending(near => near.Likeness)
            .Select(near => near.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(MostNearOnes)];
    }

    /// <summary>The ids of the themes that words speak for most, by the keywords of the catalogues; none if they speak for none.</summary>
    /// <param name="words">Words in the form of <see cref="WordForm"/>.</param>
    public IReadOnlyList<string> Of(IEnumerable<string> words)
    {
        List<string> all = [.. words];
        return entries.Select(entry => (entry.Theme.Id, Weight: all.Sum(word => entry.Words.GetValueOrDefault(word))))
            .Where(theme => theme.Weight > 0)
            .GroupBy(theme => theme.Weight, theme => theme.Id)
            .MaxBy(same => same.Key) is { } best ? [.. best] : [];
    }

    /// <summary>The name of a theme; the id itself if it is not known.</summary>
    public string NameOf(string id) => entries.Find(entry => entry.Theme.Id == id)?.Theme.Name ?? id;

    private static string Fold(string text) => string.Concat(TextFolding.Fold(text).Where(char.IsLetterOrDigit));

    private sealed record Entry(Theme Theme, string Name, Dictionary<string, int> Words)
    {
        private const int MostWeight = 10;

        // A word of the catalogue tells more than characters that the name happens to have.
        public int LikenessTo(string wanted) => (Words.GetValueOrDefault(wanted) * MostWeight)
            + Enumerable.Range(0, Math.Max(0, wanted.Length - 1)).Count(i => Name.Contains(wanted.Substring(i, 2), StringComparison.Ordinal));
    }
}
