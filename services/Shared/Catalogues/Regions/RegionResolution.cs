using System.Collections.Immutable;

namespace Fazhi.Catalogues.Regions;

/// <summary>What became of a mention.</summary>
public enum RegionOutcome
{
    /// <summary>One region: <see cref="RegionResolution.Reference"/>.</summary>
    Resolved,

    /// <summary>Several regions are as likely: <see cref="RegionResolution.Candidates"/>.</summary>
    Ambiguous,

    /// <summary>The name is hidden: xx市xx区. The reference holds what is known (四川省xx市).</summary>
    Anonymised,

    /// <summary>No registered region is named.</summary>
    Unknown,
}

/// <summary>Why a candidate came up.</summary>
/// <param name="Reference">The place.</param>
/// <param name="Kind">The weakest kind of name in the mention that led to it.</param>
/// <param name="ByHint">True when a hint set it before others that carry the same name.</param>
public sealed record RegionCandidate(RegionReference Reference, NameKind Kind, bool ByHint);

/// <summary>The outcome of resolving one mention.</summary>
/// <param name="Outcome">Which of the cases.</param>
/// <param name="Reference">The place when resolved; what is known of it when anonymised or unknown; null when ambiguous.</param>
/// <param name="Candidates">All the places that the mention can mean, the likeliest first; the reference is the first when resolved.</param>
public sealed record RegionResolution(RegionOutcome Outcome, RegionReference? Reference, ImmutableArray<RegionCandidate> Candidates);
