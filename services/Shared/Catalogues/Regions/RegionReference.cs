using System.Collections.Immutable;

namespace Fazhi.Catalogues.Regions;

/// <summary>A place as a document names it: a registered region, or a part of one that is not registered itself.</summary>
/// <param name="Region">The deepest registered region; null when none is known.</param>
/// <param name="FullName">How to show it: 韶关市武江区西联镇, xx市xx区.</param>
/// <param name="Level">The level of what is named, registered or not; null when the words do not say.</param>
/// <param name="Ancestors">The registered regions above <paramref name="Region"/>, the province first.</param>
/// <param name="UnregisteredName">What is named below the registered region: 西联镇; empty when the region itself is named.</param>
/// <param name="Anonymised">True when letters stand for a name: xx市xx区.</param>
public sealed record RegionReference(
    Region? Region, string FullName, RegionLevel? Level, ImmutableArray<Region> Ancestors, string UnregisteredName, bool Anonymised)
{
    /// <summary>The name alone: 西联镇, 武江区.</summary>
    public string Name => UnregisteredName.Length > 0 || Region is null ? UnregisteredName : Region.Name;
}
