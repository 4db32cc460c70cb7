using System.Collections.Immutable;

namespace Fazhi.Catalogues.Themes;

/// <summary>An entry of a theme catalogue 主题: what every region's tasks and reports can be measured against.</summary>
/// <param name="Id">The catalogue's id, a slash and the number: outline-2021/4. Never used again for another theme.</param>
/// <param name="Number">The number in the source that the catalogue follows, from 1.</param>
/// <param name="Group">The id of the <see cref="ThemeGroup"/> that it belongs to.</param>
/// <param name="Name">What people see.</param>
/// <param name="Description">What belongs to the theme and what does not.</param>
/// <param name="Keywords">The words that speak for the theme (weight above 0) or against it (below 0), in the order of the catalogue.</param>
public sealed record Theme(string Id, int Number, string Group, string Name, string Description, ImmutableArray<ThemeKeyword> Keywords);
