using Fazhi.Plans.V1;

namespace Fazhi.Search.Indexing;

/// <summary>A unit that a passage names as responsible, or that reports.</summary>
/// <param name="Role">Its role in the task; unspecified for a unit that reports.</param>
/// <param name="Text">As printed: 县司法局; 各镇人民政府.</param>
/// <param name="DisplayName">Its full name: 望岫县司法局; empty when it is not known.</param>
/// <param name="Unit">Resource name of the registered unit; empty when there is none.</param>
/// <param name="Function">Function id; empty when it is not known.</param>
internal sealed record IndexedUnit(UnitRole Role, string Text, string DisplayName, string Unit, string Function);
