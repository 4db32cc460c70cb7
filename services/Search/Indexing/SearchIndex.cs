using Fazhi.Search.Query;
using Fazhi.Search.Regions;

namespace Fazhi.Search.Indexing;

/// <summary>
/// The seam between search and the engine that does it. An index is a function of the change feeds: whatever it holds can be
/// dropped and comes back the same by replaying them.
/// </summary>
internal abstract class SearchIndex
{
    /// <summary>The engine's name: fts5.</summary>
    public abstract string Engine { get; }

    /// <summary>
    /// Takes in changes of one feed and how far they reach, all or nothing. Putting or removing what is already so does no harm.
    /// </summary>
    /// <param name="feed">The feed's name.</param>
    /// <param name="changes">In the order of the feed.</param>
    /// <param name="position">The feed's resume token after the last of them.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    public abstract Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken);

    /// <summary>Drops everything that came from a feed, and its position, all or nothing.</summary>
    public abstract Task ResetAsync(string feed, CancellationToken cancellationToken);

    /// <summary>The position of a feed; empty when nothing of it was taken in yet.</summary>
    public abstract Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken);

    /// <summary>All regions that the index was told of.</summary>
    public abstract Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken);

    /// <summary>The keys (see <see cref="RegionKey"/>) of places without a code that documents belong to and with whose name the text ends.</summary>
    public abstract Task<IReadOnlyList<string>> FindPlacesAsync(string text, CancellationToken cancellationToken);

    /// <summary>What the query finds.</summary>
    public abstract Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>What the index holds.</summary>
    public abstract Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A hash over everything that the index holds, apart from feed positions, in an order of its own: equal for two indexes that hold the same, however they got it.
    /// </summary>
    public abstract Task<string> GetContentHashAsync(CancellationToken cancellationToken);
}
