namespace Fazhi.Search.Query;

/// <summary>What was found. All counts are exact.</summary>
/// <param name="TotalRows">How many rows there are in all: documents, passages or tasks.</param>
/// <param name="TotalDocuments">How many documents have a passage that matches.</param>
/// <param name="TotalPassages">How many passages match.</param>
/// <param name="Rows">The rows asked for, in order; equals by period and date, newest first, then by name, then by place in the document.</param>
/// <param name="Facets">The facets asked for, in that order.</param>
internal sealed record SearchResults(
    long TotalRows,
    long TotalDocuments,
    long TotalPassages,
    IReadOnlyList<DocumentHit> Rows,
    IReadOnlyList<FacetCounts> Facets);
