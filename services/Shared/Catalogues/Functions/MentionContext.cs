using System.Collections.Immutable;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Functions;

/// <summary>
/// Where a mention stands: the region of the document and those above it. 县司法局 means the justice bureau of the county among them.
/// </summary>
/// <param name="Regions">The document's own region first, the province last; empty when it is not known or hidden.</param>
public sealed record MentionContext(ImmutableArray<ContextRegion> Regions)
{
    /// <summary>Nothing is known of the region: names stay as printed.</summary>
    public static MentionContext None { get; } = new([]);

    /// <summary>The context of a registered region.</summary>
    public static MentionContext Of(RegionCatalog catalog, Region region) =>
        new([Entry(region), .. catalog.AncestorsOf(region).Reverse().Where(above => above.Level is not RegionLevel.Nation).Select(Entry)]);

    /// <summary>The context of a reference: its unregistered part (石渡镇), if it has one, below the registered region. Hidden names give none.</summary>
    public static MentionContext Of(RegionCatalog catalog, RegionReference reference)
    {
        if (reference.Anonymised || reference.Region is null)
            return None;
        var registered = Of(catalog, reference.Region);
        var rest = reference.UnregisteredName;
        return rest.Length == 0 ? registered : new([new ContextRegion(rest, Short(rest), reference.Level ?? RegionLevel.Township, null), .. registered.Regions]);
    }

    /// <summary>The context of names that are not registered, from the highest down: 临澜市, 望岫县. Hidden names (xx市) give none.</summary>
    public static MentionContext Of(IEnumerable<string> names)
    {
        ImmutableArray<string> parts = [.. names];
        return parts.Any(part => part.AsSpan().ContainsAny("xX×*某○□")) ? None : new([.. parts.Reverse().Select((part, depth) => new ContextRegion(part, Short(part), LevelOf(part, depth, parts.Length), null))]);
    }

    private static ContextRegion Entry(Region region) => new(region.Name, Short(region.Name), region.Level, region.Code) { OtherNames = [.. region.ShortNames.Skip(1)] };

    private static string Short(string name) => RegionNames.ShortNamesOf(name).FirstOrDefault() ?? name;

    /// <summary>A 市 below a 市 is of county level, one alone is taken for a prefecture.</summary>
    private static RegionLevel LevelOf(string name, int depth, int parts) => name switch
    {
        [.., '省'] => RegionLevel.Province,
        [.., '自', '治', '区'] => RegionLevel.Province,
        [.., '州' or '盟'] => RegionLevel.Prefecture,
        [.., '地', '区'] => RegionLevel.Prefecture,
        [.., '县' or '区' or '旗'] => RegionLevel.County,
        [.., '镇' or '乡'] => RegionLevel.Township,
        [.., '街', '道'] => RegionLevel.Township,
        [.., '市'] when depth == 0 && parts == 3 => RegionLevel.County,
        _ => RegionLevel.Prefecture,
    };
}
