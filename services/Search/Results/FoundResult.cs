using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>What was found at first.</summary>
/// <param name="Head">What every page says.</param>
/// <param name="Results">The rows of the window, best first, and the counts.</param>
/// <param name="Partial">Rows that have a part of what was looked for, best first, as many as the first page has room for.</param>
internal sealed record FoundResult(SearchResponse Head, SearchResults Results, IReadOnlyList<DocumentHit> Partial);
