namespace Fazhi.Documents.Metadata;

/// <summary>Reads a document number 发文字号: 临法〔2023〕14号.</summary>
internal static class DocumentNumberReader
{
    private const int LongestCode = 12;

    /// <summary>Finds the number in folded words: its parts and where it is; null when there is none.</summary>
    public static (TextRange Range, TextRange Code, int Year, int Number)? Find(ReadOnlySpan<char> words)
    {
        for (var open = words.IndexOfAny('[', '('); open >= 0; open = Next(words, open))
        {
            if (open + 6 > words.Length || words[open + 5] is not (']' or ')') || !int.TryParse(words.Slice(open + 1, 4), out var year) || year is < 1949 or > 2100)
                continue;
            var code = open;
            while (code > 0 && open - code < LongestCode && words[code - 1] is (>= '\u4E00' and <= '\u9FFF') or 'x' or 'X' or '*')
                code--;
            var at = open + 6;
            while (at < words.Length && words[at] is ' ' or '第')
                at++;
            var digits = 0;
            while (at + digits < words.Length && digits < 5 && char.IsAsciiDigit(words[at + digits]))
                digits++;
            if (code < open && digits is > 0 and < 5 && at + digits < words.Length && words[at + digits] == '号')
                return (TextRange.Between(code, at + digits + 1), TextRange.Between(code, open), year, int.Parse(words.Slice(at, digits)));
        }

        return null;
    }

    private static int Next(ReadOnlySpan<char> words, int from)
    {
        var next = words[(from + 1)..].IndexOfAny('[', '(');
        return next < 0 ? -1 : from + 1 + next;
    }
}
