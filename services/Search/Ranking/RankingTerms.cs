namespace Fazhi.Search.Ranking;

/// <summary>What of a query passages are put in order by.</summary>
/// <param name="Whole">Everything that was typed, without spaces, in the form of <see cref="Text.WordForm"/>.</param>
/// <param name="Words">Its words, those of titles and units left out.</param>
/// <param name="Themes">Ids of the themes that it asks for, or that its words are words of.</param>
internal sealed record RankingTerms(string Whole, IReadOnlyList<RankedWord> Words, IReadOnlyList<string> Themes)
{
    /// <summary>There is nothing to put in order by.</summary>
    public bool IsEmpty => Words.Count == 0 && Themes.Count == 0;

    /// <summary>Nothing to put in order by.</summary>
    public static RankingTerms None { get; } = new("", [], []);
}
