using System.Globalization;

namespace Fazhi.Search.Feeds;

/// <summary>Positions of feeds as their services print them: <c>feed/number</c>, the number rising.</summary>
internal static class FeedPosition
{
    /// <summary>The number; 0 before the first change.</summary>
    public static long NumberOf(string position) =>
        long.TryParse(position.AsSpan(position.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether a position is one of the same feed as another and not before it.</summary>
    public static bool HasReached(string position, string other) =>
        other.Length == 0 || (FeedOf(position) == FeedOf(other) && NumberOf(position) >= NumberOf(other));

    private static string FeedOf(string position) => position[..Math.Max(0, position.LastIndexOf('/'))];
}
