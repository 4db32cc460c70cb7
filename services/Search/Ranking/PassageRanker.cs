using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Text;
using Fazhi.Search.V1;

namespace Fazhi.Search.Ranking;

/// <summary>
/// Puts the best rows that an engine has found in an order that people expect, the same for every engine: the engine's score, and in proportion to it what
/// each feature of the passage adds. Pure; cheap enough for each search.
/// </summary>
internal sealed class PassageRanker(RankingTerms terms)
{
    // Words that stand so far apart have little to do with one another.
    private const double FarApart = 60;
    private const double LateInText = 200;
    private const int MostPlaces = 40;

    /// <summary>The rows in order, with the scores that order them, the passages of each in order too. Equals stay as the engine has them.</summary>
    public IReadOnlyList<DocumentHit> Rank(IReadOnlyList<DocumentHit> rows) => terms.IsEmpty
        ? rows
        : [.. rows.Select(Rank).OrderByDescending(row => row.Score)];

    /// <summary>What the score of a passage is made of: the engine's part first, then every feature that adds or takes something.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="engineScore">The engine's score.</param>
    public IReadOnlyList<Reason> Explain(IndexedPassage passage, double engineScore)
    {
        Span<double> values = stackalloc double[RankingFeature.All.Count];
        Measure(passage, values);
        var reasons = new List<Reason> { new() { Code = "ENGINE", Message = "检索词在段落、标题中出现的次数和罕见程度", Score = Base(engineScore) } };
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                reasons.Add(new Reason { Code = RankingFeature.All[i].Code, Message = RankingFeature.All[i].Message, Score = Base(engineScore) * values[i] });
        }
        return reasons;
    }

    private DocumentHit Rank(DocumentHit row)
    {
        List<ScoredPassage> passages = [.. row.Passages.Select(scored => scored with { Score = Score(scored.Passage, scored.Score) }).OrderByDescending(scored => scored.Score)];
        return row with { Passages = passages, Score = passages.Count > 0 ? passages[0].Score : row.Score };
    }

    private double Score(IndexedPassage passage, double engineScore)
    {
        Span<double> values = stackalloc double[RankingFeature.All.Count];
        Measure(passage, values);
        var sum = 1.0;
        foreach (var value in values)
            sum += value;
        return Base(engineScore) * sum;
    }

    // How often a word occurs tells less and less. Where there are only themes to look for, the engine has nothing to score by.
    private static double Base(double engineScore) => engineScore > 0 ? Math.Sqrt(engineScore) : 1;

    // Each value is the weight of its feature times how far it holds, 0 to 1.
    private void Measure(IndexedPassage passage, Span<double> values)
    {
        Set(values, RankingFeature.Theme, ThemeExtent(passage));
        if (terms.Words.Count == 0)
            return;
        var body = WordForm.Of(passage.Text);
        var headings = passage.Headings.Select(WordForm.Of).ToList();
        var (all, inBody, original, share, headed) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (there, first) = (0, int.MaxValue);
        foreach (var word in terms.Words)
        {
            all += word.Weight;
            headed += word.Weight * MostIn(headings, word);
            var at = word.In(body, out var asTyped);
            share += word.Weight * (at >= 0 ? 1 : word.ShareOfPairsIn(body));
            if (at < 0)
                continue;
            there++;
            first = Math.Min(first, at);
            inBody += word.Weight;
            original += asTyped ? word.Weight : 0;
        }
        Set(values, RankingFeature.Phrase, body.Contains(terms.Whole, StringComparison.Ordinal) ? 1 : 0);
        Set(values, RankingFeature.Body, share / all);
        Set(values, RankingFeature.Near, there > 1 ? inBody / all / (1 + (Spread(body) / FarApart)) : 0);
        Set(values, RankingFeature.Heading, headed / all);
        Set(values, RankingFeature.Beginning, there > 0 ? Math.Max(0, 1 - (first / LateInText)) : 0);
        Set(values, RankingFeature.OtherForm, there > 0 ? (inBody - original) / inBody : 0);
        Set(values, RankingFeature.Bare, IsBare(passage, body, headings) ? 1 : 0);
    }

    private static double MostIn(List<string> headings, RankedWord word)
    {
        var most = 0.0;
        foreach (var heading in headings)
            most = Math.Max(most, word.ShareIn(heading));
        return most;
    }

    // Its themes are best first.
    private double ThemeExtent(IndexedPassage passage)
    {
        for (var i = 0; i < passage.Themes.Count; i++)
        {
            if (terms.Themes.Contains(passage.Themes[i]))
                return 1.0 / (i + 1);
        }
        return 0;
    }

    private static void Set(Span<double> values, RankingFeature feature, double extent) => values[feature.Index] = feature.Weight * extent;

    /// <summary>How many characters of other text the closest places of all words that are there have between them.</summary>
    private double Spread(string body)
    {
        var words = terms.Words.Select(word => (Word: word, At: word.In(body, out var original), Original: original)).Where(found => found.At >= 0).ToList();
        var letters = words.Sum(found => found.Word.Typed.Length);
        var best = double.MaxValue;
        // From each place of the first word, the nearest place of every other, before or after it.
        var (anchor, places) = (words[0].At, 0);
        while (anchor >= 0 && places++ < MostPlaces)
        {
            var (start, end) = (anchor, anchor + words[0].Word.Typed.Length);
            foreach (var (word, _, original) in words.Skip(1))
            {
                var at = Nearest(body, word, original, anchor);
                (start, end) = (Math.Min(start, at), Math.Max(end, at + word.Typed.Length));
            }
            best = Math.Min(best, Math.Max(0, end - start - letters));
            anchor = anchor + 1 < body.Length ? words[0].Word.Next(body, anchor + 1, words[0].Original) : -1;
        }
        return best;
    }

    private static int Nearest(string body, RankedWord word, bool original, int anchor)
    {
        var nearest = -1;
        for (var at = word.Next(body, 0, original); at >= 0; at = at + 1 < body.Length ? word.Next(body, at + 1, original) : -1)
        {
            if (nearest < 0 || Math.Abs(at - anchor) < Math.Abs(nearest - anchor))
                nearest = at;
            if (at > anchor)
                break;
        }
        return nearest;
    }

    // A line without a sentence in it: a heading, an addressee, a signature, an address.
    private static bool IsBare(IndexedPassage passage, string body, List<string> headings) =>
        passage.Task.Length == 0 && ((headings.Count > 0 && body == headings[^1]) || !passage.Text.AsSpan().ContainsAny("。；;！？"));
}
