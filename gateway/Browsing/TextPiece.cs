namespace Fazhi.Gateway.Browsing;

/// <summary>A stretch of text that is highlighted or is not.</summary>
internal readonly record struct TextPiece(string Text, bool Marked);

/// <summary>Cuts a text at its highlights.</summary>
internal static class TextPieces
{
    /// <summary>
    /// The text in pieces that together are the whole text. Ranges may overlap, touch, come in any order or reach outside: they are merged
    /// and clipped. A range never splits a character of two UTF-16 code units.
    /// </summary>
    public static IReadOnlyList<TextPiece> Cut(string text, IEnumerable<(int Start, int Length)> highlights)
    {
        var pieces = new List<TextPiece>();
        var position = 0;
        foreach (var (start, end) in Merge(text, highlights))
        {
            Add(position, start, marked: false);
            Add(start, end, marked: true);
            position = end;
        }

        Add(position, text.Length, marked: false);
        return pieces;

        void Add(int from, int to, bool marked)
        {
            if (to > from)
                pieces.Add(new TextPiece(text[from..to], marked));
        }
    }

    private static List<(int Start, int End)> Merge(string text, IEnumerable<(int Start, int Length)> highlights)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var range in highlights.Select(highlight => Clip(text, highlight)).Where(range => range.End > range.Start).Order())
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, range.End));
            else
                merged.Add(range);
        }

        return merged;
    }

    private static (int Start, int End) Clip(string text, (int Start, int Length) highlight)
    {
        var start = Math.Clamp(highlight.Start, 0, text.Length);
        var end = (int)Math.Clamp((long)highlight.Start + highlight.Length, start, text.Length);
        if (IsInsidePair(text, start))
            start--;
        if (IsInsidePair(text, end))
            end++;
        return (start, end);
    }

    private static bool IsInsidePair(string text, int index)
        => index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);
}
