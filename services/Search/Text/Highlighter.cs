namespace Fazhi.Search.Text;

/// <summary>Finds where the phrases of a query stand in an original text, by the same tokens as the index.</summary>
internal static class Highlighter
{
    /// <summary>The ranges that match any of the phrases: in order, not touching one another.</summary>
    public static IReadOnlyList<TextRange> Find(string text, IReadOnlyList<TokenPhrase> phrases)
    {
        if (text.Length == 0 || phrases.Count == 0)
            return [];

        var folded = TextFolding.Fold(text);
        // Most characters begin no phrase, and many phrases of a query begin nowhere in the text.
        var possible = phrases.Where(phrase => folded.Contains(First(phrase))).ToList();
        if (possible.Count == 0)
            return [];

        var tokens = Tokenizer.All(folded);
        var found = new List<TextRange>();
        foreach (var phrase in possible)
        {
            var first = First(phrase);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (folded[tokens[i].Start] == first && phrase.IsAt(folded, tokens, i))
                    found.Add(RangeOf(phrase, tokens, i));
            }
        }
        return Merge(found);
    }

    private static char First(TokenPhrase phrase) => phrase.Values[0][0];

    private static TextRange RangeOf(TokenPhrase phrase, List<Token> tokens, int index)
    {
        var start = tokens[index].Start;
        var last = tokens[index + phrase.Values.Count - 1];
        return new TextRange(start, (phrase.LastIsPrefix ? last.HeadEnd : last.End) - start);
    }

    private static List<TextRange> Merge(List<TextRange> ranges)
    {
        ranges.Sort((a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<TextRange>(ranges.Count);
        foreach (var range in ranges)
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
                merged[^1] = new TextRange(merged[^1].Start, Math.Max(merged[^1].End, range.End) - merged[^1].Start);
            else
                merged.Add(range);
        }
        return merged;
    }
}
