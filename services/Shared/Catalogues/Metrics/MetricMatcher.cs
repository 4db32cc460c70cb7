namespace Fazhi.Catalogues.Metrics;

/// <summary>
/// Names the figures of a text. It is told passage by passage and sentence by sentence what stands around a figure, since the subject of a figure may stand
/// earlier (受理行政复议120件，审结98件). A wording counts where all its words are there; of several the one that says most, nearest to the figure, wins.
/// For one text at a time.
/// </summary>
public sealed class MetricMatcher(MetricCatalogue catalogue)
{
    private const double WorthInSentence = 1.5;
    private const double WorthOfNearness = 0.45;
    private const double WorthLater = 0.9;
    private const double WorthInPassage = 1.05;
    private const double WorthInHeading = 0.9;
    private const double ShareOfOthers = 0.6;
    private const double ShareOfBehind = 0.97;
    private const double Reach = 60;
    private const double LossByReach = 0.2;
    private const int NounReach = 8;

    private readonly int[] _inHeading = new int[catalogue.Words.Length];
    private readonly Dictionary<string, bool[]> _fitting = new(StringComparer.Ordinal);
    private readonly int[] _inSentence = new int[catalogue.Words.Length];
    private readonly int[] _inPassage = new int[catalogue.Words.Length];
    private readonly double[] _own = new double[catalogue.Words.Length];
    private readonly List<Hit> _sentence = [];
    private readonly List<Hit> _hits = [];
    private readonly List<Hit> _words = [];
    private int _passage;
    private int _sentences;

    /// <summary>Begins a passage: what was said before no longer speaks for its figures.</summary>
    /// <param name="heading">The folded heading it stands under; empty where there is none.</param>
    public void BeginPassage(ReadOnlySpan<char> heading)
    {
        _passage++;
        _sentences++;
        _sentence.Clear();
        Scan(heading, _hits);
        foreach (var hit in _hits)
            _inHeading[hit.Word] = _passage;
    }

    /// <summary>Begins a sentence of the passage; the one before becomes what was said before.</summary>
    /// <param name="sentence">The folded sentence.</param>
    public void BeginSentence(ReadOnlySpan<char> sentence)
    {
        foreach (var hit in _sentence)
            _inPassage[hit.Word] = _passage;
        Scan(sentence, _sentence);
        _sentences++;
        foreach (var hit in _sentence)
            _inSentence[hit.Word] = _sentences;
    }

    /// <summary>The metric of a figure of the sentence; null where none fits.</summary>
    /// <param name="sentence">The sentence that was begun.</param>
    /// <param name="figure">The figure.</param>
    public MetricMatch? Match(ReadOnlySpan<char> sentence, in MetricFigure figure)
    {
        _hits.Clear();
        foreach (var hit in _sentence)
        {
            if (hit.Start >= figure.OwnStart && hit.End <= figure.OwnEnd)
                _hits.Add(hit);
        }

        return Best(_hits, figure, CountedBy(sentence, figure));
    }

    /// <summary>The metric that the given words alone are the subject of, within the sentence that was begun: 参学率 of 参学、参考、通过率100%.</summary>
    /// <param name="words">Folded words.</param>
    /// <param name="figure">The figure they are said of.</param>
    public MetricMatch? MatchWords(ReadOnlySpan<char> words, in MetricFigure figure)
    {
        Scan(words, _words);
        _hits.Clear();
        foreach (var hit in _words)
            _hits.Add(new(figure.Start - words.Length + hit.Start, figure.Start - words.Length + hit.End, hit.Word));
        return Best(_hits, figure, null);
    }

    private void Scan(ReadOnlySpan<char> text, List<Hit> hits)
    {
        hits.Clear();
        for (var at = 0; catalogue.Phrases.TryFind(text, at, out var start, out var length, out var word); at = start + 1)
        {
            hits.Add(new(start, start + length, word));
            foreach (var shorter in catalogue.Prefixes[word])
                hits.Add(new(start, start + catalogue.Words[shorter].Length, shorter));
        }
    }

    /// <summary>31个职能部门: the measure word of what is counted, where 个 leaves it open.</summary>
    private string? CountedBy(ReadOnlySpan<char> sentence, in MetricFigure figure)
    {
        // In a list of subjects (调解室和工作站分别有3个、5个) a figure's own words end before it.
        if (figure.Unit != "个" || figure.OwnEnd <= figure.End)
            return null;
        var after = sentence[figure.End..figure.OwnEnd];
        after = after[..Math.Min(NounReach, after.Length)];
        var end = after.IndexOfAny("的,、;(");
        return catalogue.Nouns.TryFind(end < 0 ? after : after[..end], 0, out _, out _, out var unit) ? unit : null;
    }

    private MetricMatch? Best(List<Hit> hits, in MetricFigure figure, string? counted)
    {
        foreach (var hit in hits)
            _own[hit.Word] = Math.Max(_own[hit.Word], Nearness(hit, figure));
        Wording? best = null;
        var bestScore = 0.0;
        var fitting = FittingOf(figure.Unit);
        foreach (var hit in hits)
        {
            foreach (var wording in catalogue.ByWord[hit.Word])
            {
                if (!fitting[wording.Metric])
                    continue;
                var score = Score(wording, figure, counted);
                // Of equals the first in the catalogue, whatever the order of the words.
                if (score > bestScore || (score == bestScore && best is not null && wording.Metric < best.Metric))
                    (best, bestScore) = (wording, score);
            }
        }

        foreach (var hit in hits)
            _own[hit.Word] = 0;
        return best is null ? null : ToMatch(best, bestScore, hits, figure);
    }

    private static double Nearness(in Hit hit, in MetricFigure figure)
    {
        var distance = hit.End <= figure.Start ? figure.Start - hit.End : Math.Max(0, hit.Start - figure.End);
        var share = 1 - (LossByReach * Math.Min(distance, Reach) / Reach);
        if (hit.Start >= figure.End)
            share *= ShareOfBehind;
        return hit.Start < figure.NearStart || hit.End > figure.NearEnd ? share * ShareOfOthers : share;
    }

    private double Score(Wording wording, in MetricFigure figure, string? counted)
    {
        if (counted is not null && !catalogue.Metrics[wording.Metric].Units.Contains(counted))
            return 0;
        foreach (var word in wording.Excluded)
        {
            if (_own[word] > 0)
                return 0;
        }

        var score = 0.0;
        foreach (var group in wording.Groups)
        {
            var best = 0.0;
            foreach (var word in group.Words)
                best = Math.Max(best, _own[word] > 0 ? (catalogue.Words[word].Length + 1) * _own[word] : group.Wide ? Around(word, figure) : 0);
            if (best == 0)
                return 0;
            score += best;
        }

        return score;
    }

    private bool[] FittingOf(string unit)
    {
        if (!_fitting.TryGetValue(unit, out var fitting))
            _fitting.Add(unit, fitting = catalogue.FittingOf(unit));
        return fitting;
    }

    /// <summary>What a word is worth that stands around: how long it is tells nothing there, how near it is does.</summary>
    private double Around(int word, in MetricFigure figure)
    {
        var best = _inPassage[word] == _passage ? WorthInPassage : _inHeading[word] == _passage ? WorthInHeading : 0;
        if (_inSentence[word] != _sentences)
            return best;
        foreach (var hit in _sentence)
        {
            if (hit.Word == word)
                best = Math.Max(best, hit.Start < figure.Start ? WorthInSentence + (WorthOfNearness * (1 + hit.End) / (1 + figure.Start)) : WorthLater);
        }

        return best;
    }

    private MetricMatch ToMatch(Wording wording, double score, List<Hit> hits, in MetricFigure figure)
    {
        var (start, end) = (figure.Start, figure.End);
        foreach (var hit in hits)
        {
            if (Array.Exists(wording.Groups, g => Array.IndexOf(g.Words, hit.Word) >= 0))
                (start, end) = (Math.Min(start, hit.Start), Math.Max(end, hit.End));
        }

        return new(catalogue.Metrics[wording.Metric], score, start, end);
    }

    private readonly record struct Hit(int Start, int End, int Word);
}
