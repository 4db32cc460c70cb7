namespace Fazhi.Plans.Storage;

/// <summary>A theme catalogue that was loaded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">What was loaded.</param>
/// <param name="Time">When, in milliseconds since 1970-01-01 UTC.</param>
internal sealed record LoadedCatalogue(string Id, string Json, long Time);
