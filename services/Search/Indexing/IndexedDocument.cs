using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Query;

namespace Fazhi.Search.Indexing;

/// <summary>A document as the index keeps it.</summary>
internal sealed record IndexedDocument
{
    /// <summary>What is shown of it: name, type, title, region.</summary>
    public required DocumentSummary Summary { get; init; }

    /// <summary>Kind of plan; unspecified for a report.</summary>
    public PlanKind PlanKind { get; init; }

    /// <summary>Status of plan; unspecified for a report.</summary>
    public PlanStatus Status { get; init; }

    /// <summary>The day that it is dated; null when not known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Issuing bodies as printed.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>Its passages in the order of the document. Search results leave them out.</summary>
    public IReadOnlyList<IndexedPassage> Passages { get; init; } = [];

    /// <summary>Resource name: plans/…, reports/….</summary>
    public string Name => Summary.Name;

    /// <summary>Years that it covers; null when not known.</summary>
    public YearRange? Years => Summary.Period is { } period ? new YearRange(period.StartYear, period.EndYear) : null;
}
