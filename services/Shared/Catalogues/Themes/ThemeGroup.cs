namespace Fazhi.Catalogues.Themes;

/// <summary>A part of the source that a catalogue follows, which holds several themes.</summary>
/// <param name="Id">The part's number as printed: 二.</param>
/// <param name="Name">What people see.</param>
public sealed record ThemeGroup(string Id, string Name);
