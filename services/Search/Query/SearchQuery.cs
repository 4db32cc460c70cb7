using Fazhi.Search.V1;

namespace Fazhi.Search.Query;

/// <summary>What is looked for. Says nothing of the engine that finds it.</summary>
internal sealed record SearchQuery
{
    /// <summary>All of them must occur in one passage (with the title and headings that it stands under). None: every document, newest period first.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>Which documents are looked at.</summary>
    public QueryFilter Filter { get; init; } = QueryFilter.None;

    /// <summary>The documents of a page, at least 1.</summary>
    public int PageSize { get; init; } = 10;

    /// <summary>How many documents of the result come before the page.</summary>
    public int Offset { get; init; }

    /// <summary>The most passages shown of one document.</summary>
    public int PassagesPerDocument { get; init; } = 3;

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];
}
