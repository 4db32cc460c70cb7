namespace Fazhi.Documents.Structure;

/// <summary>Reads the number at the beginning of a folded line, in all the forms of GB/T 9704 and their common deviations.</summary>
internal static class LabelScanner
{
    private const int LongestChapterLine = 60;
    private const int LongestChapterWithoutBlank = 30;
    private const int LongestLooselyMarked = 40;

    // - and * also join words and number pages: bullets only before a blank or a word.
    private const string Bullets = "•·●○◦▪■□◆◇➢➤►▶★☆◎⦁∙‧・✓✔√\uF06C\uF0B7\uF0D8\uF06E\uF075\uF0A7\uF0FC";
    private const string WeakBullets = "-*";

    // 三、四季度, 一、二审: a range, not a number.
    private const string CountedWords = "季月级年类批期号楼线产审审中小项次是";

    /// <summary>Characters that are a number with its frame: the first, the last, the value of the first, the form.</summary>
    private static readonly (char First, char Last, int Value, LabelKind Kind)[] Enclosed =
    [
        ('\u2460', '\u2473', 1, LabelKind.Circled), ('\u3251', '\u325F', 21, LabelKind.Circled), ('\u32B1', '\u32BF', 36, LabelKind.Circled), ('\u2776', '\u277F', 1, LabelKind.Circled),
        ('\u24EB', '\u24F4', 11, LabelKind.Circled), ('\u2780', '\u2789', 1, LabelKind.Circled), ('\u278A', '\u2793', 1, LabelKind.Circled), ('\u3280', '\u3289', 1, LabelKind.Circled),
        ('\u2474', '\u2487', 1, LabelKind.ArabicInBrackets), ('\u2488', '\u249B', 1, LabelKind.Arabic), ('\u3220', '\u3229', 1, LabelKind.HanInBrackets),
    ];

    public static bool TryRead(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        if (line.IsEmpty)
            return false;
        var first = line[0];
        if (first is '(' or '[')
            return TryReadBracketed(line, out label);
        if (first is >= '0' and <= '9')
            return TryReadArabic(line, out label);
        if (first == '第')
            return TryReadChapter(line, out label);
        if (first >= '\u4E00' && first <= '\u9FFF')
            return TryReadHan(line, out label);
        if (Bullets.Contains(first) || (WeakBullets.Contains(first) && IsWeakBullet(line)))
            return Accept(line, LabelKind.Bullet, 0, 1, out label);
        return TryReadEnclosed(line, out label);
    }

    private static bool IsWeakBullet(ReadOnlySpan<char> line)
    {
        var next = SkipBlanks(line, 1);
        return next < line.Length && (line[next] is >= '\u4E00' and <= '\u9FFF' || (next > 1 && !char.IsAsciiDigit(line[next])));
    }

    private static bool TryReadEnclosed(ReadOnlySpan<char> line, out Label label)
    {
        var first = line[0];
        foreach (var (from, to, value, kind) in Enclosed)
        {
            if (first >= from && first <= to)
                return Accept(line, kind, first - from + value, line.Length > 1 && line[1] is '、' or '.' ? 2 : 1, out label);
        }

        label = default;
        return false;
    }

    private static bool TryReadHan(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        var digits = HanNumber.Measure(line);
        if (digits == 0)
            return false;
        var mark = SkipBlanks(line, digits);
        if (mark >= line.Length)
            return false;
        var number = HanNumber.Parse(line[..digits]);
        if (line[mark] == ')')
            return Accept(line, LabelKind.HanInBrackets, number, mark + 1, out label);
        if (line[mark] is not ('、' or '.'))
            return IsLooselyMarked(line, digits, mark) && Accept(line, LabelKind.Han, number, line[mark] == ',' ? mark + 1 : digits, out label);
        // 一、二、三产业: an enumeration, not a number.
        var after = line[(mark + 1)..];
        var next = HanNumber.Measure(after);
        if (next > 0 && next < after.Length && (after[next] == '、' || CountedWords.Contains(after[next])))
            return false;
        return Accept(line, LabelKind.Han, number, mark + 1, out label);
    }

    /// <summary>一 总体要求, 一,总体要求: a heading that has nothing but a blank or a comma after its number.</summary>
    private static bool IsLooselyMarked(ReadOnlySpan<char> line, int digits, int mark) =>
        line.Length <= LongestLooselyMarked && (line[mark] == ',' || mark > digits) && line.IndexOfAny('。', ';') < 0 && line[(mark + 1)..].IndexOf(',') < 0
        && HanNumber.Measure(line[(mark + 1)..]) == 0;

    private static bool TryReadBracketed(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        var start = SkipBlanks(line, 1);
        var rest = line[start..];
        var digits = HanNumber.Measure(rest);
        var kind = LabelKind.HanInBrackets;
        if (digits == 0)
        {
            // [1] is the mark of a note, not a number.
            digits = line[0] == '[' ? 0 : CountDigits(rest);
            kind = LabelKind.ArabicInBrackets;
        }

        var close = SkipBlanks(line, start + digits);
        if (digits is 0 or > 3 || close >= line.Length || line[close] is not (')' or ']'))
            return false;
        var number = kind == LabelKind.HanInBrackets ? HanNumber.Parse(rest[..digits]) : int.Parse(rest[..digits]);
        var length = close + 1;
        if (length < line.Length && line[length] is '、' or '.')
            length++;
        return Accept(line, kind, number, length, out label);
    }

    private static bool TryReadArabic(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        var digits = CountDigits(line);
        if (digits > 3)
            return false;
        var mark = SkipBlanks(line, digits);
        if (mark >= line.Length)
            return false;
        var number = int.Parse(line[..digits]);
        if (line[mark] == ')')
            return Accept(line, LabelKind.ArabicHalfBracket, number, mark + 1, out label);
        if (line[mark] is not ('.' or '、'))
            return false;
        // 1.5万件, 7.15, 3、4号楼: figures, not numbers of headings.
        if (mark + 1 < line.Length && char.IsAsciiDigit(line[mark + 1]) && !BeginsWithDate(line[(mark + 1)..]))
            return false;
        return Accept(line, LabelKind.Arabic, number, mark + 1, out label);
    }

    /// <summary>1.3月底前, 2.2024年底前: a number and then a date, not a decimal figure.</summary>
    private static bool BeginsWithDate(ReadOnlySpan<char> words)
    {
        var digits = CountDigits(words);
        return digits < words.Length && ((digits <= 2 && words[digits] == '月') || (digits == 4 && words[digits] == '年'));
    }

    private static bool TryReadChapter(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        var digits = HanNumber.Measure(line[1..]);
        var arabic = digits == 0;
        if (arabic)
            digits = CountDigits(line[1..]);
        if (digits is 0 or > 3)
            return false;
        var rest = line[(1 + digits)..];
        var (kind, word) = ChapterWord(rest);
        var length = 1 + digits + word;
        if (word == 0 || (kind != LabelKind.Article && line.Length > LongestChapterLine))
            return false;
        // 第一部分是…: a sentence; a heading has a blank or a mark here, or ends, or is short.
        if (length < line.Length && line[length] is not (' ' or ':' or '、' or ',') && (word > 1 || kind == LabelKind.Article || !IsShortHeading(line, length)))
            return false;
        var number = arabic ? int.Parse(line.Slice(1, digits)) : HanNumber.Parse(line.Slice(1, digits));
        if (!Accept(line, kind, number, length, out label))
            return false;
        label = label with { ContentStart = SkipBlanks(line, length < line.Length && line[length] is ':' or '、' or ',' ? length + 1 : length) };
        return true;
    }

    private static (LabelKind Kind, int Length) ChapterWord(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("部分", StringComparison.Ordinal))
            return (LabelKind.Chapter, 2);
        return rest.IsEmpty ? default : rest[0] switch
        {
            '章' or '编' or '篇' => (LabelKind.Chapter, 1),
            '节' => (LabelKind.ChapterSection, 1),
            '条' => (LabelKind.Article, 1),
            _ => default,
        };
    }

    private static bool IsShortHeading(ReadOnlySpan<char> line, int at) =>
        line.Length <= LongestChapterWithoutBlank && line[at] is >= '\u4E00' and <= '\u9FFF' and not ('的' or '是' or '规' or '中' or '所' or '第') && line.IndexOfAny('。', ',', ';') < 0;

    private static bool Accept(ReadOnlySpan<char> line, LabelKind kind, int number, int length, out Label label)
    {
        label = new(kind, number, length, SkipBlanks(line, length));
        return number > 0 || kind == LabelKind.Bullet;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && text[count] is >= '0' and <= '9')
            count++;
        return count;
    }

    private static int SkipBlanks(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && line[from] == ' ')
            from++;
        return from;
    }
}
