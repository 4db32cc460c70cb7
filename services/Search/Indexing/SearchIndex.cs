using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;

namespace Fazhi.Search.Indexing;

/// <summary>
/// The seam between search and the engine that does it. An index is a function of the change feeds: whatever it holds can be
/// dropped and comes back the same by replaying them. Every member throws UNAVAILABLE (FazhiException, with the time to wait) when the engine does not answer.
/// </summary>
internal abstract class SearchIndex : IndexTarget
{
    /// <summary>The engine's name: fts5, elasticsearch.</summary>
    public abstract string Engine { get; }

    /// <summary>
    /// Changes whenever what a search can see changes: an answer that was begun at one generation may be given again for as long as it is that. Replicas on the same
    /// index have the same generation when they have taken in the same. Empty while it is not known.
    /// </summary>
    public abstract string Generation { get; }

    /// <summary>
    /// Is cancelled when another index has come in use than the one whose positions were read: somebody has deleted that, or another replica has put one in use that it
    /// has built. Feeds then begin again where the other one is.
    /// </summary>
    public virtual CancellationToken InUse => CancellationToken.None;

    /// <summary>All regions that the index was told of.</summary>
    public abstract Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken);

    /// <summary>The keys (see <see cref="RegionKey"/>) of places without a code that documents belong to and with whose name the text ends.</summary>
    public abstract Task<IReadOnlyList<string>> FindPlacesAsync(string text, CancellationToken cancellationToken);

    /// <summary>What the query finds.</summary>
    public abstract Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Every row that the query finds, however many, as they are at one moment. Offset, limit and facets do not count. By relevance the first
    /// <see cref="SearchQuery.MaxWindow"/> rows are in order and the rest newest first.
    /// </summary>
    public abstract IAsyncEnumerable<DocumentHit> ScanAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>A document with its passages; null when there is none.</summary>
    public abstract Task<IndexedDocument?> GetDocumentAsync(string name, CancellationToken cancellationToken);

    /// <summary>For each phrase, how many passages have it in their text: exact, or no less than that. How telling a phrase is follows from it.</summary>
    public abstract Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<TokenPhrase> phrases, CancellationToken cancellationToken);

    /// <summary>Name and digest of everything that came from a feed, ordered by name: documents (see <see cref="DocumentDigest"/>), or regions by code.</summary>
    public abstract IAsyncEnumerable<ContentDigest> ListDigestsAsync(string feed, CancellationToken cancellationToken);

    /// <summary>
    /// Waits, or sees to it, that searches find everything that was taken in before the call. An engine in which it is found as soon as it is taken in has nothing to do.
    /// </summary>
    public virtual Task MakeVisibleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An index to build anew beside this one: the one that an earlier attempt has left, or an empty one.</summary>
    /// <param name="restart">What an earlier attempt has left is dropped.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<IndexBuild> OpenBuildAsync(bool restart, CancellationToken cancellationToken);
}
