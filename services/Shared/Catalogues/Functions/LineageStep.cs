namespace Fazhi.Catalogues.Functions;

/// <summary>A step in the lineage of a function through the reforms of government institutions 机构改革.</summary>
/// <param name="Year">The year in which the reform began; localities followed within about a year.</param>
/// <param name="Change">What happened.</param>
/// <param name="FormerName">What the body was called before, without the region: 政府法制办公室; empty where it was new.</param>
/// <param name="FormerAbbreviations">How documents of the time abbreviate it, or other names of the same body: 法制办.</param>
/// <param name="Note">In Chinese, what moved; may be empty.</param>
public sealed record LineageStep(int Year, LineageChange Change, string FormerName, IReadOnlyList<string> FormerAbbreviations, string Note);
