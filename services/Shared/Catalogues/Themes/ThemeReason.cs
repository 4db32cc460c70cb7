namespace Fazhi.Catalogues.Themes;

/// <summary>A word that speaks for a theme.</summary>
/// <param name="Word">The keyword.</param>
/// <param name="Weight">What it adds to the theme in this text, all its places together.</param>
/// <param name="Start">Where it is first in the text, in UTF-16 code units; -1 when it is in a heading only.</param>
/// <param name="Length">How long it is there, quotes and blanks inside included; 0 when it is in a heading only.</param>
public sealed record ThemeReason(string Word, double Weight, int Start, int Length);
