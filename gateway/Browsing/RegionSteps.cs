using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>The next step down from the regions of a search: the widest level that still narrows.</summary>
/// <param name="Field">The facet that it is from.</param>
/// <param name="Values">The regions to go to, each below one that is chosen.</param>
internal sealed record RegionSteps(FacetField Field, IReadOnlyList<FacetValue> Values)
{
    private static readonly FacetField[] Levels = [FacetField.Province, FacetField.Prefecture, FacetField.County, FacetField.Region];

    /// <summary>The steps, or null where there are none.</summary>
    public static RegionSteps? Of(IEnumerable<Facet> facets, IReadOnlyList<PlacedRegion> chosen, long documents)
    {
        var byField = facets.ToDictionary(facet => facet.Field);
        return Levels.Select(field => new RegionSteps(field, [.. ValuesOf(byField.GetValueOrDefault(field), chosen)]))
            .FirstOrDefault(steps => steps.Values.Any(value => value.Count < documents));
    }

    // A document's own region is a step only where nothing is below it: the filter takes in all below, and would find more than was counted.
    private static IEnumerable<FacetValue> ValuesOf(Facet? facet, IReadOnlyList<PlacedRegion> chosen)
        => (facet?.Values ?? []).Where(value => facet!.Field != FacetField.Region || IsTownship(value.Value))
            .Where(value => chosen.Count == 0 || chosen.Any(region => IsBelow(value.Value, region.Code)));

    private static bool IsTownship(string code) => code.Length == 9;

    /// <summary>By the form of the codes: two digits a level, zeros for what is not named, three more for a township.</summary>
    private static bool IsBelow(string code, string above)
    {
        if (above.Length != 6 || code == above)
            return false;
        var stem = above.EndsWith("0000", StringComparison.Ordinal) ? above[..2] : above.EndsWith("00", StringComparison.Ordinal) ? above[..4] : above;
        return code.StartsWith(stem, StringComparison.Ordinal);
    }
}
