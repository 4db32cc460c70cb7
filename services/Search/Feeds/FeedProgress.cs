namespace Fazhi.Search.Feeds;

/// <summary>How far the index has come with a feed.</summary>
/// <param name="Connected">The feed is connected.</param>
/// <param name="CaughtUp">Everything that it had has been taken in.</param>
/// <param name="ResumeToken">Position of the last change taken in; empty before the first.</param>
/// <param name="LastError">What was wrong when it was last tried; empty if nothing was.</param>
internal sealed record FeedProgress(bool Connected, bool CaughtUp, string ResumeToken, string LastError)
{
    public static FeedProgress None { get; } = new(false, false, "", "");
}
