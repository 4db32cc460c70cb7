namespace Fazhi.Search.SavedSearches;

/// <summary>A post that waits for a web hook.</summary>
/// <param name="Match">Number of the match.</param>
/// <param name="Search">Number of the search.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Secret">Key of its signature; empty for none.</param>
internal sealed record WaitingPost(long Match, long Search, long Attempts, string Url, string Secret);
