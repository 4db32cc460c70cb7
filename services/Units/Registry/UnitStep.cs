namespace Fazhi.Units.Registry;

/// <summary>What happened to a unit. The numbers are those of the contract and of the store.</summary>
public enum UnitEvent
{
    /// <summary>新组建.</summary>
    Created = 1,

    /// <summary>更名.</summary>
    Renamed = 2,

    /// <summary>合并: taken up in this unit.</summary>
    Merged = 3,

    /// <summary>撤销.</summary>
    Abolished = 4,
}

/// <summary>One step in the history of a unit.</summary>
/// <param name="Event">What happened.</param>
/// <param name="FormerName">The name before the step; empty when it had none.</param>
/// <param name="Date">When, as far as known; null when not.</param>
public sealed record UnitStep(UnitEvent Event, string FormerName, PartialDate? Date);
