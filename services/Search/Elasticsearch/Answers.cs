using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;

namespace Fazhi.Search.Elasticsearch;

/// <summary>An answer that is an error.</summary>
internal sealed record ErrorAnswer(ErrorCause? Error);

/// <summary>What was wrong.</summary>
internal sealed record ErrorCause
{
    public string Type { get; init; } = "";

    public string Reason { get; init; } = "";

    [JsonPropertyName("caused_by")]
    public ErrorCause? CausedBy { get; init; }

    [JsonPropertyName("root_cause")]
    public IReadOnlyList<ErrorCause>? RootCause { get; init; }
}

/// <summary>What became of the items of a bulk request, in their order; null where nothing went wrong.</summary>
internal sealed record BulkAnswer(bool Errors, IReadOnlyList<Dictionary<string, BulkItemAnswer>>? Items);

/// <summary>What became of one item.</summary>
internal sealed record BulkItemAnswer(int Status, ErrorCause? Error);

/// <summary>What a search found.</summary>
internal sealed record SearchAnswer
{
    public HitsAnswer Hits { get; init; } = new();

    public JsonElement Aggregations { get; init; }

    [JsonPropertyName("pit_id")]
    public string PitId { get; init; } = "";

    public ErrorCause? Error { get; init; }

    public int Status { get; init; }
}

/// <summary>Answers of several searches.</summary>
internal sealed record MultiSearchAnswer(IReadOnlyList<SearchAnswer> Responses);

/// <summary>The hits.</summary>
internal sealed record HitsAnswer
{
    public TotalAnswer? Total { get; init; }

    public IReadOnlyList<HitAnswer> Hits { get; init; } = [];
}

/// <summary>How many hits there are.</summary>
internal sealed record TotalAnswer(long Value);

/// <summary>A hit: a document, or a passage of one.</summary>
internal sealed record HitAnswer
{
    [JsonPropertyName("_score")]
    public double? Score { get; init; }

    [JsonPropertyName("_source")]
    public SourceAnswer? Source { get; init; }

    public IReadOnlyList<JsonElement> Sort { get; init; } = [];

    public Dictionary<string, JsonElement[]>? Fields { get; init; }

    [JsonPropertyName("inner_hits")]
    public Dictionary<string, InnerAnswer>? Inner { get; init; }
}

/// <summary>What a hit has below it.</summary>
internal sealed record InnerAnswer(HitsAnswer Hits);

/// <summary>What was kept to be shown.</summary>
internal sealed record SourceAnswer(JsonElement Shown);

/// <summary>What is kept of a document besides its passages.</summary>
/// <param name="Summary">The summary, a message in Base64.</param>
/// <param name="PlanKind">Number of the kind.</param>
/// <param name="Status">Number of the status.</param>
/// <param name="Date">The date.</param>
/// <param name="Issuers">Issuing bodies.</param>
internal sealed record ShownDocument(byte[] Summary, int PlanKind, int Status, DateOnly? Date, IReadOnlyList<string> Issuers);

/// <summary>How far a feed has come.</summary>
internal sealed record FeedAnswer(bool Found, [property: JsonPropertyName("_source")] FeedPosition? Source);

/// <summary>The positions of several feeds.</summary>
internal sealed record FeedsAnswer(IReadOnlyList<FeedAnswer> Docs);

/// <summary>A point in time.</summary>
internal sealed record PointInTimeAnswer(string Id);

/// <summary>The server.</summary>
internal sealed record ServerAnswer(ServerVersion Version);

/// <summary>Its version.</summary>
internal sealed record ServerVersion(string Number);

/// <summary>The JSON that goes to the server and comes from it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(BulkAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(MultiSearchAnswer))]
[JsonSerializable(typeof(ShownDocument))]
[JsonSerializable(typeof(IndexedPassage))]
[JsonSerializable(typeof(Region))]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(FeedsAnswer))]
[JsonSerializable(typeof(FeedPosition))]
[JsonSerializable(typeof(PointInTimeAnswer))]
[JsonSerializable(typeof(ServerAnswer))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class ElasticsearchJson : JsonSerializerContext;
