using Fazhi.Search.Text;

namespace Fazhi.Search.Passages;

/// <summary>Cuts a long piece of text into passages where it hurts least: between paragraphs, else between sentences.</summary>
internal static class PassageSplitter
{
    /// <summary>Length that passages are cut to, in UTF-16 code units.</summary>
    public const int Target = 600;

    /// <summary>What is not longer than this stays whole.</summary>
    public const int Max = 900;

    /// <summary>The passages of a range, in order, without the white space around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">What of it to cut.</param>
    /// <param name="starts">Where something new begins, in order: cut there rather than elsewhere.</param>
    public static IEnumerable<TextRange> Split(string text, TextRange range, int[] starts)
    {
        var start = range.Start;
        while (start < range.End)
        {
            var end = range.End - start <= Max ? range.End : CutAfter(text, start, starts);
            if (Trim(text, new TextRange(start, end - start)) is { Length: > 0 } passage)
                yield return passage;
            start = end;
        }
    }

    /// <summary>The range without the white space around it.</summary>
    public static TextRange Trim(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextRange(start, end - start);
    }

    private static int CutAfter(string text, int start, int[] starts)
    {
        // A cut near the beginning would leave a scrap.
        const int Least = Target / 4;
        var window = text.AsSpan(start, Target);
        var cut = window.LastIndexOf('\n');
        if (cut < Least)
            cut = LastStart(starts, start + Target) - start - 1;
        if (cut < Least)
            cut = window.LastIndexOfAny("。！？");
        if (cut < Least)
            cut = window.LastIndexOfAny("；;，、");
        if (cut < Least)
            cut = char.IsHighSurrogate(window[^1]) ? Target - 2 : Target - 1;
        return start + cut + 1;
    }

    private static int LastStart(int[] starts, int end)
    {
        var index = Array.BinarySearch(starts, end);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? starts[index] : 0;
    }
}
