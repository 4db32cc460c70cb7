using System.Collections.Immutable;
using Fazhi.Hosting;
using Fazhi.Supervision.Checks;

namespace Fazhi.Supervision.Inspections;

/// <summary>
/// An inspection 督察 and its rules: planned, then in progress, then concluded; or cancelled, as long as it has no findings. Each step gives
/// a new value or refuses with FAILED_PRECONDITION, whose metadata <c>state</c> tells the state that it is in.
/// </summary>
internal sealed record Inspection
{
    public required string Id { get; init; }

    public required InspectionContent Content { get; init; }

    public required InspectionState State { get; init; }

    /// <summary>It was in progress once.</summary>
    public bool WasStarted { get; init; }

    /// <summary>Why it was cancelled; empty unless it was.</summary>
    public string CancelReason { get; init; } = "";

    /// <summary>Recorded at the conclusion.</summary>
    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>Number of findings.</summary>
    public int FindingCount { get; init; }

    /// <summary>Number of findings that are not closed.</summary>
    public int OpenFindingCount { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required DateTimeOffset UpdateTime { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>Resource name.</summary>
    public string Name => SupervisionNames.Inspection.Format(Id);

    /// <summary>Changes with every change, those of the counts included.</summary>
    public string Etag => Hosting.Etag.Of($"{Name} {FindingCount} {OpenFindingCount}", Revision);

    /// <summary>A new inspection.</summary>
    public static Inspection Plan(string id, InspectionContent content, DateTimeOffset now) =>
        new() { Id = id, Content = content, State = InspectionState.Planned, CreateTime = now, UpdateTime = now, Revision = 1 };

    /// <summary>Changes what is planned.</summary>
    public Inspection Change(InspectionContent content, DateTimeOffset now)
    {
        Require(InspectionState.Planned, "INSPECTION_NOT_PLANNED", "只有计划中的督察可以修改");
        return Next(now) with { Content = content };
    }

    /// <summary>PLANNED → IN_PROGRESS. An inspection of nobody cannot start: findings belong to its units.</summary>
    public Inspection Start(DateTimeOffset now)
    {
        Require(InspectionState.Planned, "INSPECTION_NOT_PLANNED", "只有计划中的督察可以启动");
        if (Content.Units.Count == 0)
            throw Refusal("INSPECTION_HAS_NO_UNITS", "尚未确定被督察单位，不能启动");
        return Next(now) with { State = InspectionState.InProgress, WasStarted = true };
    }

    /// <summary>IN_PROGRESS → CONCLUDED, with outcomes for some of its units.</summary>
    public Inspection Conclude(IReadOnlyList<Outcome> outcomes, DateTimeOffset now)
    {
        Require(InspectionState.InProgress, "INSPECTION_NOT_IN_PROGRESS", "只有进行中的督察可以办结");
        return Next(now) with { State = InspectionState.Concluded, Outcomes = CheckOutcomes(outcomes) };
    }

    /// <summary>PLANNED or IN_PROGRESS → CANCELLED; refused once there are findings: they must be tracked to closure.</summary>
    public Inspection Cancel(string reason, DateTimeOffset now)
    {
        if (State is not (InspectionState.Planned or InspectionState.InProgress))
            throw Refusal("INSPECTION_ENDED", "督察已经办结或取消");
        if (FindingCount > 0)
            throw Refusal("INSPECTION_HAS_FINDINGS", $"已记录 {FindingCount} 个问题，不能取消：问题须整改销号");
        return Next(now) with { State = InspectionState.Cancelled, CancelReason = reason };
    }

    /// <summary>Lets it be removed if it never started.</summary>
    public void EnsureRemovable()
    {
        if (WasStarted)
            throw Refusal("INSPECTION_WAS_STARTED", "已经启动过的督察不能删除");
    }

    /// <summary>Lets a finding be recorded, for one of its units, while it is in progress.</summary>
    public void EnsureTakesFindingOf(string unit)
    {
        Require(InspectionState.InProgress, "INSPECTION_NOT_IN_PROGRESS", "只有进行中的督察可以记录问题");
        if (!Content.Units.Contains(unit))
            throw FazhiException.InvalidArgument("finding.unit", $"“{unit}”不是这次督察的被督察单位");
    }

    private ImmutableArray<Outcome> CheckOutcomes(IReadOnlyList<Outcome> outcomes)
    {
        var checks = new FieldChecks();
        if (outcomes.Count > FieldChecks.MaxList)
            checks.Wrong("outcomes", $"不能超过 {FieldChecks.MaxList} 项，现有 {outcomes.Count} 项");
        checks.ThrowIfAnyWrong();
        var checkedOutcomes = outcomes.Select((outcome, index) => Check(checks, outcome, $"outcomes[{index}]")).ToImmutableArray();
        checks.ThrowIfAnyWrong();
        return checkedOutcomes;
    }

    private Outcome Check(FieldChecks checks, Outcome outcome, string field)
    {
        if (!Content.Units.Contains(outcome.Unit))
            checks.Wrong($"{field}.unit", $"“{outcome.Unit}”不是这次督察的被督察单位");
        return new Outcome(outcome.Unit, checks.Member($"{field}.kind", outcome.Kind), checks.Text($"{field}.text", outcome.Text, required: false));
    }

    private Inspection Next(DateTimeOffset now) => this with { UpdateTime = now, Revision = Revision + 1 };

    private void Require(InspectionState state, string reason, string message)
    {
        if (State != state)
            throw Refusal(reason, message);
    }

    private FazhiException Refusal(string reason, string message) =>
        FazhiException.FailedPrecondition(reason, message, "Inspection", Name).With("state", State.ToString());
}
