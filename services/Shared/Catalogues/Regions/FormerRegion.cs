namespace Fazhi.Catalogues.Regions;

/// <summary>A name and code that a region had before.</summary>
/// <param name="Code">The code at that time; null when it was the same.</param>
/// <param name="Name">The name at that time.</param>
/// <param name="UntilYear">The last year in which it held; null when not known.</param>
public sealed record FormerRegion(RegionCode? Code, string Name, int? UntilYear);
