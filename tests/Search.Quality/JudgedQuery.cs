using System.Globalization;
using Fazhi.Search.Text;

namespace Fazhi.Search.Quality;

/// <summary>A passage that was judged for a query.</summary>
/// <param name="File">File name of the document.</param>
/// <param name="Range">Where it stands in the text of the document.</param>
/// <param name="Grade">3 answers the query, 2 is about it, 1 mentions it, 0 has nothing to do with it.</param>
internal sealed record Judgment(string File, TextRange Range, int Grade);

/// <summary>A query with all that was judged for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it tries: words, several, natural, variants, traditional, units, targets, themes, rare, misprints.</param>
/// <param name="HeldOut">It was not looked at while weights were chosen.</param>
/// <param name="Text">As a person types it.</param>
/// <param name="Judgments">The passages judged.</param>
internal sealed record JudgedQuery(string Id, string Kind, bool HeldOut, string Text, IReadOnlyList<Judgment> Judgments)
{
    /// <summary>All queries.</summary>
    public static IReadOnlyList<JudgedQuery> ReadAll()
    {
        var judgments = Rows("judgments.tsv").ToLookup(
            row => row[0],
            row => new Judgment(row[1], new TextRange(Number(row[2]), Number(row[3])), Number(row[4])),
            StringComparer.Ordinal);
        return [.. Rows("queries.tsv").Select(row => new JudgedQuery(row[0], row[1], row[2] == "held-out", row[3], [.. judgments[row[0]]]))];
    }

    /// <summary>The grade of a passage: that of what was judged and is at least half of it, or it of that; null where nothing was.</summary>
    public int? GradeOf(string file, TextRange range)
    {
        int? grade = null;
        foreach (var judgment in Judgments.Where(judgment => judgment.File == file && Overlaps(judgment.Range, range)))
            grade = Math.Max(grade ?? 0, judgment.Grade);
        return grade;
    }

    /// <summary>Whether two ranges are the same piece of text but for a little: the common part is at least half of the shorter one.</summary>
    public static bool Overlaps(TextRange one, TextRange other) =>
        2 * (Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start)) >= Math.Min(one.Length, other.Length);

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(JudgedQuery).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t');
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
