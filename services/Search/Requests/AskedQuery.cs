using Fazhi.Search.Query;
using Fazhi.Search.Ranking;

namespace Fazhi.Search.Requests;

/// <summary>What is asked of an index, and by what the rows that it finds are put in order.</summary>
/// <param name="Query">The query.</param>
/// <param name="Terms">What its words are.</param>
internal sealed record AskedQuery(SearchQuery Query, RankingTerms Terms)
{
    /// <summary>Whether the best rows are to be put in order anew: those that are ordered by relevance.</summary>
    public bool IsRanked => Query.Match is not null && Query.Sort == V1.SortOrder.Relevance;

    /// <summary>Puts rows, and the passages of each, in order.</summary>
    public IReadOnlyList<DocumentHit> Rank(IReadOnlyList<DocumentHit> rows) => new PassageRanker(Terms).Rank(rows);
}
