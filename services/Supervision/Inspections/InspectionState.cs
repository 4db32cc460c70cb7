namespace Fazhi.Supervision.Inspections;

/// <summary>State of an inspection. Numbers and names are those of the proto.</summary>
internal enum InspectionState
{
    Unspecified = 0,

    /// <summary>Planned: everything about it can be changed.</summary>
    Planned = 1,

    /// <summary>In progress: findings can be recorded.</summary>
    InProgress = 2,

    /// <summary>Concluded: findings are tracked to closure, no new ones come.</summary>
    Concluded = 3,

    /// <summary>Cancelled, with a reason.</summary>
    Cancelled = 4,
}
