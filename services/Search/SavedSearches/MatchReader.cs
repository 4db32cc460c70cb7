using Fazhi.Documents.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Requests;
using Fazhi.Search.V1;

namespace Fazhi.Search.SavedSearches;

/// <summary>Shows documents as a search would.</summary>
internal sealed class MatchReader(SearchIndex index, SearchRequestReader requests)
{
    /// <summary>Each document with the passages that match the search; one that no longer does, without any; one that is gone, by its name alone.</summary>
    public async Task<IReadOnlyList<SearchResult>> ReadAsync(SearchRequest search, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return [];

        var query = (await requests.ReadAsync(search, cancellationToken)).Query;
        var found = await index.SearchAsync(
            query with { Rows = ResultRows.Documents, Filter = query.Filter with { Names = names }, Offset = 0, Limit = names.Count, Facets = [] }, cancellationToken);
        var byName = SearchResponses.Results(found.Rows, query.Match?.WantedTerms ?? []).ToDictionary(result => result.Document.Name, StringComparer.Ordinal);
        var results = new List<SearchResult>(names.Count);
        foreach (var name in names)
            results.Add(byName.TryGetValue(name, out var result) ? result : await PlainAsync(name, cancellationToken));
        return results;
    }

    private async Task<SearchResult> PlainAsync(string name, CancellationToken cancellationToken) =>
        await index.GetDocumentAsync(name, cancellationToken) is { } document
            ? new SearchResult { Document = document.Summary, PlanKind = document.PlanKind, Status = document.Status }
            : new SearchResult { Document = new DocumentSummary { Name = name } };
}
