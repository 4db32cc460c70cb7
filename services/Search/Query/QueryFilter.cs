using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Units.V1;

namespace Fazhi.Search.Query;

/// <summary>What a document must be for its passages to be looked at. Values of one property are alternatives; the properties must all hold.</summary>
internal sealed record QueryFilter
{
    /// <summary>Admits every document.</summary>
    public static QueryFilter None { get; } = new();

    /// <summary>Regions (see <see cref="Regions.RegionKey"/>), each with everything below it.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Levels of the document's own region.</summary>
    public IReadOnlyList<RegionLevel> Levels { get; init; } = [];

    /// <summary>Plans or reports.</summary>
    public IReadOnlyList<DocumentType> Types { get; init; } = [];

    /// <summary>Years, one of which the document's period must have.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Years, first and last, that the document's period must meet; null for any.</summary>
    public YearRange? Period { get; init; }

    /// <summary>Kinds of plan: leaves only plans in the result.</summary>
    public IReadOnlyList<PlanKind> PlanKinds { get; init; } = [];

    /// <summary>Statuses of plan: leaves only plans in the result.</summary>
    public IReadOnlyList<PlanStatus> Statuses { get; init; } = [];

    /// <summary>Resource names of documents.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Issuing bodies: one of them must be meant.</summary>
    public IReadOnlyList<IssuerName> Issuers { get; init; } = [];
}
