using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>Finds what a request asks for: the best of the index, put in order by what its engine does not know of; something looser where there is nothing.</summary>
internal sealed class ResultFinder(SearchIndex index, RegionLookup regions, SearchThemes themes)
{
    // So many rows are put in order anew: what stands behind them is not looked at by anyone.
    private const int Window = 50;

    // Where no more is found than this, something else may have been meant.
    private const int Little = 2;

    /// <summary>What was asked for when an answer was given before.</summary>
    public static AskedQuery AsAnswered(ReadSearch search, SearchResponse head) => head.Relaxed && search.Relaxed is { } relaxed ? relaxed : search.Asked;

    /// <summary>The rows of the window and what is said of all.</summary>
    public async Task<FoundResult> FindAsync(ReadSearch search, CancellationToken cancellationToken)
    {
        var names = await regions.GetAsync(cancellationToken);
        var (asked, results) = (search.Asked, await FindAsync(search.Asked, cancellationToken));
        var little = results.TotalRows <= Little;
        if (results.TotalRows == 0 && search.Relaxed is { } relaxed)
            (asked, results) = (relaxed, await FindAsync(relaxed, cancellationToken));
        var head = new SearchResponse
        {
            TotalSize = results.TotalRows,
            TotalDocuments = results.TotalDocuments,
            TotalPassages = results.TotalPassages,
            Relaxed = asked == search.Relaxed && results.TotalRows > 0,
            Variants = { search.Reading.Variants },
            SuggestedQuery = little ? search.Reading.SuggestedQuery : "",
            Facets = { results.Facets.Select(facet => SearchResponses.Facet(facet, names, themes)) },
        };
        return new FoundResult(asked, head, results);
    }

    private async Task<SearchResults> FindAsync(AskedQuery asked, CancellationToken cancellationToken)
    {
        var results = await index.SearchAsync(asked.Query with { Limit = Math.Max(Window, asked.Query.Limit) }, cancellationToken);
        return asked.IsRanked
            ? results with { Rows = [.. asked.Rank([.. results.Rows.Take(Window)]), .. results.Rows.Skip(Window)] }
            : results;
    }
}
