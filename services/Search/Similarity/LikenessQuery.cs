using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Synonyms;
using Fazhi.Search.Text;

namespace Fazhi.Search.Similarity;

/// <summary>What finds passages that are like another.</summary>
/// <param name="Match">What to look for: any of the words.</param>
/// <param name="Words">The words by which likeness is judged, most telling first.</param>
internal sealed record LikenessQuery(QueryNode Match, IReadOnlyList<string> Words)
{
    private const int LongestText = 2000;
    private const int MostCounted = 200;
    private const int MostWords = 25;

    // A word in one passage of the index is in this one alone; one in most passages tells nothing.
    private const double MostFrequent = 0.25;

    /// <summary>The query for passages like a text; null when nothing in it is telling.</summary>
    /// <param name="text">The passage, with the heading that it stands under.</param>
    /// <param name="vocabulary">Words that are known: they tell more than others.</param>
    /// <param name="index">Counts how frequent words are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LikenessQuery?> OfAsync(string text, Vocabulary vocabulary, SearchIndex index, CancellationToken cancellationToken)
    {
        var candidates = Candidates(text, vocabulary);
        if (candidates.Count == 0)
            return null;
        var counts = await index.CountAsync([.. candidates.Select(candidate => candidate.Term.Phrase)], cancellationToken);
        var total = Math.Max(1, (await index.GetStatisticsAsync(cancellationToken)).Passages);
        var words = candidates.Zip(counts, (candidate, count) => (candidate.Term, Telling: candidate.Weight * Telling(count, total)))
            .Where(word => word.Telling > 0).OrderByDescending(word => word.Telling).ThenBy(word => word.Term.Text, StringComparer.Ordinal)
            .Take(MostWords).Select(word => word.Term).ToList();
        if (words.Count == 0)
            return null;
        QueryNode match = words.Count == 1 ? new QueryNode.Phrase(words[0]) : new QueryNode.Any([.. words.Select(word => new QueryNode.Phrase(word))]);
        return new LikenessQuery(match, [.. words.Select(word => word.Text)]);
    }

    private static double Telling(long count, long total)
    {
        var share = count / (double)total;
        // The passage itself has it: what no other has finds nothing.
        return count < 2 || (share > MostFrequent && total > 1 / MostFrequent * 10) ? 0 : Math.Log(total / (double)count) + 0.1;
    }

    private static List<(SearchTerm Term, double Weight)> Candidates(string text, Vocabulary vocabulary)
    {
        var cut = new WordCutter(vocabulary).Cut(text.Length > LongestText ? text[..LongestText] : text);
        var form = WordForm.Of(text);
        return [.. cut.SelectMany(word => word.Known ? [word.Text] : Bigrams(word.Text))
            .Where(word => !word.All(char.IsAsciiDigit))
            .Distinct(StringComparer.Ordinal)
            .Select(word => (Text: word, Phrase: TokenPhrase.Of(word)))
            .Where(word => word.Phrase is not null)
            .Select(word => (new SearchTerm(word.Text) { Phrase = word.Phrase!, Derived = true }, WeightOf(word.Text, form, vocabulary)))
            .OrderByDescending(word => word.Item2).Take(MostCounted)];
    }

    // A long word that is known and stands there more than once.
    private static double WeightOf(string word, string form, Vocabulary vocabulary)
    {
        var times = 0;
        for (var at = form.IndexOf(word, StringComparison.Ordinal); at >= 0; at = form.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            times++;
        return (1 + Math.Log(Math.Max(1, times))) * (vocabulary.Contains(word) ? Math.Sqrt(word.Length) : 0.5);
    }

    private static IEnumerable<string> Bigrams(string text) => Enumerable.Range(0, Math.Max(1, text.Length - 1)).Select(i => text.Substring(i, Math.Min(2, text.Length - i)));
}
