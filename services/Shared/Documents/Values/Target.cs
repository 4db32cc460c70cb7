namespace Fazhi.Documents;

/// <summary>指标值 of a task: 出庭率100%, 不少于60学时, 每年2期以上.</summary>
/// <param name="Text">The words as printed, with what they measure and how it compares.</param>
/// <param name="Value">The value, multiplied out: 1.2万 is 12000.</param>
/// <param name="Comparator">How the result must compare to it.</param>
/// <param name="Unit">The unit as printed: %, 学时, 次, 个工作日; empty where none is.</param>
/// <param name="Period">The period that it holds for, as printed: 每年; empty where none is.</param>
/// <param name="Range">Where it is printed.</param>
public sealed record Target(string Text, decimal Value, Comparator Comparator, string Unit, string Period, TextRange Range);
