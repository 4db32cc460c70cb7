using Fazhi.Hosting;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Requests;

/// <summary>Reads search requests. What is wrong with one is said with the field that it is in.</summary>
internal sealed class SearchRequestReader(QueryLanguage language, RegionLookup regions, SearchThemes themes)
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;
    private const int DefaultPassages = 3;
    private const int MaxPassages = 20;
    private const int MaxFacets = 100;

    /// <summary>What a request asks for, from the first row on.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong. UNAVAILABLE: what a name means cannot be told now.</exception>
    public async Task<ReadSearch> ReadAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var reading = language.Read(request.Query, request.Literal);
        var query = await ReadAsync(request.Filter, cancellationToken) with
        {
            Match = reading.Match,
            Rows = RequestChecks.KnownOr(request.Rows, "rows", ResultRows.Documents),
            Sort = Sort(request, reading.Match),
            Limit = PageSize.Of(request.PageSize, DefaultPageSize, MaxPageSize),
            PassagesPerDocument = Passages(request.PassagesPerDocument),
            Facets = [.. RequestChecks.Known(request.Facets, "facets", MaxFacets).Distinct()],
        };
        return new ReadSearch(reading, new AskedQuery(query, reading.Terms));
    }

    /// <summary>The query for everything that a filter lets through.</summary>
    /// <inheritdoc cref="ReadAsync(SearchRequest, CancellationToken)" path="/exception"/>
    public async Task<SearchQuery> ReadAsync(SearchFilter? filter, CancellationToken cancellationToken)
    {
        filter ??= new SearchFilter();
        return new SearchQuery
        {
            Where = FilterReader.Passages(filter, themes),
            Deadline = FilterReader.Deadline(filter),
            Filter = FilterReader.Documents(filter) with { Regions = await regions.ResolveAsync(filter.Regions, cancellationToken) },
        };
    }

    // By relevance nothing can be ordered that nothing was looked for in.
    private static SortOrder Sort(SearchRequest request, QueryNode? match)
    {
        var sort = RequestChecks.KnownOr(request.Sort, "sort", SortOrder.Relevance);
        return sort == SortOrder.Relevance && match is null ? SortOrder.Newest : sort;
    }

    private static int Passages(int requested) => requested switch
    {
        < 0 => throw FazhiException.InvalidArgument("passages_per_document", "不能是负数"),
        0 => DefaultPassages,
        _ => Math.Min(requested, MaxPassages),
    };
}
