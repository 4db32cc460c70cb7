namespace Fazhi.Search.Elasticsearch;

/// <summary>What the engine is asked for at once, at most.</summary>
internal static class SearchLimits
{
    /// <summary>Passages of one document: one with more is refused. As with the embedded engine.</summary>
    public const int PassagesPerDocument = 65_536;

    /// <summary>Documents whose passages are read in one request.</summary>
    public const int DocumentsRead = 100;

    /// <summary>Documents of which only keys are read in one request.</summary>
    public const int KeysRead = 1_000;

    /// <summary>Passages of each document that are read at first; of those that have more the rest is asked for.</summary>
    public const int PassagesRead = 100;

    /// <summary>Names or digests read in one request.</summary>
    public const int NamesRead = 5_000;

    /// <summary>Values of a facet by passages that are told apart.</summary>
    public const int PassageFacetValues = 10_000;

    /// <summary>How long a view of the index is kept between two requests of one reading.</summary>
    public const string KeepAlive = "2m";
}
