namespace Fazhi.Documents.Structure;

/// <summary>Reads the number at the beginning of a folded line, in all the forms of GB/T 9704 and their common deviations.</summary>
internal static class LabelScanner
{
    private const int LongestChapterLine = 60;

    // · and - also join words; they are bullets only with a blank after them.
    private const string Bullets = "•●○◦▪■□◆◇➢▶\uF06C\uF0B7\uF0D8\uF06E\uF075\uF0A7";
    private const string WeakBullets = "·-*";

    public static bool TryRead(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        if (line.IsEmpty)
            return false;
        var first = line[0];
        if (first == '(')
            return TryReadBracketed(line, out label);
        if (first is >= '0' and <= '9')
            return TryReadArabic(line, out label);
        if (first == '第')
            return TryReadChapter(line, out label);
        if (first is >= '①' and <= '⑳')
            return Accept(line, LabelKind.Circled, first - '①' + 1, 1, out label);
        if (Bullets.Contains(first) || (WeakBullets.Contains(first) && line.Length > 1 && line[1] == ' '))
            return Accept(line, LabelKind.Bullet, 0, 1, out label);
        return TryReadHan(line, out label);
    }

    private static bool TryReadHan(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        var digits = HanNumber.Measure(line);
        if (digits == 0)
            return false;
        var mark = SkipBlanks(line, digits);
        if (mark >= line.Length || line[mark] is not ('、' or '.'))
            return false;
        // 一、二、三产业: an enumeration, not a number.
        var after = line[(mark + 1)..];
        var next = HanNumber.Measure(after);
        if (next > 0 && next < after.Length && after[next] == '、')
            return false;
        return Accept(line, LabelKind.Han, HanNumber.Parse(line[..digits]), mark + 1, out label);
    }

    private static bool TryReadBracketed(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        var start = SkipBlanks(line, 1);
        var rest = line[start..];
        var digits = HanNumber.Measure(rest);
        var kind = LabelKind.HanInBrackets;
        if (digits == 0)
        {
            digits = CountDigits(rest);
            kind = LabelKind.ArabicInBrackets;
        }

        var close = SkipBlanks(line, start + digits);
        if (digits is 0 or > 3 || close >= line.Length || line[close] != ')')
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
        if (mark + 1 < line.Length && char.IsAsciiDigit(line[mark + 1]))
            return false;
        return Accept(line, LabelKind.Arabic, number, mark + 1, out label);
    }

    private static bool TryReadChapter(ReadOnlySpan<char> line, out Label label)
    {
        label = default;
        if (line.Length > LongestChapterLine)
            return false;
        var digits = HanNumber.Measure(line[1..]);
        if (digits == 0)
            return false;
        var rest = line[(1 + digits)..];
        var word = rest.StartsWith("部分", StringComparison.Ordinal) ? 2 : !rest.IsEmpty && rest[0] is '章' or '编' ? 1 : 0;
        if (word == 0)
            return false;
        var length = 1 + digits + word;
        // 第一部分是…: a sentence; a heading has a blank or a mark here, or ends.
        if (length < line.Length && line[length] is not (' ' or ':' or '、' or ','))
            return false;
        var number = HanNumber.Parse(line[1..(1 + digits)]);
        if (!Accept(line, LabelKind.Chapter, number, length, out label))
            return false;
        label = label with { ContentStart = SkipBlanks(line, length < line.Length && line[length] != ' ' ? length + 1 : length) };
        return true;
    }

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
