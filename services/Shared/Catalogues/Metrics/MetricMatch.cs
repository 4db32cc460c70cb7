namespace Fazhi.Catalogues.Metrics;

/// <summary>The metric of a figure, and the words near the figure that spoke for it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Score">How much spoke for it; only good for comparing.</param>
/// <param name="Start">Where the first of the words begins, in the sentence.</param>
/// <param name="End">Where the last ends.</param>
public readonly record struct MetricMatch(Metric Metric, double Score, int Start, int End);
