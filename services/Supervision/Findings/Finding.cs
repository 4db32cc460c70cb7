using System.Collections.Immutable;
using Fazhi.Hosting;

namespace Fazhi.Supervision.Findings;

/// <summary>
/// A finding 问题 and its rectification 整改: open, then being rectified, then submitted, and from there closed 销号 or sent back. Each step
/// gives a new value with one more event, or refuses with FAILED_PRECONDITION, whose metadata <c>state</c> tells the state that it is in.
/// </summary>
internal sealed record Finding
{
    /// <summary>Id of its inspection.</summary>
    public required string InspectionId { get; init; }

    /// <summary>Number within its inspection, from 1.</summary>
    public required int Number { get; init; }

    public required FindingContent Content { get; init; }

    public required FindingState State { get; init; }

    /// <summary>整改举措; empty before they are set.</summary>
    public string Measures { get; init; } = "";

    /// <summary>Deadline of the rectification; null before it is set.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>What was done, as last submitted; empty before.</summary>
    public string Result { get; init; } = "";

    /// <summary>Every step, oldest first.</summary>
    public required ImmutableList<FindingEvent> Events { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required DateTimeOffset UpdateTime { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>Resource name.</summary>
    public string Name => SupervisionNames.Finding.Format(InspectionId, $"{Number}");

    /// <summary>Changes with every change.</summary>
    public string Etag => Hosting.Etag.Of(Name, Revision);

    /// <summary>A new finding.</summary>
    public static Finding Record(string inspectionId, int number, FindingContent content, DateTimeOffset now) => new()
    {
        InspectionId = inspectionId,
        Number = number,
        Content = content,
        State = FindingState.Open,
        Events = [new FindingEvent(now, FindingState.Open, "")],
        CreateTime = now,
        UpdateTime = now,
        Revision = 1,
    };

    /// <summary>OPEN → RECTIFYING.</summary>
    public Finding StartRectification(string measures, DateOnly deadline, DateTimeOffset now)
    {
        Require(FindingState.Open, "FINDING_NOT_OPEN", "只有尚未整改的问题可以下达整改举措");
        return Next(FindingState.Rectifying, measures, now) with { Measures = measures, Deadline = deadline };
    }

    /// <summary>RECTIFYING → SUBMITTED.</summary>
    public Finding Submit(string result, DateTimeOffset now)
    {
        Require(FindingState.Rectifying, "FINDING_NOT_RECTIFYING", "只有整改中的问题可以提交整改结果");
        return Next(FindingState.Submitted, result, now) with { Result = result };
    }

    /// <summary>SUBMITTED → RECTIFYING.</summary>
    public Finding Return(string reason, DateTimeOffset now)
    {
        Require(FindingState.Submitted, "FINDING_NOT_SUBMITTED", "只有已提交整改结果的问题可以退回");
        return Next(FindingState.Rectifying, reason, now);
    }

    /// <summary>SUBMITTED → CLOSED 销号.</summary>
    public Finding Close(string comment, DateTimeOffset now)
    {
        Require(FindingState.Submitted, "FINDING_NOT_SUBMITTED", "只有已提交整改结果的问题可以销号");
        return Next(FindingState.Closed, comment, now);
    }

    /// <summary>The deadline is past and it is not closed. The deadline's own day is still in time.</summary>
    public bool IsOverdue(DateOnly today) => State != FindingState.Closed && Deadline < today;

    private Finding Next(FindingState state, string comment, DateTimeOffset now) => this with
    {
        State = state,
        Events = Events.Add(new FindingEvent(now, state, comment)),
        UpdateTime = now,
        Revision = Revision + 1,
    };

    private void Require(FindingState state, string reason, string message)
    {
        if (State != state)
            throw FazhiException.FailedPrecondition(reason, message, "Finding", Name).With("state", State.ToString());
    }
}
