namespace Fazhi.Search.Query;

/// <summary>A page of what was found.</summary>
/// <param name="TotalDocuments">How many documents match, on all pages.</param>
/// <param name="TotalPassages">How many passages of them match, on all pages.</param>
/// <param name="Documents">The page: best first; equals by period and date, newest first, then by name.</param>
/// <param name="Facets">The facets asked for, in that order.</param>
internal sealed record SearchResults(
    int TotalDocuments,
    int TotalPassages,
    IReadOnlyList<DocumentHit> Documents,
    IReadOnlyList<FacetCounts> Facets);
