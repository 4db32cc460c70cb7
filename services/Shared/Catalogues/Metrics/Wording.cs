namespace Fazhi.Catalogues.Metrics;

/// <summary>One way to speak of a metric: a word of every group must be there, none of the excluded.</summary>
/// <param name="Metric">The index of the metric.</param>
/// <param name="Groups">What must be there.</param>
/// <param name="Excluded">The words that must not stand with the figure.</param>
internal sealed record Wording(int Metric, WordGroup[] Groups, int[] Excluded);

/// <summary>Words of which one must be there.</summary>
/// <param name="Words">Their numbers.</param>
/// <param name="Wide">True when it may also stand earlier in the sentence or passage, or in the heading.</param>
internal readonly record struct WordGroup(int[] Words, bool Wide);
