using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;
using Fazhi.Search.V1;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Answers queries within one snapshot of the index.</summary>
internal sealed class Fts5Reader(SqliteConnection connection, DocumentColumns columns, PostingCache cache, CancellationToken cancellationToken)
{
    private readonly PostingReader postings = new(connection, columns);

    public DocumentColumns Columns => columns;

    public SearchResults Search(SearchQuery query)
    {
        using var matches = Match(query);
        var rows = RowsOf(matches, query.Rows);
        var order = new ResultOrder(columns, matches.Documents, query.Sort);
        var facets = new Fts5Facets(columns, matches);
        using var stored = new StoredRows(connection);
        return new SearchResults(
            rows.Length,
            matches.Documents.Count,
            matches.PassageCount,
            [.. First(rows, query.Offset + query.Limit, order).Skip(query.Offset).Select(row => Read(query, matches, row, stored))],
            [.. query.Facets.Select(facets.Count)]);
    }

    /// <summary>Every row in order; each is read when it is asked for.</summary>
    public IEnumerable<DocumentHit> Scan(SearchQuery query)
    {
        using var matches = Match(query);
        var rows = RowsOf(matches, query.Rows);
        Array.Sort(rows, new ResultOrder(columns, matches.Documents, query.Sort));
        if (query.Sort == SortOrder.Relevance && rows.Length > SearchQuery.MaxWindow)
            Array.Sort(rows, SearchQuery.MaxWindow, rows.Length - SearchQuery.MaxWindow, new ResultOrder(columns, matches.Documents, SortOrder.Newest));
        using var stored = new StoredRows(connection);
        foreach (var row in rows)
            yield return Read(query, matches, row, stored);
    }

    public IndexedDocument? GetDocument(string name)
    {
        var index = IdsOf([name]).Select(columns.Find).FirstOrDefault(-1);
        if (index < 0)
            return null;
        var passages = connection.Query(
            "SELECT content FROM passages WHERE id BETWEEN $first AND $last ORDER BY id",
            row => PassageRecord.Read(row.GetFieldValue<byte[]>(0)),
            ("$first", PassageId.Of(columns.Documents[index].Id, 0).Value),
            ("$last", PassageId.Of(columns.Documents[index].Id, PassageId.MaxPassages - 1).Value));
        using var stored = new StoredRows(connection);
        return DocumentAt(index, stored) with { Passages = passages };
    }

    /// <summary>The keys of places without a code with whose name a text ends.</summary>
    public IReadOnlyList<string> FindPlaces(string text) => [.. Enumerable.Range(0, columns.DocumentCount)
        .Where(columns.IsLiving)
        .Select(document => columns.Documents[document].Regions)
        .Distinct()
        .Select(path => columns.Regions.NamesOf(path).LastOrDefault(""))
        .Where(key => RegionKey.PlaceOf(key) is { Length: > 0 } place && text.EndsWith(place, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    /// <summary>How many passages have a phrase in their text.</summary>
    public long Count(TokenPhrase phrase)
    {
        var found = PassageSet.Of(
            cache.Get(PostingSource.OfPassages(Fts5Match.InText(phrase)), postings, cancellationToken).Below(columns.PassageCount), columns.PassageCount);
        if (columns.Living() is { } living)
            found.And(living);
        return found.Count();
    }

    private QueryMatches Match(SearchQuery query) => new(postings, cache, query, new DocumentSelection(columns, query.Filter, IdsOf), cancellationToken);

    private List<long> IdsOf(IReadOnlyList<string> names) => connection.Query(
        "SELECT id FROM documents WHERE name IN (SELECT value FROM json_each($names))", row => row.GetInt64(0), ("$names", Json.Of(names)));

    private ResultRow[] RowsOf(QueryMatches matches, ResultRows kind)
    {
        var asDocuments = kind is not (ResultRows.Passages or ResultRows.Tasks);
        var rows = new List<ResultRow>(asDocuments ? matches.Documents.Count : matches.PassageCount);
        for (var i = 0; i < matches.Documents.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var best = 0f;
            foreach (var passage in matches.PassagesOf(matches.Documents[i].Document))
            {
                var score = matches.ScoreOf(passage);
                best = Math.Max(best, score);
                if (!asDocuments)
                    rows.Add(new ResultRow(i, passage, score));
            }
            if (asDocuments)
                rows.Add(new ResultRow(i, -1, best));
        }
        return [.. rows];
    }

    // Only those in the window are put in order: the heap has the last of them on top, which all but a few of the others do not come before.
    private static IEnumerable<ResultRow> First(ResultRow[] rows, int count, ResultOrder order)
    {
        if (rows.Length <= count)
        {
            Array.Sort(rows, order);
            return rows;
        }
        var window = new PriorityQueue<ResultRow, ResultRow>(count, Comparer<ResultRow>.Create((x, y) => order.Compare(y, x)));
        foreach (var row in rows)
        {
            if (window.Count < count)
                window.Enqueue(row, row);
            else if (order.Compare(row, window.Peek()) < 0)
                window.EnqueueDequeue(row, row);
        }
        return window.UnorderedItems.Select(item => item.Element).Order(order);
    }

    private DocumentHit Read(SearchQuery query, QueryMatches matches, ResultRow row, StoredRows stored)
    {
        var match = matches.Documents[row.Match];
        var shown = row.Passage >= 0 ? [row.Passage] : matches.PassagesOf(match.Document).ToArray()
            .OrderByDescending(matches.ScoreOf).ThenBy(passage => passage).Take(query.PassagesPerDocument);
        return new DocumentHit(
            query.KeysOnly ? KeyOf(match.Document) : DocumentAt(match.Document, stored),
            row.Score,
            match.Passages,
            [.. shown.Select(passage => new ScoredPassage(query.KeysOnly ? KeyOfPassage(passage) : PassageAt(match.Document, passage, stored), matches.ScoreOf(passage)))]);
    }

    private IndexedDocument KeyOf(int index) => new() { Summary = new DocumentSummary { Name = columns.Documents[index].Name } };

    private IndexedPassage KeyOfPassage(int passage) => new() { Text = "", Start = columns.Starts[passage] };

    private IndexedDocument DocumentAt(int index, StoredRows stored)
    {
        var document = columns.Documents[index];
        return new IndexedDocument
        {
            Summary = DocumentSummary.Parser.ParseFrom(stored.SummaryOf(document.Id)),
            PlanKind = (PlanKind)document.PlanKind,
            Status = (PlanStatus)document.Status,
            Date = document.Day < 0 ? null : DateOnly.FromDayNumber(document.Day),
            Issuers = columns.Issuers.NamesOf(document.Issuers),
        };
    }

    private IndexedPassage PassageAt(int index, int passage, StoredRows stored) =>
        PassageRecord.Read(stored.ContentOf(PassageId.Of(columns.Documents[index].Id, passage - columns.Documents[index].First)));
}
