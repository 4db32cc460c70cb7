namespace Fazhi.Supervision.Findings;

/// <summary>How serious a finding is. Numbers and names are those of the proto.</summary>
internal enum FindingSeverity
{
    Unspecified = 0,

    /// <summary>一般.</summary>
    Ordinary = 1,

    /// <summary>较重.</summary>
    Serious = 2,

    /// <summary>严重.</summary>
    Grave = 3,
}
