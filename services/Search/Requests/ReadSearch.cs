using Fazhi.Search.Query;

namespace Fazhi.Search.Requests;

/// <summary>A search request that was read.</summary>
/// <param name="Reading">What was understood of its query.</param>
/// <param name="Asked">What is asked for.</param>
/// <param name="Partial">What has a part of it; null where nothing has, or none is wanted.</param>
internal sealed record ReadSearch(QueryReading Reading, AskedQuery Asked, AskedQuery? Partial)
{
    /// <summary>What is asked for, from the first row on.</summary>
    public SearchQuery Query => Asked.Query;
}
