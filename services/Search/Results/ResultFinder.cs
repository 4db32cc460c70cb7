using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>Finds what a request asks for: the best of the index, put in order by what its engine does not know of; what comes near where there is little.</summary>
internal sealed class ResultFinder(SearchIndex index, RegionLookup regions, SearchThemes themes)
{
    /// <summary>So many rows are put in order anew: what stands behind them is not looked at by anyone.</summary>
    public const int Window = 50;

    // Where no more is found than this, something else may have been meant.
    private const int Little = 2;

    /// <summary>The rows of the window and what is said of all.</summary>
    public async Task<FoundResult> FindAsync(ReadSearch search, CancellationToken cancellationToken)
    {
        var names = await regions.GetAsync(cancellationToken);
        var results = await FindAsync(search.Asked, cancellationToken);
        var head = new SearchResponse
        {
            TotalSize = results.TotalRows,
            TotalDocuments = results.TotalDocuments,
            TotalPassages = results.TotalPassages,
            Variants = { search.Reading.Variants },
            SuggestedQuery = results.TotalRows <= Little ? search.Reading.Partial.Value.SuggestedQuery : "",
            Facets = { results.Facets.Select(facet => SearchResponses.Facet(facet, names, themes)) },
        };
        return new FoundResult(head, results, await FindPartialAsync(search, results, cancellationToken));
    }

    private async Task<IReadOnlyList<DocumentHit>> FindPartialAsync(ReadSearch search, SearchResults results, CancellationToken cancellationToken)
    {
        var room = search.Query.Limit - results.TotalRows;
        if (room <= 0 || search.Partial() is not { } partial)
            return [];

        var shown = results.Rows.Select(row => RowKey.Of(partial.Query, row)).ToHashSet();
        var found = await FindAsync(partial, cancellationToken);
        return [.. found.Rows.Where(row => !shown.Contains(RowKey.Of(partial.Query, row))).Take((int)room)];
    }

    private async Task<SearchResults> FindAsync(AskedQuery asked, CancellationToken cancellationToken)
    {
        var results = await index.SearchAsync(asked.Query with { Limit = Math.Max(Window, asked.Query.Limit) }, cancellationToken);
        return asked.IsRanked
            ? results with { Rows = [.. asked.Rank([.. results.Rows.Take(Window)]), .. results.Rows.Skip(Window)] }
            : results;
    }
}
