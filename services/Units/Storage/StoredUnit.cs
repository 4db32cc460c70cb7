using Fazhi.Units.Registry;

namespace Fazhi.Units.Storage;

/// <summary>A unit as it stands in the store.</summary>
/// <param name="Id">Id in its resource name.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="CreateTime">When it was registered.</param>
/// <param name="UpdateTime">When it changed last.</param>
internal sealed record StoredUnit(string Id, Unit Unit, long Revision, DateTimeOffset CreateTime, DateTimeOffset UpdateTime);
