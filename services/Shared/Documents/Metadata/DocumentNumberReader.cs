namespace Fazhi.Documents.Metadata;

/// <summary>
/// Reads a document number 发文字号: 临法〔2023〕14号, with any brackets, blanks and 第; 望岫县人民政府令第3号; …公告2024年第3号. It is found by
/// its last character 号 and read backwards.
/// </summary>
internal static class DocumentNumberReader
{
    private const int LongestCode = 20;
    private const int LongestSerial = 5;
    private const int FirstYear = 1949;
    private const int LastYear = 2100;

    // Words of a sentence that can stand right before a number.
    private static readonly string[] LeadingWords = ["根据", "按照", "依据", "落实", "贯彻", "印发", "参照", "执行", "文件", "通知", "简称", "废止"];
    private const string JoiningWords = "和及与";

    /// <summary>Finds the first number in folded words: its parts and where it is; null when there is none.</summary>
    public static (TextRange Range, TextRange Code, int Year, int Number)? Find(ReadOnlySpan<char> words)
    {
        for (var at = words.IndexOf('号'); at >= 0;)
        {
            if (ReadBefore(words, at) is { } found)
                return found;
            var next = words[(at + 1)..].IndexOf('号');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>Reads the number whose 号 stands at <paramref name="end"/>; null when it is none.</summary>
    public static (TextRange Range, TextRange Code, int Year, int Number)? ReadBefore(ReadOnlySpan<char> words, int end)
    {
        var at = SkipBlanksBefore(words, end);
        var serialEnd = at;
        while (at > 0 && serialEnd - at < LongestSerial && char.IsAsciiDigit(words[at - 1]))
            at--;
        if (at == serialEnd || !int.TryParse(words[at..serialEnd], out var number))
            return null;
        at = SkipBlanksBefore(words, at);
        var ordinal = at > 0 && words[at - 1] == '第';
        if (ordinal)
            at = SkipBlanksBefore(words, at - 1);
        if (at == 0)
            return null;
        return words[at - 1] switch
        {
            ']' or ')' => OfYear(words, at - 1, end, number),
            '年' when ordinal => OfNotice(words, at - 1, end, number),
            _ when ordinal => OfOrder(words, at, end, number),
            _ => null,
        };
    }

    private static (TextRange, TextRange, int, int)? OfYear(ReadOnlySpan<char> words, int close, int end, int number)
    {
        var at = SkipBlanksBefore(words, close);
        if (at > 0 && words[at - 1] == '年')
            at--;
        if (ReadYearBefore(words, at) is not { } year)
            return null;
        at = SkipBlanksBefore(words, at - 4);
        if (at == 0 || words[at - 1] is not ('[' or '('))
            return null;
        return WithCode(words, SkipBlanksBefore(words, at - 1), end, year, number);
    }

    /// <summary>…公告2024年第3号.</summary>
    private static (TextRange, TextRange, int, int)? OfNotice(ReadOnlySpan<char> words, int mark, int end, int number)
    {
        if (ReadYearBefore(words, mark) is not { } year)
            return null;
        var code = SkipBlanksBefore(words, mark - 4);
        return words[..code].EndsWith("公告", StringComparison.Ordinal) || words[..code].EndsWith("通告", StringComparison.Ordinal) ? WithCode(words, code, end, year, number) : null;
    }

    /// <summary>…令第3号, and …第3号令; they have no year.</summary>
    private static (TextRange, TextRange, int, int)? OfOrder(ReadOnlySpan<char> words, int codeEnd, int end, int number)
    {
        if (words[codeEnd - 1] == '令')
            return WithCode(words, codeEnd, end, 0, number);
        return end + 1 < words.Length && words[end + 1] == '令' ? WithCode(words, codeEnd, end + 1, 0, number) : null;
    }

    private static (TextRange, TextRange, int, int)? WithCode(ReadOnlySpan<char> words, int codeEnd, int end, int year, int number)
    {
        var start = codeEnd;
        while (start > 0 && codeEnd - start < LongestCode && IsCodeCharacter(words[start - 1]))
            start--;
        start = SkipLeadingWords(words, start, codeEnd);
        return start == codeEnd ? null : (TextRange.Between(start, end + 1), TextRange.Between(start, codeEnd), year, number);
    }

    private static int SkipLeadingWords(ReadOnlySpan<char> words, int start, int end)
    {
        foreach (var word in LeadingWords)
        {
            var at = words[start..end].LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0)
                start += at + word.Length;
        }

        // 和县 begins with one of them, a code after another one does not.
        var join = words[start..end].LastIndexOfAny(JoiningWords);
        return join > 0 ? start + join + 1 : start;
    }

    private static int? ReadYearBefore(ReadOnlySpan<char> words, int end) =>
        end >= 4 && int.TryParse(words[(end - 4)..end], out var year) && year is >= FirstYear and <= LastYear && (end == 4 || !char.IsAsciiDigit(words[end - 5])) ? year : null;

    private static bool IsCodeCharacter(char c) => c is (>= '\u4E00' and <= '\u9FFF') or 'x' or 'X' or '*' or '×' or '○';

    private static int SkipBlanksBefore(ReadOnlySpan<char> words, int end)
    {
        while (end > 0 && words[end - 1] == ' ')
            end--;
        return end;
    }
}
