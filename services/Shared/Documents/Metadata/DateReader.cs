using System.Collections.Immutable;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Reads dates that stand alone: 2023年8月15日, 二〇二三年八月十五日, 2023-08-15, and ones that lost characters (2025127), with all their readings.
/// </summary>
internal static class DateReader
{
    private const int FirstYear = 1980;
    private const int LastYear = 2100;
    private const int LongestLine = 40;

    // What a year that lost a digit can be: documents on 法治政府 are of these years.
    private const int FirstDamagedYear = 2000;
    private const int LastDamagedYear = 2035;

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
        var note = words.IndexOf('(');
        if (note > 0)
            words = words[..note];
        if (EndsWithIssue(words))
            words = words[..^2];
        if (ReadSound(words, out var used) is { } date && used == words.Length)
            return [date];
        return damaged ? ReadDamaged(words) : [];
    }

    /// <summary>True when a folded line says that something was printed or published on its date: 2024年1月5日印发.</summary>
    public static bool EndsWithIssue(ReadOnlySpan<char> line) =>
        line.TrimEnd(") ").EndsWith("印发", StringComparison.Ordinal) || line.TrimEnd(") ").EndsWith("发布", StringComparison.Ordinal);

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

    /// <summary>Reads 3月30日 as a day of the given year; null when the folded words do not begin so.</summary>
    public static DateOnly? ReadDayOf(int year, ReadOnlySpan<char> words, out int used)
    {
        used = 0;
        if (!TryReadNumber(words, out var month, out var length) || length >= words.Length || words[length] != '月')
            return null;
        var at = length + 1;
        if (!TryReadNumber(words[at..], out var day, out length) || at + length >= words.Length || words[at + length] != '日')
            return null;
        used = at + length + 1;
        return Make(year, month, day);
    }

    /// <summary>Reads 30日, 30天, 三十日 or 一个月; days at work cannot be counted here.</summary>
    public static bool TryReadSpan(ReadOnlySpan<char> words, out int days, out int months, out int used)
    {
        (days, months, used) = (0, 0, 0);
        var blanks = words.Length - words.TrimStart(' ').Length;
        if (!TryReadNumber(words[blanks..], out var number, out var length))
            return false;
        var rest = words[(blanks + length)..].TrimStart(' ');
        (days, months) = rest.StartsWith("个月", StringComparison.Ordinal) ? (0, number) : rest.StartsWith("日", StringComparison.Ordinal) || rest.StartsWith("天", StringComparison.Ordinal) ? (number, 0) : (0, 0);
        used = words.Length - rest.Length + (months > 0 ? 2 : 1);
        return days + months > 0;
    }

    /// <summary>All dates that digits with lost digits or marks can mean, earliest first: the marks that are left say where a part ends.</summary>
    private static ImmutableArray<DateOnly> ReadDamaged(ReadOnlySpan<char> words)
    {
        var yearMark = words.IndexOf('年');
        var digits = 0;
        while (digits < words.Length && char.IsAsciiDigit(words[digits]))
            digits++;
        var yearLength = yearMark == digits && digits == 3 ? 3 : 4;
        if (digits < yearLength || !HasOnlyDateMarks(words))
            return [];
        var rest = words[yearLength..].TrimStart("年-./");
        var readings = new SortedSet<DateOnly>();
        foreach (var year in Years(words[..yearLength]))
            AddDays(readings, year, rest);
        return [.. readings];
    }

    private static bool HasOnlyDateMarks(ReadOnlySpan<char> words) => words.IndexOfAnyExcept("0123456789年月日-./") < 0;

    /// <summary>The year, or, of three digits, those that one digit more makes of them: 202 can be 2020 to 2029.</summary>
    private static IEnumerable<int> Years(ReadOnlySpan<char> digits)
    {
        var number = int.Parse(digits);
        if (digits.Length == 4)
            return [number];
        var years = new SortedSet<int>();
        for (int at = 0, power = 1; at <= digits.Length; at++, power *= 10)
        {
            for (var digit = 0; digit < 10; digit++)
                years.Add((((number / power * 10) + digit) * power) + (number % power));
        }

        return years.Where(y => y is >= FirstDamagedYear and <= LastDamagedYear);
    }

    private static void AddDays(SortedSet<DateOnly> readings, int year, ReadOnlySpan<char> rest)
    {
        var mark = rest.IndexOfAny("月-./");
        if (mark > 0)
        {
            if (int.TryParse(rest[..mark], out var month) && int.TryParse(rest[(mark + 1)..].TrimEnd('日'), out var day) && Make(year, month, day) is { } date)
                readings.Add(date);
            return;
        }

        rest = rest.TrimEnd('日');
        if (rest.IndexOfAnyExceptInRange('0', '9') >= 0)
            return;
        for (var split = 1; split < rest.Length; split++)
        {
            if (split <= 2 && rest.Length - split <= 2 && int.TryParse(rest[..split], out var month) && int.TryParse(rest[split..], out var day) && Make(year, month, day) is { } date)
                readings.Add(date);
        }
    }

    private static bool TryReadYear(ReadOnlySpan<char> words, out int year, out int length)
    {
        year = 0;
        length = 4;
        if (words.Length < 5)
            return false;
        foreach (var c in words[..4])
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c is '○' or '零' or 'O' or 'o' or '\u25EF' ? 0 : HanDigits.IndexOf(c);
            if (digit < 0)
                return false;
            year = (year * 10) + digit;
        }

        return year is >= FirstYear and <= LastYear;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> words, out int number, out int length)
    {
        length = 0;
        if (words.StartsWith("元月", StringComparison.Ordinal))
        {
            (number, length) = (1, 1);
            return true;
        }

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
