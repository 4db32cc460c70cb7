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
    public static IEnumerable<TextRange> Split(string text, TextRange range)
    {
        var start = range.Start;
        while (start < range.End)
        {
            var end = range.End - start <= Max ? range.End : CutAfter(text, start);
            if (Trim(text, start, end) is { Length: > 0 } passage)
                yield return passage;
            start = end;
        }
    }

    private static int CutAfter(string text, int start)
    {
        var window = text.AsSpan(start, Target);
        var cut = window.LastIndexOf('\n');
        // A cut near the beginning would leave a scrap.
        if (cut < Target / 4)
            cut = window.LastIndexOfAny("。！？");
        if (cut < Target / 4)
            cut = window.LastIndexOfAny("；;，、");
        if (cut < Target / 4)
            cut = char.IsHighSurrogate(window[^1]) ? Target - 2 : Target - 1;
        return start + cut + 1;
    }

    private static TextRange Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextRange(start, end - start);
    }
}
