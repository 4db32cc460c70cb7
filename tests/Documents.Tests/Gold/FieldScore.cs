namespace Fazhi.Documents.Tests.Gold;

/// <summary>How one field of one or more documents was read.</summary>
/// <param name="Field">The field, as README.md names it.</param>
/// <param name="Expected">How many values gold has.</param>
/// <param name="Found">How many the parser gives.</param>
/// <param name="Matched">How many of them are right.</param>
/// <param name="Differences">The others, for people.</param>
internal sealed record FieldScore(string Field, int Expected, int Found, int Matched, IReadOnlyList<string> Differences)
{
    /// <summary>The share of what was given that is right; 1 where nothing was given.</summary>
    public double Precision => Found == 0 ? 1 : (double)Matched / Found;

    /// <summary>The share of what is there that was given; 1 where nothing is there.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Matched / Expected;

    /// <summary>One score a field over several documents, fields in the order of their first mention.</summary>
    public static IReadOnlyList<FieldScore> Sum(IEnumerable<FieldScore> scores) =>
        [.. scores.GroupBy(s => s.Field).Select(g => new FieldScore(
            g.Key, g.Sum(s => s.Expected), g.Sum(s => s.Found), g.Sum(s => s.Matched), [.. g.SelectMany(s => s.Differences)]))];

    /// <summary>
    /// Pairs values that are the same, each at most once; optional ones count only where paired, and what is only in the parser's list is
    /// not held against it where an optional one says so.
    /// </summary>
    public static FieldScore Of<T>(string field, string where, IReadOnlyList<T> gold, IReadOnlyList<T> parsed, Func<T, T, bool> same, Func<T, string> show, Func<T, bool>? optional = null)
    {
        var open = parsed.ToList();
        var differences = new List<string>();
        int expected = 0, matched = 0;
        foreach (var value in gold.OrderBy(g => optional?.Invoke(g) ?? false))
        {
            var isOptional = optional?.Invoke(value) ?? false;
            var at = open.FindIndex(p => same(value, p));
            if (at >= 0)
                open.RemoveAt(at);
            if (isOptional)
                continue;
            expected++;
            if (at >= 0)
                matched++;
            else
                differences.Add($"{where}: {field} − {show(value)}");
        }

        differences.AddRange(open.Select(p => $"{where}: {field} + {show(p)}"));
        return new(field, expected, matched + open.Count, matched, differences);
    }
}
