using Fazhi.Search.Query;
using Fazhi.Search.Requests;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>What was found at first.</summary>
/// <param name="Asked">What was asked for in the end.</param>
/// <param name="Head">What every page says.</param>
/// <param name="Results">The rows of the window, best first, and the counts.</param>
internal sealed record FoundResult(AskedQuery Asked, SearchResponse Head, SearchResults Results);
