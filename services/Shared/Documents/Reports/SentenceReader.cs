using System.Buffers;

namespace Fazhi.Documents.Reports;

/// <summary>Walks through a stretch of folded text sentence by sentence.</summary>
internal static class SentenceReader
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。!?\n");
    private static readonly SearchValues<char> EndsOfParts = SearchValues.Create("。!?;\n");

    /// <summary>Where the sentence that begins at <paramref name="start"/> ends, with its end mark and what closes around it.</summary>
    /// <param name="folded">The whole folded text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="limit">Where the stretch ends.</param>
    /// <param name="parts">True where ; ends a part too.</param>
    public static int EndOf(ReadOnlySpan<char> folded, int start, int limit, bool parts = false)
    {
        var length = folded[start..limit].IndexOfAny(parts ? EndsOfParts : Ends);
        if (length < 0)
            return limit;
        var end = start + length + 1;
        while (end < limit && folded[end] is '”' or '’' or ')' or '」')
            end++;
        return end;
    }

    /// <summary>The stretch without blanks around it.</summary>
    public static TextRange Trim(ReadOnlySpan<char> folded, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && folded[start] is ' ' or '\n')
            start++;
        while (end > start && folded[end - 1] is ' ' or '\n')
            end--;
        return TextRange.Between(start, end);
    }
}
