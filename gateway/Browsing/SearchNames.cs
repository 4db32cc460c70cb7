using Fazhi.Plans.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>What the values of a search are called, for its form, its filters and its results.</summary>
/// <param name="Regions">The regions filtered by, in the order of the search.</param>
/// <param name="Catalogues">The themes to choose from.</param>
/// <param name="Themes">Names by theme id.</param>
/// <param name="Functions">Names by function id.</param>
public sealed record SearchNames(
    IReadOnlyList<PlacedRegion> Regions,
    IReadOnlyList<ThemeCatalogue> Catalogues,
    IReadOnlyDictionary<string, string> Themes,
    IReadOnlyDictionary<string, string> Functions)
{
    /// <summary>No names: every value is shown as it is.</summary>
    public static SearchNames None { get; } = new([], [], new Dictionary<string, string>(), new Dictionary<string, string>());

    public string OfRegion(string text) => Regions.FirstOrDefault(region => region.Text == text)?.FullName ?? text;

    public string OfTheme(string id) => Themes.GetValueOrDefault(id, id);

    /// <summary>The catalogue that a theme is of; null where it is not known.</summary>
    public ThemeCatalogue? CatalogueOf(string theme) => Catalogues.FirstOrDefault(catalogue => catalogue.Themes.Any(known => known.Id == theme));

    public string OfFunction(string id) => Functions.GetValueOrDefault(id, id);
}
