namespace Fazhi.Hosting;

/// <summary>Which documents a list has.</summary>
/// <param name="RegionCode">Only documents of this region and all below it; empty for all.</param>
/// <param name="Year">Only documents whose period has this year; 0 for all.</param>
/// <param name="Kind">Only documents of this kind; 0 for all.</param>
/// <param name="Status">Only documents of this status; 0 for all.</param>
/// <param name="Text">Only documents in whose title this occurs; empty for all.</param>
public sealed record DocumentFilter(string RegionCode, int Year, int Kind, int Status, string Text);
