using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Elasticsearch;

/// <summary>What is counted: passages, and documents by their properties and by those of their passages that match.</summary>
internal static class FacetJson
{
    /// <summary>The aggregations of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="exactly">Every shard tells of all its values, so that the sums are exact in any case.</param>
    public static JsonObject Of(SearchQuery query, bool exactly)
    {
        var aggregations = new JsonObject();
        var passage = QueryJson.Passage(query, scored: false, words: false);
        var byPassage = query.Facets.Where(IsByPassage).Distinct().ToList();
        if (passage is null && byPassage.Count == 0)
            aggregations["count"] = new JsonObject { ["sum"] = new JsonObject { ["field"] = "passage_count" } };
        else
            aggregations["passages"] = Passages(passage, byPassage);
        foreach (var field in query.Facets.Where(field => !IsByPassage(field)).Distinct())
            aggregations[Name(field)] = ByDocument(FieldOf(field), exactly);
        return aggregations;
    }

    /// <summary>How many passages match.</summary>
    public static long PassageCount(JsonElement aggregations) => aggregations.TryGetProperty("count", out var sum)
        ? (long)sum.GetProperty("value").GetDouble()
        : aggregations.GetProperty("passages").GetProperty("matching").GetProperty("doc_count").GetInt64();

    /// <summary>Some shard had more values than it told of, so that a sum may be too low.</summary>
    public static bool MayBeInexact(SearchQuery query, JsonElement aggregations) => query.Facets
        .Where(field => !IsByPassage(field))
        .Any(field => aggregations.GetProperty(Name(field)).GetProperty("doc_count_error_upper_bound").GetInt64() != 0);

    /// <summary>The counts of a field.</summary>
    public static FacetCounts Counts(FacetField field, JsonElement aggregations)
    {
        var counted = IsByPassage(field)
            ? aggregations.GetProperty("passages").GetProperty("matching").GetProperty(Name(field))
            : aggregations.GetProperty(Name(field));
        var values = counted.GetProperty("buckets").EnumerateArray().Select(bucket => new FacetCount(
            Key(bucket.GetProperty("key")),
            (IsByPassage(field) ? bucket.GetProperty("documents") : bucket).GetProperty("doc_count").GetInt32()));
        return new FacetCounts(field, [.. values
            .OrderByDescending(value => value.Documents).ThenBy(value => value.Value, StringComparer.Ordinal).Take(FacetCounts.MaxValues)]);
    }

    private static JsonObject Passages(JsonObject? condition, IEnumerable<FacetField> fields)
    {
        var facets = new JsonObject();
        foreach (var field in fields)
        {
            facets[Name(field)] = new JsonObject
            {
                ["terms"] = new JsonObject { ["field"] = $"passages.{FieldOf(field)}", ["size"] = SearchLimits.PassageFacetValues },
                ["aggs"] = new JsonObject { ["documents"] = new JsonObject { ["reverse_nested"] = new JsonObject() } },
            };
        }
        var matching = new JsonObject { ["filter"] = condition ?? new JsonObject { ["match_all"] = new JsonObject() } };
        if (facets.Count > 0)
            matching["aggs"] = facets;
        return new JsonObject { ["nested"] = new JsonObject { ["path"] = "passages" }, ["aggs"] = new JsonObject { ["matching"] = matching } };
    }

    private static JsonObject ByDocument(string field, bool exactly)
    {
        var terms = new JsonObject { ["field"] = field, ["size"] = FacetCounts.MaxValues };
        if (exactly)
            terms["shard_size"] = int.MaxValue;
        return new JsonObject { ["terms"] = terms };
    }

    private static bool IsByPassage(FacetField field) => field is FacetField.Theme or FacetField.Function;

    private static string Name(FacetField field) => $"facet_{(int)field}";

    private static string FieldOf(FacetField field) => field switch
    {
        FacetField.Province => "province",
        FacetField.Prefecture => "prefecture",
        FacetField.County => "county",
        FacetField.Region => "region",
        FacetField.Level => "level",
        FacetField.Year => "years",
        FacetField.Type => "type",
        FacetField.PlanKind => "plan_kind",
        FacetField.Status => "status",
        FacetField.Issuer => "issuer",
        FacetField.Theme => "themes",
        FacetField.Function => "functions",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a facet"),
    };

    private static string Key(JsonElement key) => key.ValueKind == JsonValueKind.Number ? key.GetInt64().ToString(CultureInfo.InvariantCulture) : key.GetString()!;
}
