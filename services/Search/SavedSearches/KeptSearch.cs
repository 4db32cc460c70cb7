using Fazhi.Search.V1;

namespace Fazhi.Search.SavedSearches;

/// <summary>A saved search as far as holding documents against it takes.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Name">Resource name.</param>
/// <param name="Revision">Rises whenever the search changes.</param>
/// <param name="Request">The search.</param>
internal sealed record KeptSearch(long Number, string Name, long Revision, SearchRequest Request);
