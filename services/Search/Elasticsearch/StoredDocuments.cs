using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Makes documents again of what was kept to be shown.</summary>
internal static class StoredDocuments
{
    /// <summary>A document without its passages.</summary>
    public static IndexedDocument Document(ShownDocument shown) => new()
    {
        Summary = DocumentSummary.Parser.ParseFrom(shown.Summary),
        PlanKind = (PlanKind)shown.PlanKind,
        Status = (PlanStatus)shown.Status,
        Date = shown.Date,
        Issuers = shown.Issuers,
    };

    /// <summary>A document with its passages.</summary>
    public static IndexedDocument Document(StoredDocument stored) =>
        Document(stored.Shown) with { Passages = [.. (stored.Passages ?? []).Select(passage => passage.Shown)] };
}
