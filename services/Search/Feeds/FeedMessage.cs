using Fazhi.Search.Indexing;

namespace Fazhi.Search.Feeds;

/// <summary>A message of a change feed.</summary>
/// <param name="ResumeToken">Where the feed goes on after it.</param>
/// <param name="CaughtUp">Everything up to here has been sent.</param>
/// <param name="Change">What it means for the index; null for nothing.</param>
/// <param name="Size">Bytes of the message.</param>
internal sealed record FeedMessage(string ResumeToken, bool CaughtUp, IndexChange? Change, int Size);
