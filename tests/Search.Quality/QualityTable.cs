using System.Globalization;

namespace Fazhi.Search.Quality;

/// <summary>The measures of several systems over the judged queries.</summary>
internal static class QualityTable
{
    /// <summary>Measures a system over queries.</summary>
    public static async Task<IReadOnlyDictionary<JudgedQuery, Measures>> MeasureAsync(SearchSystem system, IEnumerable<JudgedQuery> queries)
    {
        var measures = new Dictionary<JudgedQuery, Measures>();
        foreach (var query in queries)
            measures.Add(query, Measures.Of(query, await system.SearchAsync(query.Text)));
        return measures;
    }

    /// <summary>Writes one line a system and group of queries: all, those tuned on, those held out, and each kind.</summary>
    public static void Write(TextWriter target, string system, IReadOnlyDictionary<JudgedQuery, Measures> measures)
    {
        target.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{system}"));
        Line("all", _ => true);
        Line("tuning", query => !query.HeldOut);
        Line("held out", query => query.HeldOut);
        foreach (var kind in measures.Keys.Select(query => query.Kind).Distinct(StringComparer.Ordinal))
            Line(kind, query => query.Kind == kind);

        void Line(string group, Func<JudgedQuery, bool> within)
        {
            var chosen = measures.Where(entry => within(entry.Key)).Select(entry => entry.Value).ToList();
            var mean = Measures.Mean(chosen);
            target.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {group,-12}{chosen.Count,4} queries  nDCG@10 {mean.Ndcg:0.000}  MRR {mean.Mrr:0.000}  recall@50 {mean.Recall:0.000}"));
        }
    }
}
