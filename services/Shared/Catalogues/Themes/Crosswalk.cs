using System.Collections.Immutable;
using System.Text.Json;

namespace Fazhi.Catalogues.Themes;

/// <summary>
/// Which themes of one catalogue answer to which of another: many to many, each link with its relation. Read by <see cref="Parse"/>
/// from the form that Data/README.md describes, or one of <see cref="BuiltIn"/>.
/// </summary>
public sealed record Crosswalk
{
    private static readonly Lazy<ImmutableArray<Crosswalk>> BuiltInCrosswalks = new(() =>
        [ThemeData.Crosswalk("outline-2015-to-outline-2021", ThemeCatalogue.BuiltIn.Single(c => c.Id == "outline-2015"), ThemeCatalogue.BuiltIn.Single(c => c.Id == "outline-2021"))]);

    private readonly Lazy<ILookup<string, ThemeLink>> _byFrom;
    private readonly Lazy<ILookup<string, ThemeLink>> _byTo;

    private Crosswalk() => (_byFrom, _byTo) = (new(() => Links.ToLookup(l => l.From)), new(() => Links.ToLookup(l => l.To)));

    /// <summary>The crosswalks that come with the program.</summary>
    public static ImmutableArray<Crosswalk> BuiltIn => BuiltInCrosswalks.Value;

    /// <summary>What the crosswalk is called by machines: outline-2015-to-outline-2021.</summary>
    public required string Id { get; init; }

    /// <summary>The edition of the data, major.minor.patch.</summary>
    public required Version Version { get; init; }

    /// <summary>Id of the catalogue of the sources.</summary>
    public required string From { get; init; }

    /// <summary>Id of the catalogue of the targets.</summary>
    public required string To { get; init; }

    /// <summary>The links, in the order of the data.</summary>
    public required ImmutableArray<ThemeLink> Links { get; init; }

    /// <summary>Reads a crosswalk from JSON of the form that Data/README.md describes.</summary>
    /// <param name="json">The data.</param>
    /// <param name="from">The catalogue of the sources.</param>
    /// <param name="to">The catalogue of the targets.</param>
    /// <returns>The crosswalk, or everything that is wrong with it and where. No input throws.</returns>
    public static ThemeParseResult<Crosswalk> Parse(string json, ThemeCatalogue from, ThemeCatalogue to) =>
        JsonFields.Read(json, (fields, root) => Read(fields, root, from, to));

    /// <summary>The links that begin at a theme of the catalogue <see cref="From"/>; none for a theme without an answer.</summary>
    public IEnumerable<ThemeLink> LinksFrom(string theme) => _byFrom.Value[theme];

    /// <summary>The links that end at a theme of the catalogue <see cref="To"/>; none for a theme without an answer.</summary>
    public IEnumerable<ThemeLink> LinksTo(string theme) => _byTo.Value[theme];

    private static Crosswalk? Read(JsonFields fields, JsonElement root, ThemeCatalogue from, ThemeCatalogue to)
    {
        if (!fields.Object(root, "$", "id", "version", "from", "to", "links"))
            return null;
        Check(fields, root, "from", from);
        Check(fields, root, "to", to);
        return new()
        {
            Id = CatalogueReader.Id(fields, root, "$", "id"),
            Version = CatalogueReader.Version(fields, root, "$"),
            From = from.Id,
            To = to.Id,
            Links = ReadLinks(fields, root, from, to),
        };
    }

    private static void Check(JsonFields fields, JsonElement root, string name, ThemeCatalogue catalogue)
    {
        var id = fields.Text(root, "$", name, ThemeLimits.Name);
        if (id.Length > 0 && id != catalogue.Id)
            fields.Error(ThemeErrorCode.UnknownReference, $"$.{name}", $"是“{JsonFields.Shown(id)}”，给出的目录是“{catalogue.Id}”。");
    }

    private static ImmutableArray<ThemeLink> ReadLinks(JsonFields fields, JsonElement root, ThemeCatalogue from, ThemeCatalogue to)
    {
        var links = ImmutableArray.CreateBuilder<ThemeLink>();
        var seen = new HashSet<(string, string)>();
        foreach (var (item, path) in fields.List(root, "$", "links", ThemeLimits.Links))
        {
            if (!fields.Object(item, path, "from", "to", "relation"))
                continue;
            var link = new ThemeLink(ThemeOf(fields, item, path, "from", from), ThemeOf(fields, item, path, "to", to), Relation(fields, item, path));
            if (!seen.Add((link.From, link.To)))
                fields.Error(ThemeErrorCode.Duplicate, path, "这两个主题之间已有一条对应关系。");
            links.Add(link);
        }

        return links.ToImmutable();
    }

    private static string ThemeOf(JsonFields fields, JsonElement item, string path, string name, ThemeCatalogue catalogue)
    {
        var id = fields.Text(item, path, name, ThemeLimits.Name);
        if (id.Length > 0 && !catalogue.TryGetTheme(id, out _))
            fields.Error(ThemeErrorCode.UnknownReference, $"{path}.{name}", $"目录“{catalogue.Id}”中没有主题“{JsonFields.Shown(id)}”。");
        return id;
    }

    private static ThemeRelation Relation(JsonFields fields, JsonElement item, string path)
    {
        var relation = fields.Text(item, path, "relation", ThemeLimits.Name);
        switch (relation)
        {
            case "same":
                return ThemeRelation.Same;
            case "broader":
                return ThemeRelation.Broader;
            case "narrower":
                return ThemeRelation.Narrower;
            case "related":
                return ThemeRelation.Related;
            default:
                if (relation.Length > 0)
                    fields.Error(ThemeErrorCode.BadForm, $"{path}.relation", $"“{JsonFields.Shown(relation)}”不是对应关系，应是 same、broader、narrower 或 related。");
                return ThemeRelation.Related;
        }
    }
}
