using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Fazhi.Catalogues.Themes;

/// <summary>
/// Classes texts to the themes of a catalogue by the words that speak for each: a weighted sum that can be explained word by word.
/// Immutable; may be used by many threads at once. The same text always gives the same answer.
/// </summary>
/// <remarks>
/// <para>A word found adds weight × specificity × position × repetition to each theme that knows it: specificity falls with the number of themes that know
/// the word; the lead phrase and the first sentence count more, since plans say there what they are about; the second time a word counts half,
/// the third a third. The score is the sum against what a text of that length gathers by chance.</para>
/// </remarks>
public sealed class ThemeClassifier
{
    /// <summary>Scores below this are no theme.</summary>
    public const double MinScore = 0.3;

    private const double LeadFactor = 2.0;
    private const double FirstSentenceFactor = 1.5;
    private const double HeadingFactor = 2.0;
    private const double ShareOfBest = 0.5;
    private const int LeadLimit = 40;
    private const int SentenceLimit = 160;
    private const int ReasonLimit = 5;
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create("，,。；;！!？?：:\n");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;！!？?\n");

    private readonly ImmutableArray<Theme> _themes;
    private readonly string[] _words;
    private readonly Posting[][] _postings;
    private readonly WordFinder _finder;

    /// <summary>A classifier for the themes of <paramref name="catalogue"/>.</summary>
    public ThemeClassifier(ThemeCatalogue catalogue)
    {
        _themes = catalogue.Themes;
        var postings = new SortedDictionary<string, List<(int Theme, int Weight)>>(StringComparer.Ordinal);
        for (var theme = 0; theme < _themes.Length; theme++)
        {
            foreach (var (word, weight) in _themes[theme].Keywords)
            {
                if (!postings.TryGetValue(word, out var list))
                    postings.Add(word, list = []);
                list.Add((theme, weight));
            }
        }

        _words = [.. postings.Keys];
        _postings = [.. postings.Values.Select(list => list.Select(p => new Posting(p.Theme, p.Weight * Specificity(list.Count(q => q.Weight > 0)))).ToArray())];
        _finder = new(_words);
    }

    /// <summary>The themes of a text, the surest first, those equally sure in the order of the catalogue; none where nothing speaks for any.</summary>
    /// <param name="text">A task, passage or paragraph, as printed or folded, without its number.</param>
    /// <param name="headings">The headings above it, outermost first, where they are known.</param>
    /// <param name="maxThemes">How many at most; 1 or more.</param>
    public ImmutableArray<ThemeMatch> Classify(ReadOnlySpan<char> text, IReadOnlyList<string>? headings = null, int maxThemes = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxThemes, 1);
        var found = Scratch.Matches;
        found.Clear();
        _finder.Find(text, found);
        var inText = found.Count;
        var headingFactors = headings is { Count: > 0 } ? FindInHeadings(headings, found) : [];
        if (found.Count == 0)
            return [];

        var hits = ArrayPool<Hit>.Shared.Rent(found.Count);
        try
        {
            var matches = CollectionsMarshal.AsSpan(found);
            var weighed = hits.AsSpan(0, matches.Length);
            Weigh(text, matches, inText, headingFactors, weighed);
            return Choose(text, matches, weighed, inText, maxThemes);
        }
        finally
        {
            ArrayPool<Hit>.Shared.Return(hits);
        }
    }

    private static double Specificity(int themes) => 1 / Math.Sqrt(Math.Max(1, themes));

    private double[] FindInHeadings(IReadOnlyList<string> headings, List<WordFinder.Match> found)
    {
        var factors = new List<double>();
        for (var i = 0; i < headings.Count; i++)
        {
            _finder.Find(headings[i], found);
            var factor = HeadingFactor / (headings.Count - i);
            while (factors.Count < found.Count)
                factors.Add(factor);
        }

        return [.. factors];
    }

    /// <summary>Gives each match its factor of position and repetition.</summary>
    private void Weigh(ReadOnlySpan<char> text, ReadOnlySpan<WordFinder.Match> matches, int inText, double[] headingFactors, Span<Hit> hits)
    {
        var lead = EndOf(text, PhraseEnds, LeadLimit);
        var sentence = EndOf(text, SentenceEnds, SentenceLimit);
        var times = ArrayPool<int>.Shared.Rent(_words.Length);
        times.AsSpan(0, _words.Length).Clear();
        for (var i = 0; i < matches.Length; i++)
        {
            var (word, _, end) = matches[i];
            var position = i >= inText ? headingFactors[i] : end <= lead ? LeadFactor : end <= sentence ? FirstSentenceFactor : 1;
            hits[i] = new(word, position / ++times[word]);
        }

        ArrayPool<int>.Shared.Return(times);
    }

    private static int EndOf(ReadOnlySpan<char> text, SearchValues<char> ends, int limit)
    {
        var end = text[..Math.Min(text.Length, limit)].IndexOfAny(ends);
        return end < 0 ? Math.Min(text.Length, limit) : end;
    }

    private ImmutableArray<ThemeMatch> Choose(ReadOnlySpan<char> text, ReadOnlySpan<WordFinder.Match> matches, ReadOnlySpan<Hit> hits, int inText, int maxThemes)
    {
        Span<double> sums = _themes.Length <= 128 ? stackalloc double[_themes.Length] : new double[_themes.Length];
        sums.Clear();
        foreach (var (word, factor) in hits)
        {
            foreach (var (theme, weight) in _postings[word])
                sums[theme] += weight * factor;
        }

        var chosen = ImmutableArray.CreateBuilder<ThemeMatch>();
        var least = 0.0;
        while (chosen.Count < maxThemes && chosen.Count < sums.Length)
        {
            var best = IndexOfMax(sums);
            var score = Score(sums[best], text.Length);
            if (score < MinScore || sums[best] < least)
                break;
            least = Math.Max(least, sums[best] * ShareOfBest);
            sums[best] = 0;
            chosen.Add(new(_themes[best].Id, Math.Round(score, 3), Reasons(best, text, matches, hits, inText)));
        }

        return chosen.ToImmutable();
    }

    private static int IndexOfMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }

    /// <summary>0.5 is what one typical word gives in a short text; longer texts gather more by chance, about with the root of their length.</summary>
    private static double Score(double sum, int length)
    {
        var expected = 8 * Math.Sqrt(Math.Max(100, length) / 100.0);
        return sum <= 0 ? 0 : sum / (sum + expected);
    }

    private ImmutableArray<ThemeReason> Reasons(int theme, ReadOnlySpan<char> text, ReadOnlySpan<WordFinder.Match> matches, ReadOnlySpan<Hit> hits, int inText)
    {
        var reasons = new Dictionary<int, (double Weight, int First)>();
        for (var i = 0; i < hits.Length; i++)
        {
            foreach (var posting in _postings[hits[i].Word])
            {
                if (posting.Theme != theme || posting.Weight < 0)
                    continue;
                var (weight, first) = reasons.GetValueOrDefault(hits[i].Word, (0, i));
                reasons[hits[i].Word] = (weight + (posting.Weight * hits[i].Factor), first);
            }
        }

        var told = ImmutableArray.CreateBuilder<ThemeReason>();
        foreach (var (word, (weight, first)) in reasons.OrderByDescending(r => r.Value.Weight).ThenBy(r => r.Value.First).Take(ReasonLimit))
        {
            var start = first < inText ? _finder.StartOf(matches[first], text) : -1;
            told.Add(new(_words[word], Math.Round(weight, 2), start, start < 0 ? 0 : matches[first].End - start));
        }

        return told.ToImmutable();
    }

    private readonly record struct Posting(int Theme, double Weight);

    private readonly record struct Hit(int Word, double Factor);

    private static class Scratch
    {
        [ThreadStatic]
        private static List<WordFinder.Match>? _matches;

        public static List<WordFinder.Match> Matches => _matches ??= [];
    }
}
