namespace Fazhi.Supervision.Storage;

/// <summary>A row of <c>inspections</c>, with its units and the counts of its findings when it was read.</summary>
internal sealed record InspectionRow
{
    public long Sequence { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string RegionCode { get; init; }

    public int Manner { get; init; }

    public int State { get; init; }

    public bool WasStarted { get; init; }

    public required string StartDate { get; init; }

    public required string EndDate { get; init; }

    public required string Units { get; init; }

    public required string Tasks { get; init; }

    public required string CancelReason { get; init; }

    public required string Outcomes { get; init; }

    public int FindingCount { get; init; }

    public int OpenFindingCount { get; init; }

    public long CreateTime { get; init; }

    public long UpdateTime { get; init; }

    public long Revision { get; init; }
}
