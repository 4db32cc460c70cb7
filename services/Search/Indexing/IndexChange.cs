namespace Fazhi.Search.Indexing;

/// <summary>One step that an index takes.</summary>
internal abstract record IndexChange
{
    private IndexChange()
    {
    }

    /// <summary>The document is as given now: it replaces what the index has of it.</summary>
    internal sealed record PutDocument(IndexedDocument Document) : IndexChange;

    /// <summary>There is no such document any more.</summary>
    internal sealed record RemoveDocument(string Name) : IndexChange;

    /// <summary>The region is as given now.</summary>
    internal sealed record PutRegion(Regions.Region Region) : IndexChange;

    /// <summary>There is no such region any more.</summary>
    internal sealed record RemoveRegion(string Code) : IndexChange;
}
