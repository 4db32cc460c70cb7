using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Values;

/// <summary>Reads one expression of time: 2024年年底, 9月底, 每年3月1日, 第三季度, 上半年, 2021-2025年, 每半年.</summary>
internal static class TimeScanner
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const string HanDigits = "〇一二三四五六七八九";

    private static readonly (string Word, string Recurrence)[] Cycles =
    [
        ("每半年", "half-yearly"), ("每季度", "quarterly"), ("每个季度", "quarterly"), ("每季", "quarterly"), ("每个月", "monthly"), ("每月", "monthly"), ("上下半年各", "half-yearly"), ("上、下半年各", "half-yearly"),
    ];

    private const int TenthPlanEnd = 2005;

    private static readonly string[] EndsOfPlan = ["末", "期末", "时期末", "规划末", "规划期末"];

    private static readonly (string Word, int Years)[] RelativeYears =
    [
        ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("明年", 1), ("次年", 1), ("来年", 1),
    ];

    /// <summary>The expression that begins at <paramref name="at"/>; false when none does.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="from">Where the stretch begins that is read; what stands before it does not count.</param>
    /// <param name="at">Where it must begin.</param>
    /// <param name="year">The year that words without one mean; null where it is not known.</param>
    /// <param name="before">The expression just before in a list (6月底、12月底前), whose year holds on; or default.</param>
    /// <param name="time">What was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int from, int at, int? year, TimeWords before, out TimeWords time)
    {
        time = default;
        if (TryReadCycle(text, at, out time) || TryReadEndOfPlan(text, at, out time))
            return true;
        var i = at;
        var every = text[at..].StartsWith("每年", StringComparison.Ordinal);
        if (every)
            i += text[at..].StartsWith("每年度", StringComparison.Ordinal) ? 3 : 2;
        int? own = null;
        var named = !every && TryReadYear(text, ref i, year, out own);
        var afterYear = i;
        i = SkipBlanks(text, i);
        var found = TryReadPart(text, ref i, named || every || before.Length > 0, at > from ? text[at - 1] : '\0', out var month, out var day);
        if (!named && !every && !found)
            return false;
        if (!found)
            i = afterYear;
        var inherited = !named && !every && before.Length > 0;
        time = new()
        {
            Start = at,
            Length = i - at,
            Every = every || (inherited && before.Every),
            Year = named ? own : inherited ? before.Year : year,
            Month = found ? month : 12,
            Day = found ? day : 31,
            HasYear = named,
            HasPart = found,
            HasMonth = found && text[afterYear..i].Contains('月'),
        };
        return true;
    }

    /// <summary>“十四五”末, 十四五期末: the last year of the five-year plan; the tenth ended in 2005.</summary>
    private static bool TryReadEndOfPlan(ReadOnlySpan<char> text, int at, out TimeWords time)
    {
        time = default;
        var plan = text[at] == '“' ? at + 1 : at;
        if (plan + 3 >= text.Length || text[plan] != '十' || text[plan + 2] != '五' || HanNumber.Parse(text.Slice(plan, 2)) is not (> 10 and < 20 and var number))
            return false;
        var end = plan + 3;
        if (text[end] == '”')
            end++;
        foreach (var word in EndsOfPlan)
        {
            if (!text[end..].StartsWith(word, StringComparison.Ordinal))
                continue;
            end += word.Length;
            time = new() { Start = at, Length = end - at, Year = TenthPlanEnd + (5 * (number - 10)), Month = 12, Day = 31, HasYear = true, HasPart = true };
            return true;
        }

        return false;
    }

    private static bool TryReadCycle(ReadOnlySpan<char> text, int at, out TimeWords time)
    {
        time = default;
        if (text[at] is not ('每' or '上'))
            return false;
        foreach (var (word, recurrence) in Cycles)
        {
            if (!text[at..].StartsWith(word, StringComparison.Ordinal))
                continue;
            var end = at + word.Length;
            if (end < text.Length && text[end] is '末' or '底' or '初')
                end++;
            // 每月10日前
            var day = end;
            if (TryReadNumber(text, ref day, 31, out _) && day < text.Length && text[day] is '日' or '号')
                end = day + 1;
            time = new() { Start = at, Length = end - at, Cycle = recurrence };
            return true;
        }

        return false;
    }

    /// <summary>2024年, 2024年度, 2021-2025年 (the last year), 二〇二四年, 今年.</summary>
    private static bool TryReadYear(ReadOnlySpan<char> text, ref int at, int? current, out int? year)
    {
        year = null;
        foreach (var (word, years) in RelativeYears)
        {
            if (text[at] != word[0] || !text[at..].StartsWith(word, StringComparison.Ordinal))
                continue;
            at += word.Length;
            year = current + years;
            return true;
        }

        if (!TryReadFourDigits(text, at, out var first))
            return false;
        var i = SkipBlanks(text, at + 4);
        var marked = i < text.Length && text[i] == '年';
        if (marked)
            i++;
        var dash = i;
        while (dash < text.Length && text[dash] is '-' or '~' or '至' or '到')
            dash++;
        if (dash > i && TryReadFourDigits(text, dash, out var last) && last >= first)
        {
            i = SkipBlanks(text, dash + 4);
            marked = i < text.Length && text[i] == '年';
            (first, i) = (last, i + 1);
        }

        if (!marked)
            return false;
        at = i < text.Length && text[i] == '度' ? i + 1 : i;
        year = first;
        return true;
    }

    private static bool TryReadPart(ReadOnlySpan<char> text, ref int at, bool afterYear, char previous, out int month, out int day)
    {
        (month, day) = (12, 31);
        if (at >= text.Length)
            return false;
        var rest = text[at..];
        if (rest[0] == '年' && rest.Length > 1
            && (rest[1] is '底' or '末' or '终' || (rest[1] == '内' && (afterYear || !"0123456789一二两三四五六七八九十半几多近数周往历".Contains(previous)))))
        {
            at += 2;
            return true;
        }

        if (afterYear && rest[0] is '底' or '末' or '内')
        {
            at++;
            return true;
        }

        if (rest[0] is '上' or '下' && (rest.StartsWith("上半年", StringComparison.Ordinal) || rest.StartsWith("下半年", StringComparison.Ordinal)))
        {
            (month, day) = rest[0] == '上' ? (6, 30) : (12, 31);
            at += 3;
            if (at < text.Length && text[at] is '末' or '底')
                at++;
            return true;
        }

        // 去年3月, 1.5月: no month by itself.
        if (!afterYear && (previous is '年' or '.' or '-' or '第' || char.IsAsciiDigit(previous)))
            return TryReadQuarter(text, ref at, ref month, ref day);
        return TryReadQuarter(text, ref at, ref month, ref day) || TryReadMonth(text, ref at, ref month, ref day);
    }

    private static bool TryReadQuarter(ReadOnlySpan<char> text, ref int at, ref int month, ref int day)
    {
        var i = at + (text[at] == '第' ? 1 : 0);
        if (!TryReadNumber(text, ref i, 4, out var quarter) || !text[i..].StartsWith("季度", StringComparison.Ordinal))
            return false;
        (month, day) = (quarter * 3, quarter is 1 or 4 ? 31 : 30);
        at = i + 2;
        if (at < text.Length && text[at] is '末' or '底')
            at++;
        return true;
    }

    /// <summary>9月, 9月份, 9月底, 3月上旬, 6月30日, 7-9月.</summary>
    private static bool TryReadMonth(ReadOnlySpan<char> text, ref int at, ref int month, ref int day)
    {
        var i = at;
        if (!TryReadNumber(text, ref i, 12, out var number))
            return false;
        var dash = i;
        while (dash < text.Length && text[dash] is '-' or '~' or '至' or '到')
            dash++;
        if (dash > i && TryReadNumber(text, ref dash, 12, out var last) && last > number)
            (number, i) = (last, dash);
        i = SkipBlanks(text, i);
        if (i >= text.Length || text[i] != '月')
            return false;
        (month, day) = (number, DateTime.DaysInMonth(2023, number));
        at = i + 1;
        var rest = text[at..];
        if (rest.StartsWith("份", StringComparison.Ordinal))
            at++;
        else if (rest.StartsWith("上旬", StringComparison.Ordinal) || rest.StartsWith("中旬", StringComparison.Ordinal) || rest.StartsWith("下旬", StringComparison.Ordinal))
            (at, day) = (at + 2, rest[0] switch { '上' => 10, '中' => 20, _ => day });
        else if (!rest.IsEmpty && rest[0] is '底' or '末')
            at++;
        else
            ReadDay(text, ref at, ref day);
        return true;
    }

    private static void ReadDay(ReadOnlySpan<char> text, ref int at, ref int day)
    {
        var i = SkipBlanks(text, at);
        if (!TryReadNumber(text, ref i, 31, out var number))
            return;
        i = SkipBlanks(text, i);
        if (i < text.Length && text[i] is '日' or '号')
            (at, day) = (i + 1, number);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, ref int at, int most, out int number)
    {
        var i = at;
        number = 0;
        while (i < text.Length && i - at < 2 && char.IsAsciiDigit(text[i]))
            number = (number * 10) + (text[i++] - '0');
        if (i == at)
        {
            var length = HanNumber.Measure(text[at..]);
            number = length == 0 ? 0 : HanNumber.Parse(text.Slice(at, length));
            i += length;
        }

        if (number < 1 || number > most)
            return false;
        at = i;
        return true;
    }

    private static bool TryReadFourDigits(ReadOnlySpan<char> text, int at, out int year)
    {
        year = 0;
        if (at + 4 > text.Length)
            return false;
        foreach (var c in text.Slice(at, 4))
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c is '○' or '零' ? 0 : HanDigits.IndexOf(c);
            if (digit < 0)
                return false;
            year = (year * 10) + digit;
        }

        return year is >= FirstYear and <= LastYear;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}
