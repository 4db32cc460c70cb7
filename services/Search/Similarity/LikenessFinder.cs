using System.Globalization;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.V1;

namespace Fazhi.Search.Similarity;

/// <summary>Finds tasks and passages of other documents that are like one.</summary>
internal sealed class LikenessFinder(SearchIndex index, SearchRequestReader requests, QueryLanguage language)
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;
    private const string ResourceType = "Passage";

    // Documents of one region are much alike: so many rows are looked at for enough of others.
    private static readonly int[] Steps = [200, 2_000];

    private static readonly ResourceName TaskName = new("plans/{plan}/tasks/{number}");
    private static readonly ResourceName PassageName = new("reports/{report}/passages/{number}");
    private static readonly ResourceName PlanName = new("plans/{plan}");
    private static readonly ResourceName ReportName = new("reports/{report}");

    /// <summary>What is like it.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong. NOT_FOUND: there is none of that name.</exception>
    public async Task<MoreLikeThisResponse> FindAsync(MoreLikeThisRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize, DefaultPageSize, MaxPageSize);
        var rows = RequestChecks.KnownOr(request.Rows, "rows", TaskName.TryParse(request.Name) is null ? ResultRows.Passages : ResultRows.Tasks);
        if (rows == ResultRows.Documents)
            throw FazhiException.InvalidArgument("rows", "应为段落或任务");
        var query = await requests.ReadAsync(request.Filter, cancellationToken);
        var document = await index.GetDocumentAsync(DocumentOf(request.Name), cancellationToken) ?? throw FazhiException.NotFound(ResourceType, request.Name);
        var text = TextOf(document, request.Name) ?? throw FazhiException.NotFound(ResourceType, request.Name);

        var response = new MoreLikeThisResponse();
        if (await LikenessQuery.OfAsync(text, language.Vocabulary, index, cancellationToken) is not { } like)
            return response;
        var found = await FindAsync(query with { Match = like.Match, Rows = rows }, document, request.IncludeSameRegion, size, cancellationToken);
        response.Words.Add(like.Words);
        response.Results.Add(SearchResponses.Results(found, like.Match.WantedTerms));
        return response;
    }

    private async Task<List<DocumentHit>> FindAsync(SearchQuery query, IndexedDocument document, bool sameRegion, int size, CancellationToken cancellationToken)
    {
        var own = RegionKey.PathOf(document.Summary.Region);
        List<DocumentHit> found = [];
        foreach (var step in Steps)
        {
            var results = await index.SearchAsync(query with { Limit = step }, cancellationToken);
            found = [.. results.Rows.Where(row => row.Document.Name != document.Name && (sameRegion || !IsIn(own, row.Document.Summary.Region))).Take(size)];
            if (found.Count == size || results.Rows.Count == results.TotalRows)
                break;
        }
        return found;
    }

    private static bool IsIn(IReadOnlyList<string> own, Units.V1.RegionRef? region) =>
        own.Count > 0 && RegionKey.PathOf(region) is { Count: > 0 } path && path[^1] == own[^1];

    private static string DocumentOf(string name)
    {
        if (TaskName.TryParse(name) is { } task)
            return PlanName.Format(task[0]);
        if (PassageName.TryParse(name) is { } passage)
            return ReportName.Format(passage[0]);
        return PlanName.TryParse(name) is not null || ReportName.TryParse(name) is not null
            ? name
            : throw FazhiException.InvalidArgument("name", $"应为 {TaskName}、{PassageName} 或文档的资源名");
    }

    // With the heading that it stands under, which often says what it is about.
    private static string? TextOf(IndexedDocument document, string name)
    {
        if (name == document.Name)
            return string.Join('\n', document.Passages.Select(TextOf).Prepend(document.Summary.Title));
        var passage = document.Passages.FirstOrDefault(passage => passage.Task == name) ?? PassageOf(document, name);
        return passage is null ? null : TextOf(passage);
    }

    // Several passages of a report may have become one, which bears the name of the first.
    private static IndexedPassage? PassageOf(IndexedDocument document, string name) => PassageName.TryParse(name) is { } ids && Number(ids[1]) is { } number
        ? document.Passages.LastOrDefault(passage => PassageName.TryParse(passage.Passage) is { } known && Number(known[1]) <= number)
        : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Its number and who has to do it do not say what it is.
    private static string TextOf(IndexedPassage passage)
    {
        var text = passage.Text.TrimStart();
        if (passage.Label.Length > 0 && text.StartsWith(passage.Label, StringComparison.Ordinal))
            text = text[passage.Label.Length..];
        foreach (var unit in passage.Units.Select(unit => unit.Text).Where(unit => unit.Length > 0).OrderByDescending(unit => unit.Length))
            text = text.Replace(unit, "\n", StringComparison.Ordinal);
        return passage.Headings.Count > 0 ? $"{passage.Headings[^1]}\n{text}" : text;
    }
}
