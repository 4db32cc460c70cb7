namespace Fazhi.Supervision.Storage;

/// <summary>A row of <c>findings</c>.</summary>
internal sealed record FindingRow
{
    public long Sequence { get; init; }

    public required string InspectionId { get; init; }

    public int Number { get; init; }

    public required string Problem { get; init; }

    public int Severity { get; init; }

    public required string Unit { get; init; }

    public required string Task { get; init; }

    public int State { get; init; }

    public required string Measures { get; init; }

    public string? Deadline { get; init; }

    public required string Result { get; init; }

    public required string Events { get; init; }

    public long CreateTime { get; init; }

    public long UpdateTime { get; init; }

    public long Revision { get; init; }
}
