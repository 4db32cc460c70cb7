using Fazhi.Search.V1;

namespace Fazhi.Search.Query;

/// <summary>The documents found, counted by one property: over all pages, with every filter applied, that of the property itself included.</summary>
/// <param name="Field">The property.</param>
/// <param name="Values">Most documents first, equals by value; at most <see cref="MaxValues"/>.</param>
internal sealed record FacetCounts(FacetField Field, IReadOnlyList<FacetCount> Values)
{
    /// <summary>The most values that are given of one property.</summary>
    public const int MaxValues = 100;
}
