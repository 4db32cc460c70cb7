using Fazhi.Search.Text;

namespace Fazhi.Search.Synonyms;

/// <summary>Cuts what was typed without spaces into words: into as few as possible, with as little as possible that is unknown.</summary>
internal sealed class WordCutter(Vocabulary vocabulary)
{
    private const double KnownCost = 1;
    private const double UnknownCost = 1.6;
    private const double EmptyCost = 0.9;

    /// <summary>The words of a text in order, without those that say nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="apart">Also where all of it is one word.</param>
    public IReadOnlyList<CutWord> Cut(string text, bool apart = false)
    {
        var letters = Letters.Of(text);
        var steps = BestSteps(letters, Math.Min(vocabulary.Longest, apart ? letters.Count - 1 : letters.Count));
        var words = new List<CutWord>();
        for (var at = 0; at < letters.Count; at += steps[at].Length)
        {
            var step = steps[at];
            if (step.Kind == Kind.Empty)
                continue;
            var word = letters.Text.Substring(at, step.Length);
            var goesOn = step.Kind == Kind.Unknown && at > 0 && steps[at].Follows && words.Count > 0 && !words[^1].Known && !letters.BreaksBefore(at);
            if (goesOn)
                words[^1] = words[^1] with { Text = words[^1].Text + word };
            else
                words.Add(new CutWord(word, step.Kind == Kind.Known));
        }
        // A character that is left over says little beside several words, but is what tells 政务服务船 from 政务服务.
        var told = words.Count(word => word.Known || word.Text.Length > 1) > 1;
        return [.. words.Where(word => !told || word.Known || word.Text.Length > 1).DistinctBy(word => word.Text, StringComparer.Ordinal)];
    }

    private Step[] BestSteps(Letters letters, int longest)
    {
        var cost = new double[letters.Count + 1];
        var steps = new Step[letters.Count];
        for (var at = letters.Count - 1; at >= 0; at--)
        {
            cost[at] = double.MaxValue;
            foreach (var step in StepsFrom(letters, at, longest))
            {
                var total = cost[at + step.Length] + step.Cost;
                if (total < cost[at])
                    (cost[at], steps[at]) = (total, step);
            }
        }
        for (int at = 0, before = -1; at < letters.Count; before = at, at += steps[at].Length)
            steps[at] = steps[at] with { Follows = before >= 0 && steps[before].Kind == Kind.Unknown };
        return steps;
    }

    // Long words first: of two ways that cost the same, the one with the longer first word is taken.
    private IEnumerable<Step> StepsFrom(Letters letters, int at, int longest)
    {
        if (letters.RunOfWord(at) is > 0 and var run)
        {
            yield return new Step(run, Kind.Known, KnownCost);
            yield break;
        }
        for (var length = Math.Min(longest, letters.Count - at); length > 1; length--)
        {
            var word = letters.Text.Substring(at, length);
            if (vocabulary.Contains(word))
                yield return new Step(length, Kind.Known, KnownCost);
            else if (Vocabulary.IsEmpty(word))
                yield return new Step(length, Kind.Empty, EmptyCost);
        }
        yield return Vocabulary.IsEmpty(letters.Text.Substring(at, 1)) ? new Step(1, Kind.Empty, EmptyCost) : new Step(1, Kind.Unknown, UnknownCost);
    }

    private enum Kind
    {
        Unknown,
        Known,
        Empty,
    }

    private readonly record struct Step(int Length, Kind Kind, double Cost, bool Follows = false);

    // Letters and digits of the text, and where something else stood between them.
    private sealed record Letters(string Text, HashSet<int> Breaks)
    {
        public int Count => Text.Length;

        public static Letters Of(string text)
        {
            var folded = TextFolding.Fold(text);
            var breaks = new HashSet<int>();
            var letters = new List<char>(folded.Length);
            foreach (var c in folded)
            {
                if (char.IsLetterOrDigit(c))
                    letters.Add(c);
                else
                    breaks.Add(letters.Count);
            }
            return new Letters(string.Concat(letters), breaks);
        }

        public bool BreaksBefore(int at) => Breaks.Contains(at);

        // A number with the year or month that it counts is one word, as is a Latin one; 0 where there is none.
        public int RunOfWord(int at)
        {
            var end = at;
            while (end < Count && char.IsAsciiLetterOrDigit(Text[end]) && (end == at || !BreaksBefore(end)))
                end++;
            return end > at && end < Count && char.IsAsciiDigit(Text[end - 1]) && Text[end] is ('年' or '月' or '日') ? end + 1 - at : end - at;
        }
    }
}

/// <summary>A word of a query that was typed without spaces.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Known">Whether the vocabulary has it.</param>
internal sealed record CutWord(string Text, bool Known);
