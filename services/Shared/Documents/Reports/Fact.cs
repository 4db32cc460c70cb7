namespace Fazhi.Documents;

/// <summary>A figure of a report: 审结行政复议57件.</summary>
/// <param name="Metric">The id of the metric in the metric catalogue; empty where it matches none: an unnamed fact.</param>
/// <param name="Value">The value, multiplied out: 1.2万 is 12000.</param>
/// <param name="Comparator">How it is meant: 100余件 is more than 100.</param>
/// <param name="Unit">The unit as printed: %, 件, 次; empty where none is.</param>
/// <param name="Period">The period that it is of, as printed; empty for the year of the report.</param>
/// <param name="Text">The words that it was read from, with what they measure: 审结行政复议57件.</param>
/// <param name="Range">Where these words stand.</param>
/// <param name="Sentence">The sentence around them.</param>
public sealed record Fact(
    string Metric, decimal Value, Comparator Comparator, string Unit, string Period, string Text, TextRange Range, TextRange Sentence);
