using System.Globalization;

namespace Fazhi.Hosting;

/// <summary>A position in one feed, printed as <c>feedId/position</c>.</summary>
internal readonly record struct ResumeToken(string FeedId, long Position)
{
    /// <summary>Reads what <see cref="ToString"/> printed; null when it was never printed by a feed.</summary>
    public static ResumeToken? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && long.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new ResumeToken(text[..slash], position)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FeedId}/{Position}");
}
