using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Storage;

/// <summary>Which regions to list; null and empty parts let everything through.</summary>
/// <param name="Parent">Only its children.</param>
/// <param name="Below">Only it and everything below.</param>
/// <param name="Level">Only this level.</param>
/// <param name="Text">Only those in whose name or short names it occurs.</param>
internal sealed record RegionFilter(RegionCode? Parent, RegionCode? Below, RegionLevel? Level, string Text);
