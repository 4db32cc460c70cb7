using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>A query that finds something.</summary>
public sealed record ExampleQuery(string Text, long Documents);

/// <summary>Queries to begin with: words of the field that occur in what is stored now, with the number of documents.</summary>
internal sealed class ExampleQueries(PageCalls calls, TimeProvider clock)
{
    private const int Shown = 6;
    private static readonly string[] Candidates =
        ["行政复议", "政务公开", "营商环境", "行政执法监督", "规范性文件", "重大行政决策", "行政应诉", "法治宣传教育", "人民调解", "政务服务"];

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private Kept kept = new(DateTimeOffset.MinValue, []);

    public async Task<IReadOnlyList<ExampleQuery>> GetAsync(CancellationToken cancellationToken)
    {
        if (kept is var recent && clock.GetUtcNow() < recent.Until)
            return recent.Queries;
        var counted = await Task.WhenAll(Candidates.Select(text => CountAsync(text, cancellationToken)));
        IReadOnlyList<ExampleQuery> queries = [.. counted.Where(query => query.Documents > 0).OrderByDescending(query => query.Documents).Take(Shown)];
        if (queries.Count > 0)
            kept = new Kept(clock.GetUtcNow() + Freshness, queries);
        return queries;
    }

    private async Task<ExampleQuery> CountAsync(string text, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Query = text, PageSize = 1, PassagesPerDocument = 1 };
        var answer = await calls.AskAsync("search", call => calls.Search.SearchAsync(request, call), cancellationToken);
        return new ExampleQuery(text, answer.Value?.TotalSize ?? 0);
    }

    private sealed record Kept(DateTimeOffset Until, IReadOnlyList<ExampleQuery> Queries);
}
