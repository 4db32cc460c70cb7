namespace Fazhi.Catalogues.Themes;

/// <summary>A word and how much it says about a theme.</summary>
/// <param name="Word">In the form that texts are compared in: folded, without quotes and blanks.</param>
/// <param name="Weight">-10 to 10, not 0: 10 names the theme, 6 to 8 are typical of it, 3 to 5 support it, 1 and 2 are weak; negative ones speak against it.</param>
public readonly record struct ThemeKeyword(string Word, int Weight);
