namespace Fazhi.Catalogues.Themes;

/// <summary>One thing that is wrong with the data of a catalogue or crosswalk.</summary>
/// <param name="Code">What kind of thing.</param>
/// <param name="Path">Where: $.themes[3].keywords["行政复议"], or line and column where it is no JSON.</param>
/// <param name="Message">What is wrong and what would be right, in Chinese, without the place.</param>
public sealed record ThemeError(ThemeErrorCode Code, string Path, string Message);
