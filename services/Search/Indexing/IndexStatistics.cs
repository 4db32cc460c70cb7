namespace Fazhi.Search.Indexing;

/// <summary>What an index holds.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Passages">How many passages.</param>
internal sealed record IndexStatistics(long Documents, long Passages);
