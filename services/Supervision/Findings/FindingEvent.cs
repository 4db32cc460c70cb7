namespace Fazhi.Supervision.Findings;

/// <summary>A step of a finding: when, the state after it, and what was said.</summary>
internal sealed record FindingEvent(DateTimeOffset Time, FindingState State, string Comment);
