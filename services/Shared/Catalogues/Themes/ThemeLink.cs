namespace Fazhi.Catalogues.Themes;

/// <summary>A link of a crosswalk.</summary>
/// <param name="From">Id of the source theme.</param>
/// <param name="To">Id of the target theme.</param>
/// <param name="Relation">What the target is to the source.</param>
public sealed record ThemeLink(string From, string To, ThemeRelation Relation);
