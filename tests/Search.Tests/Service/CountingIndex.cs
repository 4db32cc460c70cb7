using System.Runtime.CompilerServices;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;

namespace Fazhi.Search.Tests.Service;

/// <summary>An index that counts the rows that a scan has been asked for, and knows whether it was let go of.</summary>
internal sealed class CountingIndex(SearchIndex index) : SearchIndex
{
    /// <summary>Rows given by the last scan so far.</summary>
    public int Given { get; private set; }

    /// <summary>The last scan was ended, before its end or at it.</summary>
    public bool IsLetGo { get; private set; }

    public override string Engine => index.Engine;

    public override string Generation => index.Generation;

    public override async IAsyncEnumerable<DocumentHit> ScanAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (Given, IsLetGo) = (0, false);
        try
        {
            await foreach (var row in index.ScanAsync(query, cancellationToken))
            {
                Given++;
                yield return row;
            }
        }
        finally
        {
            IsLetGo = true;
        }
    }

    public override Task<IReadOnlyList<Region>> GetRegionsAsync(CancellationToken cancellationToken) => index.GetRegionsAsync(cancellationToken);

    public override Task<IReadOnlyList<string>> FindPlacesAsync(string text, CancellationToken cancellationToken) => index.FindPlacesAsync(text, cancellationToken);

    public override Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => index.SearchAsync(query, cancellationToken);

    public override Task<IndexedDocument?> GetDocumentAsync(string name, CancellationToken cancellationToken) => index.GetDocumentAsync(name, cancellationToken);

    public override Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<TokenPhrase> phrases, CancellationToken cancellationToken) => index.CountAsync(phrases, cancellationToken);

    public override IAsyncEnumerable<ContentDigest> ListDigestsAsync(string feed, CancellationToken cancellationToken) => index.ListDigestsAsync(feed, cancellationToken);

    public override Task<IndexBuild> OpenBuildAsync(bool restart, CancellationToken cancellationToken) => index.OpenBuildAsync(restart, cancellationToken);

    public override Task ApplyAsync(string feed, IReadOnlyList<IndexChange> changes, string position, CancellationToken cancellationToken) =>
        index.ApplyAsync(feed, changes, position, cancellationToken);

    public override Task ResetAsync(string feed, CancellationToken cancellationToken) => index.ResetAsync(feed, cancellationToken);

    public override Task<string> GetPositionAsync(string feed, CancellationToken cancellationToken) => index.GetPositionAsync(feed, cancellationToken);

    public override Task<IndexStatistics> GetStatisticsAsync(CancellationToken cancellationToken) => index.GetStatisticsAsync(cancellationToken);
}
