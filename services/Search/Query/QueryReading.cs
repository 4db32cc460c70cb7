using Fazhi.Search.Ranking;

namespace Fazhi.Search.Query;

/// <summary>What was understood of a query.</summary>
internal sealed record QueryReading
{
    /// <summary>As it was typed; null for an empty query.</summary>
    public QueryNode? Typed { get; init; }

    /// <summary>What to look for: with other forms of words; null for an empty query.</summary>
    public QueryNode? Match { get; init; }

    /// <summary>What to look for when <see cref="Match"/> finds nothing; null when there is nothing looser.</summary>
    public QueryNode? Relaxed { get; init; }

    /// <summary>What rows found by <see cref="Match"/> are put in order by.</summary>
    public RankingTerms Terms { get; init; } = RankingTerms.None;

    /// <summary>What rows found by <see cref="Relaxed"/> are put in order by.</summary>
    public RankingTerms RelaxedTerms { get; init; } = RankingTerms.None;

    /// <summary>Other forms that <see cref="Match"/> looks for too, as they are written.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>A query that may have been meant instead; empty if there is none. To be told only when little is found.</summary>
    public string SuggestedQuery { get; init; } = "";

    /// <summary>How it was understood, in words.</summary>
    public string Interpretation { get; init; } = "";
}
