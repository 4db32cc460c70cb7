using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Mentions;

/// <summary>A unit that documents name and that is not registered.</summary>
/// <param name="Region">Its region.</param>
/// <param name="Name">Its full name as it would be.</param>
/// <param name="Function">Its function; may be empty.</param>
/// <param name="Kind">Its kind, by the function.</param>
internal sealed record Proposal(RegionCode Region, string Name, string Function, UnitKind Kind);

/// <summary>A proposal as it stands in the store.</summary>
/// <param name="Id">Id in its resource name.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Texts">How documents print it.</param>
/// <param name="Documents">The documents that name it, at most 100.</param>
/// <param name="MentionCount">How often they do.</param>
/// <param name="CreateTime">When it was named first.</param>
internal sealed record StoredProposal(string Id, Proposal Proposal, ImmutableArray<string> Texts, ImmutableArray<string> Documents, int MentionCount, DateTimeOffset CreateTime);
