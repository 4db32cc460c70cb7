using System.Collections.Immutable;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Storage;

/// <summary>A region as it stands in the store.</summary>
/// <param name="Region">The region.</param>
/// <param name="Ancestors">Those above it, the province first.</param>
/// <param name="Source">Edition of the data it is from, or <c>user</c>.</param>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="UpdateTime">When it changed last.</param>
internal sealed record StoredRegion(Region Region, ImmutableArray<Region> Ancestors, string Source, long Revision, DateTimeOffset UpdateTime);
