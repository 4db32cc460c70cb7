using System.Collections.Immutable;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Reads dates that stand alone: 2023年8月15日, 二〇二三年八月十五日, 2023-08-15, and ones that lost characters (2025127), with all their readings.
/// </summary>
internal static class DateReader
{
    private const int FirstYear = 1980;
    private const int LastYear = 2100;
    private const int LongestLine = 32;
    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>The readings of a folded line that is a date and nothing else (印发 and brackets apart); empty when it is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="damaged">Whether a date with lost characters is accepted too.</param>
    public static ImmutableArray<DateOnly> ReadLine(ReadOnlySpan<char> line, bool damaged)
    {
        if (line.Length is < 6 or > LongestLine)
            return [];
        Span<char> compact = stackalloc char[line.Length];
        var length = 0;
        foreach (var c in line.Trim("() "))
        {
            if (c != ' ')
                compact[length++] = c;
        }

        ReadOnlySpan<char> words = compact[..length];
        if (words.EndsWith("印发", StringComparison.Ordinal) || words.EndsWith("发布", StringComparison.Ordinal))
            words = words[..^2];
        if (ReadSound(words, out var used) is { } date && used == words.Length)
            return [date];
        return damaged ? ReadDamaged(words) : [];
    }

    /// <summary>Reads the date that the folded words begin with; null when they do not.</summary>
    public static DateOnly? ReadSound(ReadOnlySpan<char> words, out int used)
    {
        used = 0;
        if (!TryReadYear(words, out var year, out var at) || at >= words.Length)
            return null;
        var mark = words[at];
        var (afterMonth, afterDay) = mark switch { '年' => ('月', '日'), '-' or '.' or '/' => (mark, '\0'), _ => ('\0', '\0') };
        if (afterMonth == '\0' || !TryReadNumber(words[(at + 1)..], out var month, out var length))
            return null;
        at += 1 + length;
        if (at >= words.Length || words[at] != afterMonth || !TryReadNumber(words[(at + 1)..], out var day, out length))
            return null;
        at += 1 + length;
        if (afterDay != '\0')
        {
            if (at >= words.Length || words[at] != afterDay)
                return null;
            at++;
        }

        used = at;
        return Make(year, month, day);
    }

    /// <summary>All dates that a run of digits with lost marks can mean, earliest first.</summary>
    private static ImmutableArray<DateOnly> ReadDamaged(ReadOnlySpan<char> words)
    {
        Span<char> digits = stackalloc char[8];
        var count = 0;
        foreach (var c in words)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
                digits[count++] = c;
            else if (c is not ('年' or '月' or '日' or '-' or '.' or '/'))
                return [];
        }

        if (count < 6 || !int.TryParse(digits[..4], out var year))
            return [];
        var rest = digits[4..count];
        var readings = new SortedSet<DateOnly>();
        for (var split = 1; split < rest.Length; split++)
        {
            if (split <= 2 && rest.Length - split <= 2 && Make(year, int.Parse(rest[..split]), int.Parse(rest[split..])) is { } date)
                readings.Add(date);
        }

        return [.. readings];
    }

    private static bool TryReadYear(ReadOnlySpan<char> words, out int year, out int length)
    {
        year = 0;
        length = 4;
        if (words.Length < 5)
            return false;
        foreach (var c in words[..4])
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c is '○' or '零' or 'O' ? 0 : HanDigits.IndexOf(c);
            if (digit < 0)
                return false;
            year = (year * 10) + digit;
        }

        return year is >= FirstYear and <= LastYear;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> words, out int number, out int length)
    {
        length = 0;
        while (length < words.Length && length < 2 && char.IsAsciiDigit(words[length]))
            length++;
        if (length > 0)
            return int.TryParse(words[..length], out number);
        length = Structure.HanNumber.Measure(words);
        number = length == 0 ? 0 : Structure.HanNumber.Parse(words[..length]);
        return number > 0;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
