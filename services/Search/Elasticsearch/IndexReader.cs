using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Documents.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.V1;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Answers queries. An ordinary one takes one request: counts, facets, rows and their passages together.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="index">The index, or an alias of it.</param>
/// <param name="words">It has a field for the words that smartcn finds.</param>
internal sealed class IndexReader(ElasticsearchConnection connection, string index, bool words)
{
    /// <summary>What the query finds.</summary>
    public async Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var wanted = FirstOf(query);
        var body = SearchBody.Of(query, wanted, words);
        body["track_total_hits"] = true;
        body["aggs"] = FacetJson.Of(query, exactly: false);
        var answer = await AskAsync(null, body, cancellationToken);
        var counts = answer.Aggregations;
        if (FacetJson.MayBeInexact(query, counts))
            counts = await CountExactlyAsync(query, cancellationToken);

        var passages = FacetJson.PassageCount(counts);
        return new SearchResults(
            query.Rows == ResultRows.Documents ? answer.Hits.Total!.Value : passages,
            answer.Hits.Total!.Value,
            passages,
            query.Rows == ResultRows.Documents
                ? [.. answer.Hits.Hits.Select(hit => DocumentRow(query, hit))]
                : await PassageRowsAsync(query, wanted, answer, cancellationToken),
            [.. query.Facets.Select(field => FacetJson.Counts(field, counts))]);
    }

    /// <summary>A whole document by its name; null when there is none.</summary>
    public async Task<IndexedDocument?> GetDocumentAsync(string name, CancellationToken cancellationToken)
    {
        var query = new SearchQuery { Filter = QueryFilter.None with { Names = [name] } };
        var wanted = new SearchBody.Wanted(SortOrder.Newest, Count: 1, SearchLimits.PassagesRead, KeysOnly: false);
        while (true)
        {
            var hit = (await AskAsync(null, Uncounted(SearchBody.Of(query, wanted, words)), cancellationToken)).Hits.Hits.FirstOrDefault();
            if (hit is null)
                return null;
            var passages = Inner(hit)!;
            if (passages.Total!.Value <= wanted.Passages)
                return DocumentOf(query, hit, keysOnly: false) with { Passages = [.. passages.Hits.Select(PassageOf)] };
            wanted = wanted with { Passages = (int)passages.Total.Value };
        }
    }

    /// <summary>Every row, from one view of the index.</summary>
    public async IAsyncEnumerable<DocumentHit> ScanAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var view = await PointInTime.OpenAsync(connection, index, cancellationToken);
        var order = SearchBody.OrderOf(query);
        var given = new HashSet<PassageRows.Key>();
        if (order == SortOrder.Relevance)
        {
            await foreach (var row in BestAsync(view, query, cancellationToken))
            {
                given.Add(PassageRows.KeyOf(query, row));
                yield return row;
            }
            if (given.Count < SearchQuery.MaxWindow)
                yield break;
            order = SortOrder.Newest;
        }
        await foreach (var row in InOrderAsync(view, query, order, cancellationToken))
        {
            if (!given.Contains(PassageRows.KeyOf(query, row)))
                yield return row;
        }
    }

    /// <summary>The one request in which most searches are answered; more follow only where passages are the rows and many are asked for.</summary>
    private static SearchBody.Wanted FirstOf(SearchQuery query)
    {
        var order = SearchBody.OrderOf(query);
        if (query.Rows == ResultRows.Documents)
            return new SearchBody.Wanted(order, query.Limit, query.KeysOnly ? 0 : query.PassagesPerDocument, query.KeysOnly) { Offset = query.Offset };

        // The best so many passages stand in the best so many documents, and so do the first ones of every other order.
        var rows = query.Offset + query.Limit;
        var documents = query.Filter.Names.Count > 0 ? Math.Min(rows, query.Filter.Names.Count) : rows;
        return documents <= SearchLimits.DocumentsRead
            ? new SearchBody.Wanted(order, documents, Math.Min(rows, SearchLimits.KeysRead), query.KeysOnly)
            : new SearchBody.Wanted(order, SearchLimits.KeysRead, SearchLimits.PassagesRead, KeysOnly: true);
    }

    private async Task<IReadOnlyList<DocumentHit>> PassageRowsAsync(SearchQuery query, SearchBody.Wanted wanted, SearchAnswer first, CancellationToken cancellationToken)
    {
        var end = query.Offset + query.Limit;
        var rows = new PassageRows(query, wanted.Order, end);
        await AddAsync(null, query, wanted, first.Hits.Hits, rows, end, cancellationToken);
        if (first.Hits.Hits.Count == wanted.Count && first.Hits.Total!.Value > wanted.Count && !rows.IsComplete())
        {
            await using var view = await PointInTime.OpenAsync(connection, index, cancellationToken);
            rows = await CollectAsync(view, query, wanted, end, cancellationToken);
        }
        var found = rows.Take(query.Offset, query.Limit);
        return wanted.KeysOnly && !query.KeysOnly ? await ReadAsync(null, query, found, cancellationToken) : found;
    }

    private async Task<PassageRows> CollectAsync(PointInTime view, SearchQuery query, SearchBody.Wanted wanted, int end, CancellationToken cancellationToken)
    {
        var rows = new PassageRows(query, wanted.Order, end);
        JsonArray? after = null;
        while (true)
        {
            var next = wanted with { After = after };
            var hits = (await AskAsync(view, Uncounted(SearchBody.Of(query, next, words)), cancellationToken)).Hits.Hits;
            await AddAsync(view, query, next, hits, rows, end, cancellationToken);
            if (hits.Count < wanted.Count || rows.IsComplete())
                return rows;
            after = hits[^1].SortValues();
        }
    }

    // A document with more passages than were asked for is asked again, for all of them, unless the rows are full without them.
    private async Task AddAsync(
        PointInTime? view,
        SearchQuery query,
        SearchBody.Wanted wanted,
        IReadOnlyList<HitAnswer> hits,
        PassageRows rows,
        int limit,
        CancellationToken cancellationToken)
    {
        foreach (var hit in hits)
        {
            var document = hit;
            if (Inner(hit) is { } inner && inner.Total!.Value > inner.Hits.Count && inner.Hits.Count < limit)
            {
                var alone = query with { Filter = query.Filter with { Names = [hit.NameIn()] } };
                var all = wanted with { Count = 1, Offset = 0, After = null, Passages = (int)inner.Total.Value };
                document = (await AskAsync(view, Uncounted(SearchBody.Of(alone, all, words)), cancellationToken)).Hits.Hits.FirstOrDefault() ?? hit;
            }
            rows.AddDocument(document, DocumentOf(query, hit, wanted.KeysOnly), PassageOf);
        }
    }

    private async IAsyncEnumerable<DocumentHit> BestAsync(PointInTime view, SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.Rows == ResultRows.Documents)
        {
            var given = 0;
            await foreach (var row in InOrderAsync(view, query, SortOrder.Relevance, cancellationToken))
            {
                yield return row;
                if (++given == SearchQuery.MaxWindow)
                    yield break;
            }
            yield break;
        }

        var wanted = new SearchBody.Wanted(SortOrder.Relevance, SearchLimits.KeysRead, SearchLimits.PassagesRead, KeysOnly: true);
        var keys = (await CollectAsync(view, query, wanted, SearchQuery.MaxWindow, cancellationToken)).Take(0, SearchQuery.MaxWindow);
        foreach (var chunk in keys.Chunk(SearchLimits.DocumentsRead))
        {
            foreach (var row in query.KeysOnly ? chunk : await ReadAsync(view, query, chunk, cancellationToken))
                yield return row;
        }
    }

    private async IAsyncEnumerable<DocumentHit> InOrderAsync(
        PointInTime view, SearchQuery query, SortOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var passages = query.Rows != ResultRows.Documents ? SearchLimits.PassagesRead : query.KeysOnly ? 0 : query.PassagesPerDocument;
        var wanted = new SearchBody.Wanted(order, SearchLimits.DocumentsRead, passages, query.KeysOnly);
        JsonArray? after = null;
        while (true)
        {
            var hits = (await AskAsync(view, Uncounted(SearchBody.Of(query, wanted with { After = after }, words)), cancellationToken)).Hits.Hits;
            if (query.Rows == ResultRows.Documents)
            {
                foreach (var hit in hits)
                    yield return DocumentRow(query, hit);
            }
            else
            {
                var rows = new PassageRows(query, order, int.MaxValue);
                await AddAsync(view, query, wanted, hits, rows, int.MaxValue, cancellationToken);
                foreach (var row in rows.Take(0, int.MaxValue))
                    yield return row;
            }
            if (hits.Count < wanted.Count)
                yield break;
            after = hits[^1].SortValues();
        }
    }

    // Rows of which only the keys are known, with all that is shown of them, in the order given.
    private async Task<IReadOnlyList<DocumentHit>> ReadAsync(
        PointInTime? view, SearchQuery query, IReadOnlyList<DocumentHit> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PassageRows.Key, DocumentHit>();
        foreach (var part in keys.GroupBy(key => key.Document.Name, StringComparer.Ordinal).Chunk(SearchLimits.DocumentsRead))
        {
            var only = query with { Filter = query.Filter with { Names = [.. part.Select(group => group.Key)] } };
            var wanted = new SearchBody.Wanted(SortOrder.Newest, part.Length, part.Max(group => group.Count()), KeysOnly: false)
            {
                Starts = [.. part.SelectMany(group => group).Select(key => key.Passages[0].Passage.Start).Distinct()],
            };
            var rows = new PassageRows(query, SortOrder.Newest, int.MaxValue);
            var hits = (await AskAsync(view, Uncounted(SearchBody.Of(only, wanted, words)), cancellationToken)).Hits.Hits;
            await AddAsync(view, only, wanted, hits, rows, int.MaxValue, cancellationToken);
            foreach (var row in rows.Take(0, int.MaxValue))
                found[PassageRows.KeyOf(query, row)] = row;
        }
        return [.. keys
            .Where(key => found.ContainsKey(PassageRows.KeyOf(query, key)))
            .Select(key => found[PassageRows.KeyOf(query, key)] with { Score = key.Score, PassageCount = key.PassageCount })];
    }

    private async Task<JsonElement> CountExactlyAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var body = SearchBody.Of(query, new SearchBody.Wanted(SortOrder.Newest, 0, 0, KeysOnly: true), words: false);
        body["aggs"] = FacetJson.Of(query, exactly: true);
        return (await AskAsync(null, Uncounted(body), cancellationToken)).Aggregations;
    }

    private Task<SearchAnswer> AskAsync(PointInTime? view, JsonObject body, CancellationToken cancellationToken) => view is not null
        ? view.SearchAsync(body, cancellationToken)
        : connection.SendAsync(HttpMethod.POST, $"/{index}/_search?allow_partial_search_results=false", body, ElasticsearchJson.Default.SearchAnswer, cancellationToken);

    private static JsonObject Uncounted(JsonObject body)
    {
        body["track_total_hits"] = false;
        return body;
    }

    private static DocumentHit DocumentRow(SearchQuery query, HitAnswer hit)
    {
        var inner = Inner(hit);
        return new DocumentHit(
            DocumentOf(query, hit, query.KeysOnly),
            query.Match is null ? 0 : hit.Score ?? 0,
            (int)(inner?.Total?.Value ?? 0),
            [.. (inner?.Hits ?? []).Select(passage => new ScoredPassage(PassageOf(passage), query.Match is null ? 0 : passage.Score ?? 0))]);
    }

    private static HitsAnswer? Inner(HitAnswer hit) => hit.Inner?["passages"].Hits;

    private static IndexedDocument DocumentOf(SearchQuery query, HitAnswer hit, bool keysOnly) => keysOnly
        ? new IndexedDocument { Summary = new DocumentSummary { Name = hit.NameIn() } }
        : StoredDocuments.Document(hit.Fields![SearchBody.Shown][0].GetBytesFromBase64());

    private static IndexedPassage PassageOf(HitAnswer hit) => hit.Fields!.TryGetValue(SearchBody.ShownPassage, out var shown)
        ? StoredDocuments.Passage(shown[0].GetString()!)
        : new IndexedPassage { Text = "", Start = hit.Fields[SearchBody.PassageStart][0].GetInt32() };
}
