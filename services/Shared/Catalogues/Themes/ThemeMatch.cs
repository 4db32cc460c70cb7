using System.Collections.Immutable;

namespace Fazhi.Catalogues.Themes;

/// <summary>A theme that a text was classed to.</summary>
/// <param name="ThemeId">Id of the theme.</param>
/// <param name="Score">How sure, above 0 and below 1; comparable between texts.</param>
/// <param name="Reasons">The words that speak for it, the strongest first, at most five.</param>
public sealed record ThemeMatch(string ThemeId, double Score, ImmutableArray<ThemeReason> Reasons)
{
    /// <summary>The reasons as people see them: 行政复议、复议委员会.</summary>
    public string Reason => string.Join('、', Reasons.Select(r => r.Word));
}
