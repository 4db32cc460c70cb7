namespace Fazhi.Supervision.Inspections;

/// <summary>Manner of an inspection. Numbers and names are those of the proto.</summary>
internal enum InspectionManner
{
    Unspecified = 0,

    /// <summary>书面督察.</summary>
    Written = 1,

    /// <summary>实地督察.</summary>
    OnSite = 2,

    /// <summary>“互联网+督察”.</summary>
    Online = 3,

    /// <summary>With 巡察 joint.</summary>
    JointWithPatrol = 4,
}
