namespace Fazhi.Documents;

/// <summary>完成时限 of a task.</summary>
/// <param name="Text">The words as printed: 2024年年底前, 每年3月1日前, 长期坚持.</param>
/// <param name="Date">The last day (年底前, 年内, 到2025年: 31 December; 上半年: 30 June; 第三季度: 30 September); null where it only recurs or the words give none.</param>
/// <param name="Recurrence"><c>yearly:MM-DD</c>, <c>half-yearly</c>, <c>quarterly</c>, <c>monthly</c> or <c>ongoing</c>; empty where it does not recur.</param>
/// <param name="Range">Where it is printed.</param>
public sealed record Deadline(string Text, DateOnly? Date, string Recurrence, TextRange Range);
