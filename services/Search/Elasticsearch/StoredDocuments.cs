using System.Text.Json;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Makes documents and passages again of what was kept to be shown.</summary>
internal static class StoredDocuments
{
    /// <summary>A document without its passages.</summary>
    public static IndexedDocument Document(byte[] json)
    {
        var shown = JsonSerializer.Deserialize(json, ElasticsearchJson.Default.ShownDocument)!;
        return new IndexedDocument
        {
            Summary = DocumentSummary.Parser.ParseFrom(shown.Summary),
            PlanKind = (PlanKind)shown.PlanKind,
            Status = (PlanStatus)shown.Status,
            Date = shown.Date,
            Issuers = shown.Issuers,
        };
    }

    /// <summary>A passage.</summary>
    public static IndexedPassage Passage(string json) => JsonSerializer.Deserialize(json, ElasticsearchJson.Default.IndexedPassage)!;
}
