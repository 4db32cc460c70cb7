using Fazhi.Units.V1;
using Google.Protobuf;
using Period = Fazhi.Documents.V1.Period;

namespace Fazhi.Hosting;

/// <summary>An imported document as its service keeps it.</summary>
public sealed record StoredDocument
{
    /// <summary>Id, from <see cref="DocumentId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the original, the key in <see cref="Originals"/>.</summary>
    public required string Sha256 { get; init; }

    public required string Title { get; init; }

    /// <summary>Number of the kind in the contract; 0 where the service knows no kinds.</summary>
    public int Kind { get; init; }

    /// <summary>Number of the status in the contract; 0 where the service knows none.</summary>
    public int Status { get; init; }

    public required RegionRef Region { get; init; }

    /// <summary>Years covered; null when not known.</summary>
    public Period? Period { get; init; }

    /// <summary>The resource in its basic view.</summary>
    public required IMessage Basic { get; init; }

    /// <summary>What the full view has beyond the basic one, as a message of the same type.</summary>
    public required IMessage Rest { get; init; }
}
