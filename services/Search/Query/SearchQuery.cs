using Fazhi.Search.V1;

namespace Fazhi.Search.Query;

/// <summary>What is looked for. Says nothing of the engine that finds it.</summary>
internal sealed record SearchQuery
{
    /// <summary>What a passage (with the title, region and headings that it stands under) must have, and is scored by; null: nothing is looked for.</summary>
    public QueryNode? Match { get; init; }

    /// <summary>What a passage must have besides, without being scored by it; null for nothing.</summary>
    public QueryNode? Where { get; init; }

    /// <summary>A passage must have a deadline within; null for any.</summary>
    public DayRange? Deadline { get; init; }

    /// <summary>Which documents are looked at.</summary>
    public QueryFilter Filter { get; init; } = QueryFilter.None;

    /// <summary>What a row of the result is; never unspecified.</summary>
    public ResultRows Rows { get; init; } = ResultRows.Documents;

    /// <summary>The order; never unspecified.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>How many rows of the result are left out before those given.</summary>
    public int Offset { get; init; }

    /// <summary>The most rows given, at least 1; offset and limit together are at most <see cref="MaxWindow"/>.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The most passages given of one document.</summary>
    public int PassagesPerDocument { get; init; } = 3;

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Only the names of documents, the starts of passages and the scores are wanted of the rows.</summary>
    public bool KeysOnly { get; init; }

    /// <summary>No engine has to order more rows than these.</summary>
    public const int MaxWindow = 10_000;
}
