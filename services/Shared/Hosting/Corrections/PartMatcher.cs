namespace Fazhi.Hosting;

/// <summary>
/// Finds the part of a document that a correction was made for, after the document was read anew and its parts may have other numbers, borders or
/// words. The same words decide; else the most similar words do, if they are similar enough, with the printed number as a second sign.
/// </summary>
internal sealed class PartMatcher
{
    private const double LeastSimilar = 0.75;
    private const double LeastSimilarWithLabel = 0.5;

    private readonly IReadOnlyList<PartAnchor> parts;
    private readonly string[] words;
    private readonly HashSet<int>?[] pairs;

    public PartMatcher(IReadOnlyList<PartAnchor> parts)
    {
        this.parts = parts;
        words = [.. parts.Select(part => WordsOf(part.Text))];
        pairs = new HashSet<int>[parts.Count];
    }

    /// <summary>Number of the part, from 1; null where none fits.</summary>
    /// <param name="anchor">The part as it was.</param>
    /// <param name="number">The number that it had: of several that fit alike, the nearest is taken.</param>
    public int? Find(PartAnchor anchor, int number)
    {
        var sought = WordsOf(anchor.Text);
        return Nearest(number, index => words[index] == sought && parts[index].Label == anchor.Label)
            ?? Nearest(number, index => words[index] == sought)
            ?? MostSimilar(anchor.Label, sought);
    }

    private int? Nearest(int number, Func<int, bool> fits) => Enumerable.Range(0, parts.Count).Where(fits)
        .OrderBy(index => Math.Abs(index + 1 - number)).Select(index => (int?)index + 1).FirstOrDefault();

    private int? MostSimilar(string label, string sought)
    {
        var soughtPairs = PairsOf(sought);
        int? best = null;
        var bestScore = 0.0;
        for (var index = 0; index < parts.Count; index++)
        {
            var similar = Similarity(soughtPairs, pairs[index] ??= PairsOf(words[index]));
            var sameLabel = label.Length > 0 && parts[index].Label == label;
            if (similar < (sameLabel ? LeastSimilarWithLabel : LeastSimilar) || similar <= bestScore)
                continue;
            (best, bestScore) = (index + 1, similar);
        }

        return best;
    }

    // Dice's coefficient over pairs of characters.
    private static double Similarity(HashSet<int> one, HashSet<int> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static HashSet<int> PairsOf(string text) => [.. text.Zip(text.Skip(1), (first, second) => (first << 16) | second)];

    // Marks and blanks are what a better reader changes first.
    private static string WordsOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
