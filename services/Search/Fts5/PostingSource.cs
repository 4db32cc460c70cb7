namespace Fazhi.Search.Fts5;

/// <summary>Where passages with something are read from.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Sql">SELECT of passage ids from the parameter <c>?1</c> on, in order; with <c>frequencies</c> as second column where weights are wanted.</param>
/// <param name="Weighted">Weights are wanted.</param>
/// <param name="Parameters">What <c>?2</c> and so on are.</param>
internal sealed record PostingSource(string Key, string Sql, bool Weighted, params object[] Parameters)
{
    private const string Matching = "FROM passage_tokens WHERE passage_tokens MATCH ?2 AND rowid >= ?1 ORDER BY rowid";

    /// <summary>Passages that match an expression, with how much they do.</summary>
    public static PostingSource Scored(string match) => new($"scored {match}", $"SELECT rowid, frequencies(passage_tokens) {Matching}", true, match);

    /// <summary>Passages that match an expression.</summary>
    public static PostingSource Unscored(string match) => new($"unscored {match}", $"SELECT rowid {Matching}", false, match);

    /// <summary>Passages with a deadline within some days.</summary>
    public static PostingSource Deadline(Query.DayRange days) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"deadline {days.First.DayNumber} {days.Last.DayNumber}"),
        "SELECT DISTINCT passage FROM deadlines WHERE day BETWEEN ?2 AND ?3 AND passage >= ?1 ORDER BY passage",
        false,
        (long)days.First.DayNumber,
        (long)days.Last.DayNumber);
}
