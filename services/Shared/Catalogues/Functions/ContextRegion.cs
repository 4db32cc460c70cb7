using System.Collections.Immutable;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Functions;

/// <summary>A region that a document may mean when it says 县 or 市.</summary>
/// <param name="Name">Its own name: 望岫县.</param>
/// <param name="ShortName">The name without the word for its kind: 望岫.</param>
/// <param name="Level">Its level.</param>
/// <param name="Code">Its code; null when it is not registered.</param>
public sealed record ContextRegion(string Name, string ShortName, RegionLevel Level, RegionCode? Code)
{
    /// <summary>What it is called besides: 乌市 for 乌鲁木齐市.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];
}
