using System.Globalization;

namespace Fazhi.Search.Elasticsearch;

/// <summary>How far an index has come with a feed.</summary>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Position">Resume token; empty before the first change.</param>
/// <param name="Epoch">Rises when the feed begins anew, so that the low numbers of a new store win over the high ones of the old.</param>
/// <param name="Resetting">What came from the feed in earlier epochs is still to be dropped.</param>
internal sealed record FeedPosition(string Feed, string Position, long Epoch, bool Resetting)
{
    // 8 million epochs of a billion times a thousand changes.
    private const int NumberBits = 40;

    /// <summary>A feed of which nothing was taken in.</summary>
    public static FeedPosition None(string feed) => new(feed, "", 0, Resetting: false);

    /// <summary>Version of what has a number in this epoch of the feed.</summary>
    public long Version(long number) => (Epoch << NumberBits) | Math.Clamp(number, 0, (1L << NumberBits) - 1);

    /// <summary>Version of the position itself: a replica that lags does not take it back.</summary>
    public long OwnVersion => Version(Number);

    // A resume token ends in its number. Of one that does not, the last one written holds.
    private long Number => long.TryParse(Position.AsSpan(Position.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
