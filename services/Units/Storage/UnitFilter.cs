using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Storage;

/// <summary>Which units to list; null and empty parts let everything through.</summary>
/// <param name="Region">Only units of this region.</param>
/// <param name="IncludeBelow">Also those of all regions below it.</param>
/// <param name="Text">Only those in whose name or short names it occurs.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Function">Only this function.</param>
internal sealed record UnitFilter(RegionCode? Region, bool IncludeBelow, string Text, UnitKind? Kind, string Function);
