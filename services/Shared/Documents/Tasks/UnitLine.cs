using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>The units that a task names in one role: 责任单位:A、B.</summary>
/// <param name="Role">The role.</param>
/// <param name="UnitsText">The words after the role, as printed.</param>
/// <param name="Range">The role with its units.</param>
/// <param name="MentionedUnits">The units one by one, in order, with simple tails (等部门, 按职责分工负责) stripped.</param>
public sealed record UnitLine(UnitRole Role, string UnitsText, TextRange Range, ImmutableArray<PrintedText> MentionedUnits);
