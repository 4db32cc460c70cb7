namespace Fazhi.Supervision.Inspections;

/// <summary>Kind of an outcome. Numbers and names are those of the proto.</summary>
internal enum OutcomeKind
{
    Unspecified = 0,

    /// <summary>通报表扬.</summary>
    Commended = 1,

    /// <summary>约谈.</summary>
    Talk = 2,

    /// <summary>通报批评.</summary>
    Criticised = 3,

    /// <summary>追责问责.</summary>
    HeldToAccount = 4,
}
