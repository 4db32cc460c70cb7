using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Elasticsearch;

/// <summary>The body of a search.</summary>
internal static class SearchBody
{
    /// <summary>What a document has to be shown: JSON in Base64, a column.</summary>
    public const string Shown = "shown";

    /// <summary>What a passage has to be shown: JSON, stored.</summary>
    public const string ShownPassage = "passages.shown";

    /// <summary>Where a passage begins.</summary>
    public const string PassageStart = "passages.start";

    /// <summary>What is asked for of the documents that match, and in which order.</summary>
    /// <param name="Order">The order.</param>
    /// <param name="Count">How many documents.</param>
    /// <param name="Passages">How many passages of each that match; 0 for none.</param>
    /// <param name="KeysOnly">Names, starts and scores alone.</param>
    internal sealed record Wanted(SortOrder Order, int Count, int Passages, bool KeysOnly)
    {
        /// <summary>How many documents are left out before.</summary>
        public int Offset { get; init; }

        /// <summary>Only documents after one with these values to sort by.</summary>
        public JsonArray? After { get; init; }

        /// <summary>Only passages that begin at these places.</summary>
        public IReadOnlyList<int>? Starts { get; init; }
    }

    /// <summary>The order that a query asks for: without words there is no relevance.</summary>
    public static SortOrder OrderOf(SearchQuery query) => query is { Match: null, Sort: SortOrder.Relevance } ? SortOrder.Newest : query.Sort;

    /// <summary>Writes it, without aggregations.</summary>
    public static JsonObject Of(SearchQuery query, Wanted wanted, bool words)
    {
        var body = new JsonObject
        {
            ["size"] = wanted.Count,
            ["query"] = Query(query, wanted, words),
            ["sort"] = Sort(wanted.Order),
            ["track_scores"] = query.Match is not null,
            ["_source"] = false,
            // Not even the id: what is stored of a document stands beside all that was sent of it, for as long as the server keeps that, and is unpacked with it.
            ["stored_fields"] = "_none_",
        };
        if (!wanted.KeysOnly)
            body["docvalue_fields"] = new JsonArray { Shown };
        if (wanted.Offset > 0)
            body["from"] = wanted.Offset;
        if (wanted.After is not null)
            body["search_after"] = wanted.After.DeepClone();
        return body;
    }

    // A document is as good as its best passage.
    private static JsonObject Query(SearchQuery query, Wanted wanted, bool words)
    {
        var conditions = new JsonArray();
        var clauses = new JsonObject { ["filter"] = conditions };
        var filter = QueryJson.Document(query.Filter).ToList();
        var condition = QueryJson.Passage(query, scored: true, words);
        var nested = condition ?? new JsonObject { ["match_all"] = new JsonObject() };
        if (wanted.Starts is { } starts)
            nested = QueryJson.Bool(new JsonObject { ["must"] = nested, ["filter"] = QueryJson.Terms("passages.start", starts) });
        var passages = new JsonObject
        {
            ["nested"] = new JsonObject { ["path"] = "passages", ["score_mode"] = "max", ["query"] = nested },
        };
        if (wanted.Passages > 0)
            passages["nested"]!["inner_hits"] = InnerHits(query, wanted);

        if (query.Match is not null)
            clauses["must"] = passages;
        else if (condition is not null || query.Rows != ResultRows.Documents)
            conditions.Add(passages);
        else if (wanted.Passages > 0)
            // Its passages are shown if it has any.
            clauses["should"] = passages;
        // Without a condition every document would have to match what should.
        if (filter.Count == 0 && conditions.Count == 0)
            filter.Add(new JsonObject { ["match_all"] = new JsonObject() });
        foreach (var part in filter)
            conditions.Add(part);
        return QueryJson.Bool(clauses);
    }

    private static JsonObject InnerHits(SearchQuery query, Wanted wanted)
    {
        var inner = new JsonObject
        {
            ["size"] = wanted.Passages,
            ["track_scores"] = query.Match is not null,
            ["_source"] = false,
            ["stored_fields"] = wanted.KeysOnly ? "_none_" : new JsonArray { ShownPassage },
        };
        if (wanted.KeysOnly)
            inner["docvalue_fields"] = new JsonArray { PassageStart };
        // As rows they stand as in the document, unless the best come first; below a document the best are shown. The score stands last in the order because a server
        // that is asked for scores which the order has no use for fails on phrases.
        if (query.Match is null || (query.Rows != ResultRows.Documents && wanted.Order != SortOrder.Relevance))
            inner["sort"] = query.Match is null ? new JsonArray { PassageStart } : new JsonArray { PassageStart, "_score" };
        return inner;
    }

    private static JsonArray Sort(SortOrder order)
    {
        var newest = new JsonObject { ["newest"] = "desc" };
        return order switch
        {
            SortOrder.Relevance => ["_score", newest, "name"],
            SortOrder.Oldest => ["oldest", "name"],
            SortOrder.Region => [new JsonObject { ["region"] = new JsonObject { ["missing"] = "_last" } }, newest, "name"],
            _ => [newest, "name"],
        };
    }

    /// <summary>The values that a hit was sorted by, as the next request takes them.</summary>
    public static JsonArray SortValues(this HitAnswer hit) => [.. hit.Sort.Select(value => JsonNode.Parse(value.GetRawText()))];

    /// <summary>The name of a hit's document, which every order ends in.</summary>
    public static string NameIn(this HitAnswer hit) => hit.Sort.Last(value => value.ValueKind == JsonValueKind.String).GetString()!;
}
