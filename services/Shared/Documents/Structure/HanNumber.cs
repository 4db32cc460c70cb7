namespace Fazhi.Documents.Structure;

/// <summary>Numbers from 1 to 99 in Chinese characters.</summary>
internal static class HanNumber
{
    private const string Digits = "〇一二三四五六七八九";
    private const int Longest = 3;

    /// <summary>How many characters at the beginning of <paramref name="text"/> form a number, at most three.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < Longest && (text[length] == '十' || Digits.IndexOf(text[length]) > 0))
            length++;
        return length;
    }

    /// <summary>The value of a number that <see cref="Measure"/> found; 0 when the characters are no number.</summary>
    public static int Parse(ReadOnlySpan<char> text)
    {
        var ten = text.IndexOf('十');
        if (ten < 0)
            return text.Length == 1 ? Digits.IndexOf(text[0]) : 0;
        var tens = ten switch { 0 => 1, 1 => Digits.IndexOf(text[0]), _ => 0 };
        var ones = text.Length - ten - 1;
        if (tens <= 0 || ones > 1 || (ones == 1 && text[^1] == '十'))
            return 0;
        return (tens * 10) + (ones == 1 ? Digits.IndexOf(text[^1]) : 0);
    }

    /// <summary>A number from 1 to 99 in Chinese characters.</summary>
    public static string Format(int number)
    {
        var tens = number / 10;
        var text = tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" };
        return number % 10 == 0 ? text : text + Digits[number % 10];
    }
}
