namespace Fazhi.Documents.Values;

/// <summary>Reads numbers, with their multipliers, from folded text: 1,200; 1 200; 3.5万; 1亿2000万; 三百二十; 十五.</summary>
internal static class NumberScanner
{
    private const int MostDigits = 15;
    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>Reads the number in digits at <paramref name="at"/>; false when it is too long to be one.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where its first digit is.</param>
    /// <param name="value">Its value, multiplied out.</param>
    /// <param name="end">Where it ends; after the digits in any case.</param>
    /// <param name="open">True when 余 or 多 stands before a multiplier: 10余万.</param>
    public static bool TryReadArabic(ReadOnlySpan<char> text, int at, out decimal value, out int end, out bool open)
    {
        open = false;
        if (!TryReadDigits(text, at, out value, out end))
            return false;
        var total = 0m;
        var last = decimal.MaxValue;
        while (TryReadMultiplier(text, end, out var multiplier, out var next, out var loose) && multiplier < last)
        {
            open |= loose;
            total += value * multiplier;
            (value, end, last) = (0, next, multiplier);
            // 1亿2000万, 1万5千
            if (next >= text.Length || !char.IsAsciiDigit(text[next]) || !TryReadDigits(text, next, out value, out end))
                break;
        }

        value += total;
        return true;
    }

    /// <summary>Reads the number in Chinese numerals at <paramref name="at"/>; false when they are none (二〇二四, 三四, 一百五).</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where its first numeral is.</param>
    /// <param name="value">Its value.</param>
    /// <param name="end">Where it ends; after the numerals in any case.</param>
    /// <param name="bare">True when it begins with 百, 千, 万 or 亿 without a number before it.</param>
    public static bool TryReadHan(ReadOnlySpan<char> text, int at, out decimal value, out int end, out bool bare)
    {
        decimal total = 0, section = 0, lastBig = decimal.MaxValue;
        int digit = -1, lastSmall = 10000, i = at;
        bool sound = true, zero = false;
        bare = text[at] is '百' or '千' or '万' or '亿';
        for (; i < text.Length; i++)
        {
            if (DigitOf(text[i]) is var d and >= 0)
            {
                sound &= digit < 0 && (d == 0 ? i > at : i == at || zero || lastSmall is 10 or 10000 || IsMultiplierAt(text, i + 1));
                zero = d == 0;
                digit = d == 0 ? -1 : d;
            }
            else if (SmallOf(text[i]) is var small and > 0)
            {
                sound &= small < lastSmall && (digit >= 0 || small == 10 || i == at);
                section += Math.Max(digit, 1) * small;
                (digit, lastSmall, zero) = (-1, small, false);
            }
            else if (text[i] is '万' or '亿')
            {
                var big = text[i] == '万' ? 1_0000m : 1_0000_0000m;
                sound &= big < lastBig;
                section += Math.Max(digit, 0);
                total += Math.Max(section, i == at ? 1 : 0) * big;
                (digit, section, lastSmall, lastBig, zero) = (-1, 0, 10000, big, false);
            }
            else
            {
                break;
            }
        }

        value = total + section + Math.Max(digit, 0);
        end = i;
        return sound && value > 0;
    }

    /// <summary>The value of a Chinese numeral from 0 to 9; -1 for anything else.</summary>
    public static int DigitOf(char c) => c switch { '两' => 2, '零' or '○' => 0, _ => HanDigits.IndexOf(c) };

    private static int SmallOf(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };

    private static bool IsMultiplierAt(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is '十' or '百' or '千' or '万' or '亿';

    private static bool TryReadDigits(ReadOnlySpan<char> text, int at, out decimal value, out int end)
    {
        long whole = 0;
        var digits = Accumulate(text, at, ref whole);
        end = at + digits;
        // 1,200 and 1 200: groups of exactly three.
        if (digits <= 3)
        {
            while (end < text.Length && text[end] is ',' or ' ' && CountDigits(text, end + 1) == 3 && digits <= MostDigits - 3)
            {
                digits += Accumulate(text, end + 1, ref whole);
                end += 4;
            }
        }

        value = whole;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            long fraction = 0;
            var places = Accumulate(text, end + 1, ref fraction);
            end += 1 + places;
            if (places > MostDigits)
                return false;
            value += fraction / Power(places);
        }

        return digits <= MostDigits;
    }

    private static bool TryReadMultiplier(ReadOnlySpan<char> text, int at, out decimal multiplier, out int end, out bool loose)
    {
        // 28.3 万件
        if (at + 1 < text.Length && text[at] == ' ' && text[at + 1] is '余' or '多' or '万' or '亿')
            at++;
        loose = at + 1 < text.Length && text[at] is '余' or '多' or '来';
        end = loose ? at + 1 : at;
        multiplier = 1;
        if (end >= text.Length)
            return false;
        var after = end + 1 < text.Length ? text[end + 1] : '\0';
        multiplier = text[end++] switch
        {
            '亿' => 1_0000_0000,
            '万' when after == '亿' => 1_0000_0000_0000,
            '万' => 1_0000,
            // 5千克, 5百分点
            '千' when after is not ('克' or '米' or '瓦') => 1000,
            '百' when after != '分' => 100,
            _ => 1,
        };
        if (multiplier == 1_0000_0000_0000)
            end++;
        return multiplier > 1;
    }

    private static int Accumulate(ReadOnlySpan<char> text, int at, ref long value)
    {
        var i = at;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            if (i - at < MostDigits)
                value = (value * 10) + (text[i] - '0');
        }

        return i - at;
    }

    private static int CountDigits(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i - at;
    }

    private static decimal Power(int places)
    {
        var power = 1m;
        for (var i = 0; i < places; i++)
            power *= 10;
        return power;
    }
}
