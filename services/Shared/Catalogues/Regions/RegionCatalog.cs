using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Fazhi.Catalogues.Regions;

/// <summary>All registered regions, immutable, indexed by code, by parent and by every name. Safe to share between threads.</summary>
public sealed class RegionCatalog
{
    private static readonly Lazy<RegionCatalog> _builtIn = new(() => new RegionCatalog(RegionData.Load()));

    private readonly FrozenDictionary<RegionCode, Region> _byCode;
    private readonly FrozenDictionary<RegionCode, ImmutableArray<Region>> _children;
    private readonly FrozenDictionary<string, ImmutableArray<NamedRegion>> _byName;
    private readonly FrozenDictionary<RegionCode, Region> _byFormerCode;

    /// <summary>Makes a catalog of <paramref name="regions"/>, whose codes differ.</summary>
    /// <exception cref="ArgumentException">Two regions share a code, or a parent is missing.</exception>
    public RegionCatalog(IEnumerable<Region> regions)
    {
        Regions = [.. regions.OrderBy(region => region.Code)];
        _byCode = Regions.ToFrozenDictionary(region => region.Code);
        if (Regions.FirstOrDefault(region => region.Parent is { } parent && !_byCode.ContainsKey(parent)) is { } orphan)
        {
            throw new ArgumentException($"Region {orphan.Code} {orphan.Name}: its parent {orphan.Parent} is not registered.", nameof(regions));
        }

        _children = Regions.Where(region => region.Parent is not null)
            .GroupBy(region => region.Parent!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        _byName = Regions.SelectMany(NamesOf)
            .GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Named).ToImmutableArray(), StringComparer.Ordinal);
        _byFormerCode = Regions.SelectMany(region => region.Former.Select(old => old.Code).OfType<RegionCode>().Distinct().Select(code => (code, region)))
            .Where(entry => !_byCode.ContainsKey(entry.code))
            .GroupBy(entry => entry.code, entry => entry.region)
            .Where(group => group.Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.First());
        LongestName = _byName.Count == 0 ? 0 : _byName.Keys.Max(name => name.Length);
    }

    /// <summary>The regions of <see cref="RegionData.Edition"/>, made at the first use and shared.</summary>
    public static RegionCatalog BuiltIn => _builtIn.Value;

    /// <summary>All regions in the order of their codes.</summary>
    public ImmutableArray<Region> Regions { get; }

    /// <summary>The length of the longest name of any kind, in UTF-16 code units.</summary>
    internal int LongestName { get; }

    /// <summary>The region with this code, or null.</summary>
    public Region? Find(RegionCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The region that had this code before, where it is one alone and no region has it today; otherwise null.</summary>
    public Region? FindFormer(RegionCode code) => _byFormerCode.GetValueOrDefault(code);

    /// <summary>The regions directly below, in the order of their codes.</summary>
    public ImmutableArray<Region> ChildrenOf(RegionCode code) => _children.GetValueOrDefault(code, []);

    /// <summary>The regions above, the province first, without the region itself.</summary>
    public ImmutableArray<Region> AncestorsOf(Region region)
    {
        var ancestors = ImmutableArray.CreateBuilder<Region>();
        for (var above = region.Parent; above is { } code && Find(code) is { } parent; above = parent.Parent)
        {
            ancestors.Insert(0, parent);
        }

        return ancestors.ToImmutable();
    }

    /// <summary>True when <paramref name="region"/> is <paramref name="above"/> or lies below it.</summary>
    public bool IsWithin(Region region, RegionCode above)
    {
        for (var at = region; at is not null; at = at.Parent is { } parent ? Find(parent) : null)
        {
            if (at.Code == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The full name of a region of this catalog; see <see cref="RegionNames.FullName"/>.</summary>
    public string FullNameOf(Region region) => RegionNames.FullName([.. AncestorsOf(region), region]);

    /// <summary>The regions that carry this name, by whatever kind of name.</summary>
    internal ImmutableArray<NamedRegion> Named(string name) => _byName.GetValueOrDefault(name, []);

    private static IEnumerable<(string Name, NamedRegion Named)> NamesOf(Region region)
    {
        IEnumerable<(string Name, NameKind Kind)> names =
        [
            (region.Name, NameKind.Name),
            .. region.ShortNames.Select(name => (name, NameKind.ShortName)),
            .. region.Former.Select(former => (former.Name, NameKind.FormerName)),
        ];
        return names.DistinctBy(name => name.Name).Select(name => (name.Name, new NamedRegion(region, name.Kind)));
    }
}
