namespace Fazhi.Search.SavedSearches;

/// <summary>Changes that were held against the saved searches.</summary>
/// <param name="Positions">How far each feed's changes reach with them.</param>
/// <param name="Names">The documents that changed.</param>
/// <param name="Removed">Those of them that are gone.</param>
/// <param name="Matching">For each search the documents of them that match it now.</param>
internal sealed record MatchBatch(
    IReadOnlyDictionary<string, string> Positions,
    IReadOnlyCollection<string> Names,
    IReadOnlyCollection<string> Removed,
    IReadOnlyList<(KeptSearch Search, IReadOnlySet<string> Names)> Matching);
