using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Fazhi.Catalogues.Themes;

/// <summary>
/// A generation of themes, as data: read by <see cref="Parse"/> from the form that Data/README.md describes, or one of
/// <see cref="BuiltIn"/>. Immutable and checked: ids are unique, every theme has a group that is there, every weight is in range.
/// </summary>
public sealed record ThemeCatalogue
{
    private static readonly Lazy<ImmutableArray<ThemeCatalogue>> BuiltInCatalogues = new(() => [ThemeData.Catalogue("outline-2021"), ThemeData.Catalogue("outline-2015")]);
    private readonly Lazy<Dictionary<string, Theme>> _byId;

    internal ThemeCatalogue() => _byId = new(() => Themes.ToDictionary(t => t.Id, StringComparer.Ordinal));

    /// <summary>The catalogues that come with the program, the newest generation first.</summary>
    public static ImmutableArray<ThemeCatalogue> BuiltIn => BuiltInCatalogues.Value;

    /// <summary>What the catalogue is called by machines: outline-2021.</summary>
    public required string Id { get; init; }

    /// <summary>What people see.</summary>
    public required string Name { get; init; }

    /// <summary>The edition of the data, major.minor.patch: a new one may have other keywords, but never other themes under the same ids.</summary>
    public required Version Version { get; init; }

    /// <summary>The first year that the generation is for.</summary>
    public required int StartYear { get; init; }

    /// <summary>The last year that the generation is for, <see cref="StartYear"/> or later.</summary>
    public required int EndYear { get; init; }

    /// <summary>The parts, in the order of the source.</summary>
    public required ImmutableArray<ThemeGroup> Groups { get; init; }

    /// <summary>The themes, in the order of the source.</summary>
    public required ImmutableArray<Theme> Themes { get; init; }

    /// <summary>Reads a catalogue from JSON of the form that Data/README.md describes.</summary>
    /// <returns>The catalogue, or everything that is wrong with it and where. No input throws.</returns>
    public static ThemeParseResult<ThemeCatalogue> Parse(string json) => CatalogueReader.Read(json);

    /// <summary>The theme of this id.</summary>
    public bool TryGetTheme(string id, [NotNullWhen(true)] out Theme? theme) => _byId.Value.TryGetValue(id, out theme);
}
