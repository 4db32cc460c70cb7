using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>Finds what a request asks for: the best of the index, put in order by what its engine does not know of.</summary>
internal sealed class ResultFinder(SearchIndex index, SearchRequestReader requests, RegionLookup regions, SearchThemes themes)
{
    // So many rows are put in order anew: what stands behind them is not looked at by anyone.
    private const int Window = 50;

    /// <inheritdoc cref="SearchRequestReader.ReadAsync(SearchRequest, CancellationToken)"/>
    public Task<SearchQuery> ReadAsync(SearchRequest request, CancellationToken cancellationToken) => requests.ReadAsync(request, cancellationToken);

    /// <summary>The query by which an answer was found that was given before.</summary>
    public SearchQuery AsAnswered(SearchQuery query, SearchResponse head) => query;

    /// <summary>The rows of the window and what is said of all.</summary>
    public async Task<FoundResult> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var names = await regions.GetAsync(cancellationToken);
        var results = await index.SearchAsync(query with { Limit = Math.Max(Window, query.Limit) }, cancellationToken);
        var head = new SearchResponse
        {
            TotalSize = results.TotalRows,
            TotalDocuments = results.TotalDocuments,
            TotalPassages = results.TotalPassages,
            Facets = { results.Facets.Select(facet => SearchResponses.Facet(facet, names, themes)) },
        };
        return new FoundResult(query, head, results);
    }
}
