using System.Security.Cryptography;
using System.Text;

namespace Fazhi.Search.Regions;

/// <summary>Regions by code and by name.</summary>
internal sealed class RegionDirectory
{
    private readonly Dictionary<string, Region> byCode = new(StringComparer.Ordinal);

    // What people call a region today goes before what they used to call another.
    private readonly Dictionary<string, List<Region>>[] byName =
        [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    public RegionDirectory(IEnumerable<Region> regions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var region in regions)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Join('\0', [region.Code, region.Name, region.FullName, .. region.Ancestors, "", .. region.ShortNames, "", .. region.FormerNames, "\n"])));
            byCode[region.Code] = region;
            Add(0, region, [region.Name, region.FullName]);
            Add(1, region, region.ShortNames);
            Add(2, region, region.FormerNames);
        }
        Version = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>No regions.</summary>
    public static RegionDirectory Empty { get; } = new([]);

    /// <summary>The same for the same regions alone.</summary>
    public string Version { get; }

    /// <summary>Whether there are no regions.</summary>
    public bool IsEmpty => byCode.Count == 0;

    /// <summary>The region of a code; null when it is not registered.</summary>
    public Region? this[string code] => byCode.GetValueOrDefault(code);

    /// <summary>
    /// The regions that a text may mean, by code: 430400, 衡阳市, 衡阳, 湖南衡阳雁峰. Where one of them contains all others, it is meant.
    /// </summary>
    public IReadOnlyList<Region> Find(string text) => byCode.TryGetValue(text, out var region) ? [region] : Outermost(Named(text));

    /// <summary>Whether a region is, or lies in, one of others.</summary>
    public bool IsWithin(string code, IReadOnlyList<Region> regions) =>
        regions.Any(region => region.Code == code) || (this[code] is { } found && regions.Any(region => found.Ancestors.Contains(region.Code)));

    private IReadOnlyList<Region> Named(string text)
    {
        foreach (var names in byName)
        {
            if (names.TryGetValue(text, out var regions))
                return regions;
        }
        for (var split = 1; split < text.Length; split++)
        {
            foreach (var names in byName)
            {
                if (names.TryGetValue(text[split..], out var regions) && Named(text[..split]) is { Count: > 0 } above
                    && regions.Where(region => region.Ancestors.Any(code => above.Any(a => a.Code == code))).ToList() is { Count: > 0 } within)
                {
                    return within;
                }
            }
        }
        return [];
    }

    private static IReadOnlyList<Region> Outermost(IReadOnlyList<Region> regions) =>
        regions.FirstOrDefault(region => regions.All(other => other == region || other.Ancestors.Contains(region.Code))) is { } outermost
            ? [outermost]
            : regions;

    private void Add(int rank, Region region, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (!byName[rank].TryGetValue(name, out var regions))
                byName[rank].Add(name, regions = []);
            regions.Add(region);
        }
    }
}
