using System.Globalization;
using System.Security.Cryptography;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Requests;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>
/// The pages of a result. The first shows the best of a window, and the order of its rows is held; a later one shows the rows that the held order gives it.
/// Beyond what is held the order is that of a fresh search without the rows that are held already: so none is shown twice and none left out,
/// whatever becomes of the index meanwhile. Where the held order is gone, a page goes on after the last row of the page before, as far as that is still there.
/// </summary>
internal sealed class SearchPages(SearchIndex index, SearchRequestReader requests, ResultFinder finder, SearchCache cache)
{
    /// <summary>How far a held order is taken when a page needs more of it: one step after the other.</summary>
    private static readonly int[] Steps = [1_000, SearchQuery.MaxWindow];

    private const int MaxPassagesRead = 1_000;

    /// <summary>The page that a request asks for.</summary>
    public async Task<SearchResponse> GetAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var search = await requests.ReadAsync(request, cancellationToken);
        if (PageToken.Read(request, 4) is not { } token)
            return await FirstAsync(request, search, cancellationToken);

        var offset = int.Parse(token[1], CultureInfo.InvariantCulture);
        if (await FindAsync(token[0], cancellationToken) is { } held)
            return await LaterAsync(request, search.Asked, token[0], held, offset, cancellationToken);

        var found = await finder.FindAsync(search, cancellationToken);
        var last = new RowKey(token[2], int.Parse(token[3], CultureInfo.InvariantCulture));
        held = await ExtendAsync(search.Query, Hold(search.Query, found), rows => rows.Contains(last), cancellationToken);
        var position = held.Keys.ToList().IndexOf(last);
        return await LaterAsync(request, search.Asked, "", held, position < 0 ? offset : position + 1, cancellationToken);
    }

    private async Task<SearchResponse> FirstAsync(SearchRequest request, ReadSearch search, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(search, cancellationToken);
        var rows = found.Results.Rows.Take(search.Query.Limit).ToList();
        var response = await AnswerAsync(request, search.Query, "", Hold(search.Query, found), 0, rows.Count, rows, cancellationToken);
        if (found.Partial.Count > 0)
            response.PartialResults.Add(SearchResponses.Results(found.Partial, search.Reading.Partial.Value.Match?.WantedTerms ?? []));
        return response;
    }

    private async Task<SearchResponse> LaterAsync(
        SearchRequest request, AskedQuery asked, string id, HeldResult held, int offset, CancellationToken cancellationToken)
    {
        var limit = asked.Query.Limit;
        var extended = await ExtendAsync(asked.Query, held, rows => rows.Count >= offset + limit, cancellationToken);
        var keys = extended.Keys.Skip(offset).Take(limit).ToList();
        var rows = await HydrateAsync(asked, keys, cancellationToken);
        return await AnswerAsync(request, asked.Query, extended == held ? id : "", extended, offset, keys.Count, rows, cancellationToken);
    }

    private async Task<SearchResponse> AnswerAsync(
        SearchRequest request, SearchQuery query, string id, HeldResult held, int offset, int count, IReadOnlyList<DocumentHit> rows, CancellationToken cancellationToken)
    {
        var response = held.Head.Clone();
        response.Results.Add(SearchResponses.Results(rows, query.Match?.WantedTerms ?? []));
        var next = offset + count;
        if (count == 0 || next >= SearchQuery.MaxWindow || (next >= held.Keys.Count && held.Complete))
            return response;

        if (id.Length == 0)
        {
            // Called by what it is: the same order, held twice, is one, and none is ever changed.
            var bytes = held.ToBytes();
            id = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
            await cache.KeepAsync(KeyOf(id), bytes, cancellationToken);
        }
        var last = held.Keys[next - 1];
        response.NextPageToken = PageToken.Create(
            request, id, next.ToString(CultureInfo.InvariantCulture), last.Name, last.Start.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private async Task<HeldResult?> FindAsync(string id, CancellationToken cancellationToken) =>
        await cache.FindAsync(KeyOf(id), cancellationToken) is { } bytes ? HeldResult.FromBytes(bytes) : null;

    private static HeldResult Hold(SearchQuery query, FoundResult found) => new(
        found.Head,
        [.. found.Results.Rows.Select(row => RowKey.Of(query, row))],
        found.Results.Rows.Count >= found.Results.TotalRows);

    private async Task<HeldResult> ExtendAsync(
        SearchQuery query, HeldResult held, Func<IReadOnlyCollection<RowKey>, bool> enough, CancellationToken cancellationToken)
    {
        var seen = held.Keys.ToHashSet();
        foreach (var step in Steps.Where(step => step > held.Keys.Count))
        {
            if (held.Complete || enough(seen))
                break;
            var fresh = await index.SearchAsync(query with { Offset = 0, Limit = step, Facets = [], KeysOnly = true }, cancellationToken);
            List<RowKey> keys = [.. held.Keys, .. fresh.Rows.Select(row => RowKey.Of(query, row)).Where(seen.Add)];
            held = held with { Keys = keys, Complete = fresh.Rows.Count < step || step == SearchQuery.MaxWindow };
        }
        return held;
    }

    private async Task<IReadOnlyList<DocumentHit>> HydrateAsync(AskedQuery asked, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];

        var query = asked.Query;
        var names = keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).ToList();
        var documents = query.Rows == ResultRows.Documents;
        var shown = await index.SearchAsync(
            query with
            {
                Filter = query.Filter with { Names = names },
                Offset = 0,
                Limit = documents ? names.Count : MaxPassagesRead,
                Facets = [],
            },
            cancellationToken);
        var byKey = (asked.IsRanked ? asked.Rank(shown.Rows) : shown.Rows).ToDictionary(row => RowKey.Of(query, row));
        var all = shown.Rows.Count >= shown.TotalRows;
        var rows = new List<DocumentHit>(keys.Count);
        foreach (var key in keys)
        {
            // What is not there any more has left the result since: nothing takes its place.
            if (byKey.TryGetValue(key, out var row) || (!all && (row = await ReadAsync(key, cancellationToken)) is not null))
                rows.Add(row);
        }
        return rows;
    }

    private async Task<DocumentHit?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        if (await index.GetDocumentAsync(key.Name, cancellationToken) is not { } document
            || document.Passages.FirstOrDefault(passage => passage.Start == key.Start) is not { } passage)
        {
            return null;
        }
        return new DocumentHit(document with { Passages = [] }, 0, 1, [new ScoredPassage(passage, 0)]);
    }

    private static string KeyOf(string id) => "page:" + id;
}
