using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Registry;

/// <summary>One region of an import.</summary>
/// <param name="At">Its place in the list.</param>
/// <param name="Code">Its code.</param>
/// <param name="Parent">The parent that the caller gave; null for the nearest that the code allows.</param>
/// <param name="Draft">Its names.</param>
public sealed record RegionImport(int At, RegionCode Code, RegionCode? Parent, RegionDraft Draft);
