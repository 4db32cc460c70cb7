namespace Fazhi.Supervision.Inspections;

/// <summary>An outcome 督察结果 of an inspection for one of its units.</summary>
internal sealed record Outcome(string Unit, OutcomeKind Kind, string Text);
