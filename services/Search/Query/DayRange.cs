namespace Fazhi.Search.Query;

/// <summary>Days from the first to the last, both included.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
internal readonly record struct DayRange(DateOnly First, DateOnly Last);
