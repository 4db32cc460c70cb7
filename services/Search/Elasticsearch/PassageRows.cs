using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Elasticsearch;

/// <summary>
/// Rows that are passages, put together from documents that come in the order of their best ones. By relevance a document's passages may
/// stand among those of others: the rows are settled when no document that is still to come has a better one.
/// </summary>
/// <param name="query">The query.</param>
/// <param name="order">The order of the documents.</param>
/// <param name="count">How many rows are wanted from the first on.</param>
internal sealed class PassageRows(SearchQuery query, SortOrder order, int count)
{
    private readonly List<Row> rows = [];
    private int documents;
    private double lastBest = double.PositiveInfinity;

    /// <summary>
    /// The rows wanted are there: what is still to come stands behind them. So it is as soon as there are as many documents as rows wanted, each of which
    /// has a better passage than all that follow; or as many rows that are better than the best of the last document.
    /// </summary>
    public bool IsComplete() => documents >= count || (rows.Count >= count && (order != SortOrder.Relevance || rows.Count(row => row.Hit.Score > lastBest) >= count));

    /// <summary>Adds the next document with its passages that match.</summary>
    public void AddDocument(HitAnswer hit, IndexedDocument document, Func<HitAnswer, IndexedPassage> read)
    {
        var inner = hit.Inner!["passages"].Hits;
        lastBest = hit.Score ?? 0;
        // By relevance the second value is that of newest; every other order is the order in which documents come.
        var place = order == SortOrder.Relevance ? -hit.Sort[1].GetInt64() : documents;
        foreach (var passage in inner.Hits)
        {
            var score = query.Match is null ? 0 : passage.Score ?? 0;
            rows.Add(new Row(new DocumentHit(document, score, (int)inner.Total!.Value, [new ScoredPassage(read(passage), score)]), place));
        }
        documents++;
    }

    /// <summary>Rows from a place on.</summary>
    public IReadOnlyList<DocumentHit> Take(int offset, int limit) =>
    [
        .. (order == SortOrder.Relevance ? rows.OrderByDescending(row => row.Hit.Score) : rows.OrderBy(_ => 0))
            .ThenBy(row => row.Place)
            .ThenBy(row => row.Hit.Document.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Hit.Passages[0].Passage.Start)
            .Skip(offset)
            .Take(limit)
            .Select(row => row.Hit),
    ];

    /// <summary>Which row it is.</summary>
    public static Key KeyOf(SearchQuery query, DocumentHit row) =>
        new(row.Document.Name, query.Rows == ResultRows.Documents ? -1 : row.Passages[0].Passage.Start);

    /// <summary>A document and a place in it; -1 for the document itself.</summary>
    internal readonly record struct Key(string Name, int Start);

    private readonly record struct Row(DocumentHit Hit, long Place);
}
