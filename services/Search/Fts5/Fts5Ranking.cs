namespace Fazhi.Search.Fts5;

/// <summary>How much more a word counts in a title or heading than in the text.</summary>
internal static class Fts5Ranking
{
    /// <summary>Makes the column <c>rank</c> BM25 with these weights, of title, heading and body.</summary>
    public const string ConfigureSql = "INSERT INTO passage_tokens (passage_tokens, rank) VALUES ('rank', 'bm25(4.0, 2.5, 1.0)')";
}
