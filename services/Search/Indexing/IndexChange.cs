namespace Fazhi.Search.Indexing;

/// <summary>One step that an index takes.</summary>
internal abstract record IndexChange
{
    private IndexChange()
    {
    }

    /// <summary>Number of the change in its feed, rising: what has a lower one than what the index holds of the same thing is out of date.</summary>
    public long Version { get; init; }

    /// <summary>The document is as given now: it replaces what the index has of it.</summary>
    internal sealed record PutDocument(IndexedDocument Document) : IndexChange;

    /// <summary>There is no such document any more.</summary>
    internal sealed record RemoveDocument(string Name) : IndexChange;

    /// <summary>The region is as given now.</summary>
    internal sealed record PutRegion(Regions.Region Region) : IndexChange;

    /// <summary>There is no such region any more.</summary>
    internal sealed record RemoveRegion(string Code) : IndexChange;
}
