using System.Collections.Immutable;

namespace Fazhi.Catalogues.Regions;

/// <summary>A registered administrative region 行政区划. Two are equal when all their fields are.</summary>
/// <param name="Code">Its code, which says its level.</param>
/// <param name="Name">Its full name as the standard prints it: 武江区, never empty.</param>
/// <param name="Parent">The region above it; null for a province and for the nation.</param>
public sealed record Region(RegionCode Code, string Name, RegionCode? Parent)
{
    /// <summary>What it is called in short: 雁峰, 内蒙古, 粤.</summary>
    public ImmutableArray<string> ShortNames { get; init; } = [];

    /// <summary>What it was before, under this code or another: 襄樊市, 吴江市.</summary>
    public ImmutableArray<FormerRegion> Former { get; init; } = [];

    /// <summary>The level, by the form of the code.</summary>
    public RegionLevel Level => Code.Level;

    /// <inheritdoc/>
    public bool Equals(Region? other) =>
        other is not null && Code == other.Code && Name == other.Name && Parent == other.Parent
        && ShortNames.SequenceEqual(other.ShortNames) && Former.SequenceEqual(other.Former);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, Parent);
}
