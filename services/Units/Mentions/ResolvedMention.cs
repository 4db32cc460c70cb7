using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Units.Storage;

namespace Fazhi.Units.Mentions;

/// <summary>A mention and the registered units that it means.</summary>
/// <param name="Reading">What the words say.</param>
/// <param name="Region">The registered region that it belongs to; null where there is none.</param>
/// <param name="Unit">The registered unit; null where there is none.</param>
/// <param name="Members">The members of a collective.</param>
/// <param name="Suggestions">What it may have meant instead, best first.</param>
internal sealed record ResolvedMention(
    UnitReading Reading, RegionCode? Region, StoredUnit? Unit, IReadOnlyList<StoredUnit> Members, ImmutableArray<UnitSuggestion> Suggestions);

/// <summary>A unit that a mention may have meant.</summary>
/// <param name="Unit">The registered unit; null where it is not registered.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Function">Its function; may be empty.</param>
/// <param name="Score">0 to 1.</param>
internal sealed record UnitSuggestion(StoredUnit? Unit, string Name, string Function, double Score);
