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
    private const double ShareOfBest = 0.75;
    private const int LeadLimit = 40;
    private const int SentenceLimit = 160;
    private const int ReasonLimit = 5;
    private const double TypicalWeight = 8;
    private const int ShortText = 100;
    private const int LongText = 2_000;
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
        var scratch = Scratch.Rent(_words.Length, _themes.Length);
        try
        {
            _finder.Find(text, scratch.Matches);
            var inText = scratch.Matches.Count;
            if (headings is not null)
                FindInHeadings(headings, scratch.Matches);
            if (scratch.Matches.Count == 0)
                return [];
            Weigh(text, headings ?? [], scratch, inText);
            return Choose(text, scratch, inText, maxThemes);
        }
        finally
        {
            scratch.Return();
        }
    }

    private static double Specificity(int themes) => 1 / Math.Sqrt(Math.Max(1, themes));

    /// <summary>Adds the words of the headings; the word of each match is marked with the heading by its place in <paramref name="found"/>.</summary>
    private void FindInHeadings(IReadOnlyList<string> headings, List<WordFinder.Match> found)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            var before = found.Count;
            _finder.Find(headings[i], found);
            foreach (ref var match in CollectionsMarshal.AsSpan(found)[before..])
                match = match with { End = i };
        }
    }

    /// <summary>Gives each match its factor of position and repetition, and sums up the themes.</summary>
    private void Weigh(ReadOnlySpan<char> text, IReadOnlyList<string> headings, Scratch scratch, int inText)
    {
        var lead = EndOf(text, PhraseEnds, LeadLimit);
        var sentence = EndOf(text, SentenceEnds, SentenceLimit);
        var matches = scratch.Found;
        var factors = scratch.Factors;
        var times = scratch.Times;
        var sums = scratch.Sums(_themes.Length);
        for (var i = 0; i < matches.Length; i++)
        {
            var (word, _, end) = matches[i];
            var position = i >= inText ? HeadingFactor / (headings.Count - end) : end <= lead ? LeadFactor : end <= sentence ? FirstSentenceFactor : 1;
            factors[i] = position / ++times[word];
            foreach (var (theme, weight) in _postings[word])
                sums[theme] += weight * factors[i];
        }

        foreach (var match in matches)
            times[match.Word] = 0;
    }

    private static int EndOf(ReadOnlySpan<char> text, SearchValues<char> ends, int limit)
    {
        var end = text[..Math.Min(text.Length, limit)].IndexOfAny(ends);
        return end < 0 ? Math.Min(text.Length, limit) : end;
    }

    private ImmutableArray<ThemeMatch> Choose(ReadOnlySpan<char> text, Scratch scratch, int inText, int maxThemes)
    {
        var sums = scratch.Sums(_themes.Length);
        var chosen = ImmutableArray.CreateBuilder<ThemeMatch>(Math.Min(maxThemes, sums.Length));
        var least = MinScore;
        while (chosen.Count < maxThemes && chosen.Count < sums.Length)
        {
            var best = IndexOfMax(sums);
            var score = Score(sums[best], text.Length);
            if (score < least)
                break;
            least = Math.Max(least, score * ShareOfBest);
            sums[best] = 0;
            chosen.Add(new(_themes[best].Id, Math.Round(score, 3), Reasons(best, text, scratch, inText)));
        }

        return chosen.DrainToImmutable();
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

    /// <summary>
    /// 0.5 is what one typical word gives in a short text; longer texts gather more by chance, about with the root of their length,
    /// until they but repeat themselves.
    /// </summary>
    private static double Score(double sum, int length)
    {
        var expected = TypicalWeight * Math.Sqrt(Math.Clamp(length, ShortText, LongText) / (double)ShortText);
        return sum <= 0 ? 0 : sum / (sum + expected);
    }

    /// <summary>The words that add most to a theme, each with all its places together.</summary>
    private ImmutableArray<ThemeReason> Reasons(int theme, ReadOnlySpan<char> text, Scratch scratch, int inText)
    {
        var matches = scratch.Found;
        var factors = scratch.Factors;
        var added = new List<(int Word, int First, double Weight)>();
        for (var i = 0; i < matches.Length; i++)
        {
            if (WeightOf(matches[i].Word, theme) is > 0 and var weight)
                Add(added, matches[i].Word, i, weight * factors[i]);
        }

        added.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.First.CompareTo(b.First));
        var told = ImmutableArray.CreateBuilder<ThemeReason>(Math.Min(added.Count, ReasonLimit));
        foreach (var (word, first, weight) in CollectionsMarshal.AsSpan(added)[..told.Capacity])
        {
            var start = first < inText ? _finder.StartOf(matches[first], text) : -1;
            told.Add(new(_words[word], Math.Round(weight, 2), start, start < 0 ? 0 : matches[first].End - start));
        }

        return told.MoveToImmutable();
    }

    private double WeightOf(int word, int theme)
    {
        foreach (var posting in _postings[word])
        {
            if (posting.Theme == theme)
                return posting.Weight;
        }

        return 0;
    }

    private static void Add(List<(int Word, int First, double Weight)> added, int word, int first, double weight)
    {
        foreach (ref var entry in CollectionsMarshal.AsSpan(added))
        {
            if (entry.Word == word)
            {
                entry.Weight += weight;
                return;
            }
        }

        added.Add((word, first, weight));
    }

    private readonly record struct Posting(int Theme, double Weight);
}
