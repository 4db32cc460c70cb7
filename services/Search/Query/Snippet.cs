using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>The part of a passage that is shown: the one with the most of what was looked for.</summary>
/// <param name="Range">Which part of the passage.</param>
/// <param name="Highlights">What was found in it: ranges of the part.</param>
internal sealed record Snippet(TextRange Range, IReadOnlyList<TextRange> Highlights)
{
    /// <summary>The longest snippet, in UTF-16 code units.</summary>
    public const int MaxLength = 240;

    // How much of what stands before the first highlight is shown at most.
    private const int Lead = 40;

    /// <summary>Chooses the part of a text.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="highlights">What was found in it, in order.</param>
    public static Snippet Of(string text, IReadOnlyList<TextRange> highlights)
    {
        if (text.Length <= MaxLength)
            return new Snippet(new TextRange(0, text.Length), highlights);

        var start = highlights.Count == 0 ? 0 : Begin(text, Densest(highlights));
        var end = WholeCharacter(text, Math.Min(start + MaxLength, text.Length));
        var shown = new TextRange(start, end - start);
        return new Snippet(shown, [.. highlights
            .Where(highlight => highlight.Start < end && highlight.End > start)
            .Select(highlight => Within(shown, highlight))]);
    }

    // The highlight from which most others can be shown.
    private static TextRange Densest(IReadOnlyList<TextRange> highlights)
    {
        var (best, most) = (highlights[0], 0);
        var last = 0;
        for (var first = 0; first < highlights.Count; first++)
        {
            while (last < highlights.Count && highlights[last].End <= highlights[first].Start + MaxLength - Lead)
                last++;
            if (last - first > most)
                (best, most) = (highlights[first], last - first);
        }
        return best;
    }

    // At the beginning of the sentence, or of the clause, if that is near.
    private static int Begin(string text, TextRange highlight)
    {
        var earliest = Math.Max(0, Math.Min(highlight.Start - Lead, text.Length - MaxLength));
        if (earliest == 0)
            return 0;
        var before = text.AsSpan(earliest, Math.Max(0, highlight.Start - earliest));
        var sentence = before.LastIndexOfAny("。；！？\n");
        var clause = sentence >= 0 ? sentence : before.IndexOfAny("，、：");
        return WholeCharacter(text, earliest + clause + 1);
    }

    private static TextRange Within(TextRange shown, TextRange highlight)
    {
        var start = Math.Max(highlight.Start, shown.Start);
        return new TextRange(start - shown.Start, Math.Min(highlight.End, shown.End) - start);
    }

    private static int WholeCharacter(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index;
}
