using Fazhi.Search.Ranking;

namespace Fazhi.Search.Query;

/// <summary>What of a query may be looked for where all of it finds little.</summary>
/// <param name="Match">What has a part of it, or what may have been meant; null when there is no such part.</param>
/// <param name="Terms">What rows found by <paramref name="Match"/> are put in order by.</param>
/// <param name="SuggestedQuery">A query that may have been meant instead; empty if there is none.</param>
internal sealed record PartialReading(QueryNode? Match, RankingTerms Terms, string SuggestedQuery);
