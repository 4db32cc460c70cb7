namespace Fazhi.Search.Indexing;

/// <summary>What change feeds are taken into: the index in use, or one that is being built.</summary>
internal abstract class IndexTarget
{
    /// <summary>
    /// Takes in changes of one feed and how far they reach. After a crash none or some of them are there, but never the position without them: taking
    /// in again what is there does no harm, nor does an older change after a newer one.
    /// </summary>
    /// <param name="feed">The feed's name.</param>
    /// <param name="changes">In the order of the feed.</param>
    /// <param name="position">The feed's resume token after the last of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Fazhi.Hosting.FazhiException">UNAVAILABLE: the engine does not answer.</exception>
    public abstract Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken);

    /// <summary>Drops everything that came from a feed, and its position.</summary>
    public abstract Task ResetAsync(string feed, CancellationToken cancellationToken);

    /// <summary>The position of a feed; empty when nothing of it was taken in yet.</summary>
    public abstract Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken);

    /// <summary>What it holds.</summary>
    public abstract Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken);
}
