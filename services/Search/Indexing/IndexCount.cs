namespace Fazhi.Search.Indexing;

/// <summary>What an index holds, if it tells.</summary>
/// <param name="Statistics">The counts; null when they cannot be told.</param>
/// <param name="MissingReason">Why they cannot, as people read it (Chinese); empty when they can.</param>
/// <param name="Error">What lies behind that.</param>
internal sealed record IndexCount(IndexStatistics? Statistics, string MissingReason, Exception? Error);
