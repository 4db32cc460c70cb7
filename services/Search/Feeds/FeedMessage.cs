using System.Diagnostics;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Feeds;

/// <summary>A message of a change feed.</summary>
/// <param name="ResumeToken">Where the feed goes on after it.</param>
/// <param name="CaughtUp">Everything up to here has been sent.</param>
/// <param name="Change">What it means for the index; null for nothing.</param>
/// <param name="Size">Bytes of the message.</param>
internal sealed record FeedMessage(string ResumeToken, bool CaughtUp, IndexChange? Change, int Size)
{
    /// <summary>When it arrived (see <see cref="Stopwatch.GetTimestamp"/>).</summary>
    public long Arrived { get; } = Stopwatch.GetTimestamp();

    /// <summary>The message of a change, which has the number of the feed's position for its version.</summary>
    public static FeedMessage Of(string resumeToken, bool caughtUp, IndexChange? change, int size) =>
        new(resumeToken, caughtUp, change is null ? null : change with { Version = FeedPosition.NumberOf(resumeToken) }, size);
}
