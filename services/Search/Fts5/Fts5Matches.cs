using Fazhi.Search.Query;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>
/// Every passage that matches with its score, read in one pass over the full-text index: totals, facets, the page and its passages all
/// come from it, so that nothing is scored twice.
/// </summary>
internal sealed class Fts5Matches
{
    private readonly List<ScoredId> passages = [];
    private readonly List<DocumentMatch> documents = [];

    /// <summary>The documents that match, by id.</summary>
    public IReadOnlyList<DocumentMatch> Documents => documents;

    public int PassageCount => passages.Count;

    public static Fts5Matches Read(SqliteConnection connection, QueryNode match, Fts5Filter filter)
    {
        var restriction = filter.Condition.Length == 0 ? "" : $"AND {PassageId.DocumentSql("rowid")} IN ({filter.DocumentIds})";
        // rank is worked out for the rows that pass the restriction only. Ordered by rowid, the order of the index itself, matches are not sorted.
        using var command = connection.Command(
            $"SELECT rowid, rank FROM passage_tokens WHERE passage_tokens MATCH $match {restriction} ORDER BY rowid",
            [("$match", Fts5Match.Of(match)), .. filter.Parameters]);
        using var reader = command.ExecuteReader();
        var matches = new Fts5Matches();
        while (reader.Read())
            matches.Add(new PassageId(reader.GetInt64(0)), -reader.GetDouble(1));
        return matches;
    }

    /// <summary>The best passages of a document, best first, equals in the order of the document.</summary>
    public IReadOnlyList<ScoredId> BestPassages(DocumentMatch document, int count) =>
        [.. passages.Skip(document.First).Take(document.Count).OrderByDescending(p => p.Score).ThenBy(p => p.Id.Value).Take(count)];

    private void Add(PassageId passage, double score)
    {
        passages.Add(new ScoredId(passage, score));
        if (documents.Count > 0 && documents[^1] is var last && last.Id == passage.Document)
            documents[^1] = last with { Score = Math.Max(last.Score, score), Count = last.Count + 1 };
        else
            documents.Add(new DocumentMatch(passage.Document, score, passages.Count - 1, 1));
    }

    /// <summary>A passage that matches.</summary>
    internal readonly record struct ScoredId(PassageId Id, double Score);

    /// <summary>A document that matches: the score of its best passage, and where its passages are in the list of all.</summary>
    internal readonly record struct DocumentMatch(long Id, double Score, int First, int Count);
}
