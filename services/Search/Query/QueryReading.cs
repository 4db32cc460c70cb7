using Fazhi.Search.Ranking;

namespace Fazhi.Search.Query;

/// <summary>What was understood of a query.</summary>
internal sealed record QueryReading
{
    /// <summary>As it was typed; null for an empty query.</summary>
    public QueryNode? Typed { get; init; }

    /// <summary>What to look for: with other forms of words; null for an empty query.</summary>
    public QueryNode? Match { get; init; }

    /// <summary>What has a part of it, or what may have been meant; null when there is no such part.</summary>
    public QueryNode? Partial { get; init; }

    /// <summary>What rows found by <see cref="Match"/> are put in order by.</summary>
    public RankingTerms Terms { get; init; } = RankingTerms.None;

    /// <summary>What rows found by <see cref="Partial"/> are put in order by.</summary>
    public RankingTerms PartialTerms { get; init; } = RankingTerms.None;

    /// <summary>Other forms that <see cref="Match"/> looks for too, as they are written.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>A query that may have been meant instead; empty if there is none. To be told only when little is found.</summary>
    public string SuggestedQuery { get; init; } = "";

    /// <summary>How it was understood, in words.</summary>
    public string Interpretation { get; init; } = "";
}
