using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Ranking;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Explanations;

/// <summary>Tells why a document is found by a search, or why it is not: what was looked for is looked for in it alone, as a whole and piece by piece.</summary>
internal sealed class ResultExplainer(SearchIndex index, SearchRequestReader requests, SearchThemes themes)
{
    private const string ResourceType = "Document";

    /// <summary>The explanation.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong. NOT_FOUND: the index has no such document.</exception>
    public async Task<ExplainResponse> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken)
    {
        if (request.Name.Length == 0)
            throw FazhiException.InvalidArgument("name", "不能为空，应为文档的资源名");
        var search = request.Search?.Clone() ?? new SearchRequest();
        search.PageToken = "";
        search.Facets.Clear();
        search.Rows = ResultRows.Documents;
        var read = await requests.ReadAsync(search, cancellationToken);
        if (await index.GetDocumentAsync(request.Name, cancellationToken) is null)
            throw FazhiException.NotFound(ResourceType, request.Name);

        var response = new ExplainResponse { Interpretation = read.Query.Match is null ? "没有检索词：凡符合筛选条件的都是结果" : read.Reading.Interpretation.Value };
        if (await FindAsync(read.Query, request.Name, cancellationToken) is { } hit)
        {
            Describe(response, read.Asked, hit);
            return response;
        }
        response.Missing.Add(await MissingFiltersAsync(search.Filter ?? new SearchFilter(), request.Name, cancellationToken));
        response.Missing.Add(await MissingWordsAsync(read.Reading, request.Name, cancellationToken));
        if (response.Missing.Count == 0)
            response.Missing.Add("各个词和筛选条件分别都符合，但没有一个段落同时符合");
        return response;
    }

    private static void Describe(ExplainResponse response, AskedQuery asked, DocumentHit hit)
    {
        var best = asked.Rank([hit])[0].Passages[0];
        var engineScore = hit.Passages.First(passage => passage.Passage.Start == best.Passage.Start).Score;
        response.Matched = true;
        response.Passage = SearchResponses.Passage(best, [.. (asked.Query.Match?.WantedTerms ?? []).Select(term => term.Phrase)]);
        response.Reasons.Add(new PassageRanker(asked.Terms).Explain(best.Passage, engineScore));
        response.Score = response.Reasons.Sum(reason => reason.Score);
    }

    private async Task<DocumentHit?> FindAsync(SearchQuery query, string name, CancellationToken cancellationToken)
    {
        if (query.Filter.Names.Count > 0 && !query.Filter.Names.Contains(name, StringComparer.Ordinal))
            return null;
        var found = await index.SearchAsync(query with { Filter = query.Filter with { Names = [name] }, Offset = 0, Limit = 1 }, cancellationToken);
        return found.Rows.Count > 0 ? found.Rows[0] : null;
    }

    private async Task<IEnumerable<string>> MissingWordsAsync(QueryReading reading, string name, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        // What was typed and what is looked for instead have the same parts.
        foreach (var (typed, wanted) in Parts(reading.Typed).Zip(Parts(reading.Match)))
        {
            if (await FindAsync(new SearchQuery { Match = wanted }, name, cancellationToken) is null)
                missing.Add($"没有一个段落符合：{QueryWriter.InWords(typed, themes.Lookup)}");
        }
        if (missing.Count == 0 && reading is { Typed: QueryNode.Except typedExcept, Match: QueryNode.Except except }
            && await FindAsync(new SearchQuery { Match = except.Wanted }, name, cancellationToken) is not null)
        {
            missing.Add($"有所要的词的段落都因要排除的词而不算：{QueryWriter.InWords(typedExcept.Unwanted, themes.Lookup)}");
        }
        return missing;
    }

    private static IEnumerable<QueryNode> Parts(QueryNode? match) => match switch
    {
        null => [],
        QueryNode.All all => all.Nodes,
        QueryNode.Except except => Parts(except.Wanted),
        _ => [match],
    };

    private async Task<IEnumerable<string>> MissingFiltersAsync(SearchFilter filter, string name, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var (label, single) in Singles(filter))
        {
            if (await FindAsync(await requests.ReadAsync(single, cancellationToken), name, cancellationToken) is null)
                missing.Add($"不符合筛选条件：{label}");
        }
        return missing;
    }

    // Each condition by itself; roles belong to the units and functions that they are of.
    private static IEnumerable<(string Label, SearchFilter Filter)> Singles(SearchFilter filter)
    {
        if (filter.Regions.Count > 0)
            yield return ($"地区（{string.Join('、', filter.Regions)}）", new SearchFilter { Regions = { filter.Regions } });
        if (filter.Levels.Count > 0)
            yield return ("级别", new SearchFilter { Levels = { filter.Levels } });
        if (filter.Types_.Count > 0)
            yield return ("文件类型", new SearchFilter { Types_ = { filter.Types_ } });
        if (filter.Years.Count > 0)
            yield return ($"年份（{string.Join('、', filter.Years)}）", new SearchFilter { Years = { filter.Years } });
        if (filter.Period is { } period)
            yield return ($"期间（{period.StartYear}—{period.EndYear}）", new SearchFilter { Period = period });
        if (filter.PlanKinds.Count > 0)
            yield return ("计划种类", new SearchFilter { PlanKinds = { filter.PlanKinds } });
        if (filter.Statuses.Count > 0)
            yield return ("计划状态", new SearchFilter { Statuses = { filter.Statuses } });
        if (filter.Names.Count > 0)
            yield return ("指定的文件", new SearchFilter { Names = { filter.Names } });
        if (filter.Issuers.Count > 0)
            yield return ($"发文机关（{string.Join('、', filter.Issuers)}）", new SearchFilter { Issuers = { filter.Issuers } });
        if (filter.Units.Count + filter.UnitRoles.Count > 0)
            yield return ($"责任单位（{string.Join('、', filter.Units)}）", new SearchFilter { Units = { filter.Units }, UnitRoles = { filter.UnitRoles } });
        if (filter.Functions.Count > 0)
            yield return ("职能", new SearchFilter { Functions = { filter.Functions }, UnitRoles = { filter.UnitRoles } });
        if (filter.Themes.Count > 0)
            yield return ("主题", new SearchFilter { Themes = { filter.Themes } });
        if (filter.DeadlineFrom.Length + filter.DeadlineTo.Length > 0)
            yield return ($"时限（{filter.DeadlineFrom}—{filter.DeadlineTo}）", new SearchFilter { DeadlineFrom = filter.DeadlineFrom, DeadlineTo = filter.DeadlineTo });
        if (filter.HasHasTarget)
            yield return (filter.HasTarget ? "有指标值" : "没有指标值", new SearchFilter { HasTarget = filter.HasTarget });
    }
}
