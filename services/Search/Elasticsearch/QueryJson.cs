using System.Text.Json.Nodes;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Writes a query in the language of Elasticsearch. What was typed gets into it as values alone.</summary>
internal static class QueryJson
{
    private const string Passages = "passages";

    // The order of the embedded engine's weights; a title or region is short, so that a word in it counts much already.
    private static readonly (string Field, double Boost)[] Anywhere = [("title", 4), ("region", 4), ("heading", 2.5), ("body", 1)];
    private static readonly (string Field, double Boost)[] Title = [("title", 4)];
    private static readonly (string Field, double Boost)[] Units = [("units", 1)];

    // How much a word counts that smartcn finds: it settles the order of what is else alike.
    private const double WordBoost = 0.1;

    // What else a passage has of a word than where it has most of it.
    private const double TieBreaker = 0.3;

    /// <summary>What a passage must have; null when every passage will do.</summary>
    /// <param name="query">The query.</param>
    /// <param name="scored">It is to be scored, too.</param>
    /// <param name="words">There is a field for the words that smartcn finds.</param>
    public static JsonObject? Passage(SearchQuery query, bool scored, bool words)
    {
        var filter = new List<JsonObject>();
        if (query.Where is { } where)
            filter.Add(Node(where, scored: false));
        if (query.Deadline is { } deadline)
            filter.Add(Range($"{Passages}.deadlines", deadline.First.DayNumber, deadline.Last.DayNumber));
        if (query.Rows == ResultRows.Tasks)
            filter.Add(Tag(PassageTags.IsTask));
        if (query.Match is not { } match)
            return filter.Count == 0 ? null : Filter(filter);
        if (!scored)
            return Filter([.. filter, Node(match, scored: false)]);

        var clauses = new JsonObject { ["must"] = Node(match, scored: true), ["filter"] = Array(filter) };
        var wanted = string.Join(' ', match.WantedTerms.Where(term => term.Field == QueryField.Anywhere).Select(term => term.Text).Distinct(StringComparer.Ordinal));
        if (words && wanted.Length > 0)
            clauses["should"] = Leaf("match", "words", new JsonObject { ["query"] = wanted, ["boost"] = WordBoost });
        return Bool(clauses);
    }

    /// <summary>What a document must be.</summary>
    public static IEnumerable<JsonObject> Document(QueryFilter filter)
    {
        if (filter.Regions.Count > 0)
            yield return Terms("region_path", filter.Regions);
        if (filter.Levels.Count > 0)
            yield return Terms("level", filter.Levels.Select(level => (int)level));
        if (filter.Types.Count > 0)
            yield return Terms("type", filter.Types.Select(type => (int)type));
        if (filter.Years.Count > 0)
            yield return Either(filter.Years.Select(year => Term("period", year)));
        if (filter.Period is { } period)
            yield return Range("period", period.First, period.Last);
        if (filter.PlanKinds.Count > 0)
            yield return Terms("plan_kind", filter.PlanKinds.Select(kind => (int)kind));
        if (filter.Statuses.Count > 0)
            yield return Terms("status", filter.Statuses.Select(status => (int)status));
        if (filter.Names.Count > 0)
            yield return Terms("name", filter.Names);
        if (filter.Issuers.Count > 0)
            yield return Either(filter.Issuers.Select(Issuer));
    }

    /// <summary>Passages with this phrase in their text.</summary>
    public static JsonObject InBody(Text.TokenPhrase phrase) => Phrase(phrase, "body", null);

    /// <summary>All of the conditions, without a score.</summary>
    public static JsonObject Filter(IEnumerable<JsonObject> conditions) => Bool(new JsonObject { ["filter"] = Array(conditions) });

    public static JsonObject Term<T>(string field, T value) => new() { ["term"] = new JsonObject { [field] = JsonValue.Create(value) } };

    public static JsonObject Terms<T>(string field, IEnumerable<T> values) =>
        new() { ["terms"] = new JsonObject { [field] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) } };

    public static JsonObject Bool(JsonObject clauses) => new() { ["bool"] = clauses };

    private static JsonObject Node(QueryNode node, bool scored) => node switch
    {
        QueryNode.Phrase phrase => Phrase(phrase.Term, scored),
        QueryNode.Tag tag when scored => new JsonObject { ["constant_score"] = new JsonObject { ["filter"] = Tag(tag.Value), ["boost"] = 0 } },
        QueryNode.Tag tag => Tag(tag.Value),
        QueryNode.All all => Bool(new JsonObject { [scored ? "must" : "filter"] = Array(all.Nodes.Select(child => Node(child, scored))) }),
        QueryNode.Any any => Either(any.Nodes.Select(child => Node(child, scored))),
        QueryNode.Except except => Bool(new JsonObject
        {
            [scored ? "must" : "filter"] = Node(except.Wanted, scored),
            ["must_not"] = Node(except.Unwanted, scored: false),
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a kind of node"),
    };

    private static JsonObject Phrase(SearchTerm term, bool scored)
    {
        var fields = term.Field switch
        {
            QueryField.Title => Title,
            QueryField.Units => Units,
            _ => Anywhere,
        };
        var inFields = fields.Select(field => Phrase(term.Phrase, field.Field, scored ? field.Boost : null)).ToList();
        if (inFields is [var only])
            return only;
        return scored ? new JsonObject { ["dis_max"] = new JsonObject { ["queries"] = Array(inFields), ["tie_breaker"] = TieBreaker } } : Either(inFields);
    }

    private static JsonObject Phrase(Text.TokenPhrase phrase, string field, double? boost)
    {
        var (kind, text) = phrase switch
        {
            { Values: [var token], LastIsPrefix: true } => ("prefix", token),
            { Values: [var token] } => ("term", token),
            { LastIsPrefix: true } => ("match_phrase_prefix", string.Join(' ', phrase.Values)),
            _ => ("match_phrase", string.Join(' ', phrase.Values)),
        };
        var leaf = new JsonObject { [kind is "prefix" or "term" ? "value" : "query"] = text };
        if (boost is { } factor)
            leaf["boost"] = factor;
        // A prefix of a length that the field keeps (see index_prefixes) is one term, and scored like one; of any other, its words count alike.
        if (kind == "prefix" && text.Length <= (field == "units" ? 2 : 1))
            leaf["rewrite"] = "scoring_boolean";
        if (kind == "match_phrase_prefix")
            leaf["max_expansions"] = int.MaxValue;
        return Leaf(kind, field, leaf);
    }

    private static JsonObject Leaf(string kind, string field, JsonObject value) => new() { [kind] = new JsonObject { [$"{Passages}.{field}"] = value } };

    private static JsonObject Tag(string value) => Term($"{Passages}.tags", value);

    private static JsonObject Range(string field, int first, int last) =>
        new() { ["range"] = new JsonObject { [field] = new JsonObject { ["gte"] = first, ["lte"] = last } } };

    private static JsonObject Either(IEnumerable<JsonObject> nodes) => Bool(new JsonObject { ["should"] = Array(nodes), ["minimum_should_match"] = 1 });

    private static JsonObject Issuer(IssuerName name)
    {
        if (name.IsWhole)
            return Term("issuer_folded", name.Text);
        var literal = name.Text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("*", @"\*", StringComparison.Ordinal).Replace("?", @"\?", StringComparison.Ordinal);
        return new JsonObject { ["wildcard"] = new JsonObject { ["issuer_folded"] = $"*{literal}*" } };
    }

    private static JsonArray Array(IEnumerable<JsonObject> nodes) => [.. nodes];
}
