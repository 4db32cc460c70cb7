namespace Fazhi.Documents;

/// <summary>An inline part of a task or passage: 一是…；二是….</summary>
/// <param name="Label">The mark as printed: 一是, 二要, （1）, ①.</param>
/// <param name="Range">The part with its mark, without what follows it.</param>
public sealed record Measure(string Label, TextRange Range);
