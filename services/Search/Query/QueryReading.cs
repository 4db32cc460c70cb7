using Fazhi.Search.Ranking;

namespace Fazhi.Search.Query;

/// <summary>What was understood of a query. What few searches ask for is worked out when it is asked for.</summary>
internal sealed record QueryReading
{
    private static readonly Lazy<PartialReading> NoPart = new(new PartialReading(null, RankingTerms.None, ""));

    /// <summary>As it was typed; null for an empty query.</summary>
    public QueryNode? Typed { get; init; }

    /// <summary>What to look for: with other forms of words; null for an empty query.</summary>
    public QueryNode? Match { get; init; }

    /// <summary>What rows found by <see cref="Match"/> are put in order by.</summary>
    public RankingTerms Terms { get; init; } = RankingTerms.None;

    /// <summary>Other forms that <see cref="Match"/> looks for too, as they are written.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>What helps where little is found.</summary>
    public Lazy<PartialReading> Partial { get; init; } = NoPart;

    /// <summary>How it was understood, in words.</summary>
    public Lazy<string> Interpretation { get; init; } = new("");
}
