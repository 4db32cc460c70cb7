using System.Globalization;
using Fazhi.Search.Query;

namespace Fazhi.Search.Fts5;

/// <summary>Where passages with something are read from.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Weighted">How much they have it is wanted too.</param>
/// <param name="Documents">Those all of whose passages have it; null when there is nothing that whole documents have.</param>
/// <param name="Passages">Single passages; null when there is nothing that they have by themselves.</param>
internal sealed record PostingSource(string Key, bool Weighted, PostingSource.Rows? Documents, PostingSource.Rows? Passages)
{
    /// <summary>Passages that a term stands in, or in the title or region of whose document.</summary>
    public static PostingSource Of(SearchTerm term, bool weighted)
    {
        var (document, passage) = (Fts5Match.InDocument(term), Fts5Match.InPassage(term));
        return new PostingSource(
            $"{(weighted ? "weighted" : "plain")} {document} {passage}", weighted, Matching("document_tokens", document, weighted), Matching("passage_tokens", passage, weighted));
    }

    /// <summary>Passages that match an expression.</summary>
    public static PostingSource OfPassages(string match) => new($"plain  {match}", false, null, Matching("passage_tokens", match, weighted: false));

    /// <summary>Passages with a deadline within some days.</summary>
    public static PostingSource Deadline(DayRange days) => new(
        string.Create(CultureInfo.InvariantCulture, $"deadline {days.First.DayNumber} {days.Last.DayNumber}"),
        false,
        null,
        new Rows("SELECT DISTINCT passage FROM deadlines WHERE day BETWEEN ?2 AND ?3 AND passage >= ?1 ORDER BY passage", days.First.DayNumber, days.Last.DayNumber));

    private static Rows? Matching(string table, string? match, bool weighted) => match is null ? null : new Rows(
        $"SELECT rowid{(weighted ? $", frequencies({table})" : "")} FROM {table} WHERE {table} MATCH ?2 AND rowid >= ?1 ORDER BY rowid", match);

    /// <summary>Rows of a table.</summary>
    /// <param name="Sql">SELECT of ids from the parameter <c>?1</c> on, in order; with <c>frequencies</c> as second column where weights are wanted.</param>
    /// <param name="Parameters">What <c>?2</c> and so on are: texts and whole numbers.</param>
    internal sealed record Rows(string Sql, params object[] Parameters);
}
