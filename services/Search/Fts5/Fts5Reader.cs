using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Answers a query within one snapshot of the index.</summary>
internal sealed class Fts5Reader(SqliteConnection connection)
{
    private const string Newest = "last_year DESC, date DESC, name";
    private const string DocumentColumns = "id, summary, plan_kind, status, date, last_year";

    public SearchResults Search(SearchQuery query)
    {
        var filter = Fts5Filter.Of(query.Filter);
        return query.Match is { } match ? Match(query, match, filter) : List(query, filter);
    }

    private SearchResults List(SearchQuery query, Fts5Filter filter)
    {
        var (documents, passages) = connection.Query(
            $"SELECT count(*), coalesce(sum(passage_count), 0) FROM documents WHERE id IN ({filter.DocumentIds})",
            row => (row.GetInt32(0), row.GetInt32(1)),
            filter.Parameters)[0];
        var rows = connection.Query(
            $"SELECT {DocumentColumns} FROM documents WHERE id IN ({filter.DocumentIds}) ORDER BY {Newest} LIMIT $limit OFFSET $offset",
            Row,
            [("$limit", query.Limit), ("$offset", query.Offset), .. filter.Parameters]);
        return new SearchResults(
            documents,
            documents,
            passages,
            [.. rows.Select(row => ListedHit(row, query.PassagesPerDocument))],
            CountFacets(query, filter.DocumentIds, filter.Parameters));
    }

    private DocumentHit ListedHit(DocumentRow row, int passages)
    {
        var all = (int)(long)connection.Scalar("SELECT passage_count FROM documents WHERE id = $id", ("$id", row.Id))!;
        var shown = Enumerable.Range(0, Math.Min(passages, all)).Select(ordinal => new ScoredPassage(Passage(PassageId.Of(row.Id, ordinal)), 0));
        return new DocumentHit(row.Document, 0, all, [.. shown]);
    }

    private SearchResults Match(SearchQuery query, QueryNode match, Fts5Filter filter)
    {
        var matches = Fts5Matches.Read(connection, match, filter);
        var hits = Page(matches, query.Offset, query.Limit).Select(found => new DocumentHit(
            found.Row.Document,
            found.Match.Score,
            found.Match.Count,
            [.. matches.BestPassages(found.Match, query.PassagesPerDocument).Select(p => new ScoredPassage(Passage(p.Id), p.Score))]));
        var ids = query.Facets.Count == 0 ? "" : Json.Of(matches.Documents.Select(document => document.Id));
        return new SearchResults(
            matches.Documents.Count,
            matches.Documents.Count,
            matches.PassageCount,
            [.. hits],
            CountFacets(query, "SELECT value FROM json_each($ids)", [("$ids", ids)]));
    }

    // Only those that can be on the page are read: the best ones up to its end, and their equals, which period, date and name put in order.
    private IEnumerable<(Fts5Matches.DocumentMatch Match, DocumentRow Row)> Page(Fts5Matches matches, int offset, int size)
    {
        if (offset >= matches.Documents.Count)
            return [];

        var best = matches.Documents.OrderByDescending(match => match.Score).ToList();
        var lowest = best[Math.Min(offset + size, best.Count) - 1].Score;
        var candidates = best.TakeWhile(match => match.Score >= lowest).ToDictionary(match => match.Id);
        var rows = connection.Query(
            $"SELECT {DocumentColumns} FROM documents WHERE id IN (SELECT value FROM json_each($ids))",
            Row,
            ("$ids", Json.Of(candidates.Keys)));
        return rows.Select(row => (Match: candidates[row.Id], Row: row))
            .OrderByDescending(found => found.Match.Score)
            .ThenByDescending(found => found.Row.LastYear)
            .ThenByDescending(found => found.Row.Document.Date)
            .ThenBy(found => found.Row.Document.Name, StringComparer.Ordinal)
            .Skip(offset)
            .Take(size);
    }

    private IReadOnlyList<FacetCounts> CountFacets(SearchQuery query, string documentIds, (string Name, object Value)[] parameters)
    {
        var facets = new Fts5Facets(connection, documentIds, parameters);
        return [.. query.Facets.Select(facets.Count)];
    }

    private IndexedPassage Passage(PassageId id) => connection.Query(
        "SELECT task, label, headings, text, start FROM passages WHERE id = $id",
        row => new IndexedPassage
        {
            Task = row.GetString(0),
            Label = row.GetString(1),
            Headings = Json.ToStrings(row.GetString(2)),
            Text = row.GetString(3),
            Start = row.GetInt32(4),
        },
        ("$id", id.Value))[0];

    private static DocumentRow Row(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(5),
        new IndexedDocument
        {
            Summary = DocumentSummary.Parser.ParseFrom(row.GetFieldValue<byte[]>(1)),
            PlanKind = (PlanKind)row.GetInt32(2),
            Status = (PlanStatus)row.GetInt32(3),
            Date = row.GetString(4) is { Length: > 0 } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        });

    private sealed record DocumentRow(long Id, int LastYear, IndexedDocument Document);
}
