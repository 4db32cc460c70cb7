namespace Fazhi.Search.Elasticsearch;

/// <summary>One index: documents, and how far the feeds have come that it was filled from. Both are made, put in use and dropped together.</summary>
/// <param name="Documents">Index of the documents.</param>
/// <param name="State">Index of the feed positions, the regions and the documents that were refused.</param>
internal sealed record IndexGeneration(string Documents, string State);
