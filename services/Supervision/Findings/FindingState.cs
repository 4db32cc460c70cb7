namespace Fazhi.Supervision.Findings;

/// <summary>State of a finding. Numbers and names are those of the proto.</summary>
internal enum FindingState
{
    Unspecified = 0,

    /// <summary>Recorded, no measures yet.</summary>
    Open = 1,

    /// <summary>整改中: measures are set, with a deadline.</summary>
    Rectifying = 2,

    /// <summary>The unit reports that it is done; to be checked.</summary>
    Submitted = 3,

    /// <summary>销号.</summary>
    Closed = 4,
}
