namespace Fazhi.Search.Quality;

/// <summary>How good results are, 0 to 1 each.</summary>
/// <param name="Ndcg">nDCG of the first ten: gains of 2^grade - 1, discounted by the logarithm of the rank, against the best order that the judgments allow.</param>
/// <param name="Mrr">One through the rank of the first passage that is about the query (grade 2 or 3).</param>
/// <param name="Recall">The share of passages with a grade above 0 that are among the first fifty.</param>
internal readonly record struct Measures(double Ndcg, double Mrr, double Recall)
{
    private const int Top = 10;
    private const int AboutIt = 2;

    /// <summary>The measures of one result.</summary>
    /// <param name="query">The query.</param>
    /// <param name="found">What was found, best first; unjudged passages count as grade 0.</param>
    public static Measures Of(JudgedQuery query, IReadOnlyList<FoundPassage> found)
    {
        var grades = found.Select(passage => query.GradeOf(passage.File, passage.Range) ?? 0).ToList();
        var relevant = query.Judgments.Where(judgment => judgment.Grade > 0).ToList();
        var ideal = Dcg(relevant.Select(judgment => judgment.Grade).OrderDescending());
        var first = grades.FindIndex(grade => grade >= AboutIt);
        var recalled = relevant.Count(judgment => found.Any(passage => passage.File == judgment.File && JudgedQuery.Overlaps(judgment.Range, passage.Range)));
        return new Measures(ideal == 0 ? 0 : Dcg(grades) / ideal, first < 0 ? 0 : 1.0 / (first + 1), relevant.Count == 0 ? 0 : (double)recalled / relevant.Count);
    }

    /// <summary>The mean of several.</summary>
    public static Measures Mean(IReadOnlyCollection<Measures> all) =>
        all.Count == 0 ? default : new Measures(all.Average(one => one.Ndcg), all.Average(one => one.Mrr), all.Average(one => one.Recall));

    private static double Dcg(IEnumerable<int> grades) => grades.Take(Top).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}
