using System.Diagnostics;

namespace Fazhi.Search.Feeds;

/// <summary>How far the index has come with a feed.</summary>
/// <param name="Connected">The feed is connected.</param>
/// <param name="CaughtUp">Everything that it had has been taken in.</param>
/// <param name="ResumeToken">Position of the last change taken in; empty before the first.</param>
/// <param name="LastError">What was wrong when it was last tried; empty if nothing was.</param>
/// <param name="BehindSince">Since when (see <see cref="Stopwatch.GetTimestamp"/>) a change has been waiting or the feed has been disconnected; null for neither.</param>
internal sealed record FeedProgress(bool Connected, bool CaughtUp, string ResumeToken, string LastError, long? BehindSince)
{
    /// <summary>Before the first connection.</summary>
    public static FeedProgress None => new(false, false, "", "", Stopwatch.GetTimestamp());

    /// <summary>How long the index has been behind the feed; zero when it is not.</summary>
    public TimeSpan Lag => BehindSince is { } since ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero;
}
