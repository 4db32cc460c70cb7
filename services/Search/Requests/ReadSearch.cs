using Fazhi.Search.Query;

namespace Fazhi.Search.Requests;

/// <summary>A search request that was read.</summary>
/// <param name="Reading">What was understood of its query.</param>
/// <param name="Asked">What is asked for.</param>
internal sealed record ReadSearch(QueryReading Reading, AskedQuery Asked)
{
    /// <summary>What is asked for, from the first row on.</summary>
    public SearchQuery Query => Asked.Query;

    /// <summary>What has a part of it, to be asked for where little is found; null where nothing has, or none is wanted.</summary>
    public AskedQuery? Partial() => Asked.IsRanked && Reading.Partial.Value is { Match: { } match } partial
        ? new AskedQuery(Query with { Match = match, Facets = [] }, partial.Terms)
        : null;
}
