using System.Globalization;
using System.Text;

namespace Fazhi.Documents.Word;

/// <summary>Writes a counter in the form that a level of a list asks for (ST_NumberFormat of ISO/IEC 29500-1, 17.18.59).</summary>
internal static class NumberFormat
{
    private const string Han = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string LegalTraditional = "零壹貳參肆伍陸柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
    private const int LongestLetters = 30;

    private static readonly (int Value, string Letters)[] Roman =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static string Write(int number, string? format) => format switch
    {
        "none" or "bullet" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => Map(number, "０１２３４５６７８９"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => FromList(number, Circled),
        "decimalEnclosedParen" => number is > 0 and <= 20 ? ((char)('⑴' + number - 1)).ToString() : $"({number})",
        "decimalEnclosedFullstop" => number is > 0 and <= 20 ? ((char)('⒈' + number - 1)).ToString() : $"{number}.",
        "ideographEnclosedCircle" => number is > 0 and <= 10 ? ((char)('㊀' + number - 1)).ToString() : Counting(number, Han, '〇'),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Romans(number),
        "lowerRoman" => Romans(number).ToLowerInvariant(),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" => Counting(number, Han, '零'),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Map(number, Han),
        "chineseLegalSimplified" => Formal(number, Legal, "拾佰仟万"),
        "ideographLegalTraditional" or "japaneseLegal" => Formal(number, LegalTraditional, "拾佰仟萬"),
        "ideographTraditional" => FromList(number, Stems),
        "ideographZodiac" => FromList(number, Branches),
        "ideographZodiacTraditional" => number > 0 ? $"{Stems[(number - 1) % 10]}{Branches[(number - 1) % 12]}" : Decimal(number),
        "numberInDash" => $"- {number} -",
        "hex" => number.ToString("X", CultureInfo.InvariantCulture),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Map(int number, string digits) =>
        string.Concat(Decimal(number).Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

    private static string FromList(int number, string list) => number > 0 && number <= list.Length ? list[number - 1].ToString() : Decimal(number);

    /// <summary>a … z, aa, bb … zz, aaa: Word repeats the letter.</summary>
    private static string Letters(int number, char first) =>
        number is <= 0 or > 26 * LongestLetters ? Decimal(number) : new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Romans(int number)
    {
        if (number is <= 0 or >= 4000)
            return Decimal(number);
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }

    /// <summary>十, 十一, 二十, 一百零一: as people count, the one before a leading ten left out.</summary>
    private static string Counting(int number, string digits, char zero)
    {
        if (number is < 0 or > 99_999)
            return Decimal(number);
        if (number == 0)
            return zero.ToString();
        var text = WithPlaces(number, digits, "十百千万", zero);
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static string Formal(int number, string digits, string places) =>
        number is <= 0 or > 99_999 ? Decimal(number) : WithPlaces(number, digits, places, digits[0]);

    private static string WithPlaces(int number, string digits, string places, char zero)
    {
        var text = new StringBuilder();
        var printed = Decimal(number);
        var pendingZero = false;
        for (var i = 0; i < printed.Length; i++)
        {
            var digit = printed[i] - '0';
            if (digit == 0)
            {
                pendingZero = true;
                continue;
            }

            if (pendingZero)
                text.Append(zero);
            pendingZero = false;
            text.Append(digits[digit]);
            if (printed.Length - 1 - i is var place and > 0)
                text.Append(places[place - 1]);
        }

        return text.ToString();
    }
}
