namespace Fazhi.Units.Registry;

/// <summary>
/// 统一社会信用代码 of GB 32100-2015: 18 characters, of which positions 3 to 8 are digits (the registering region) and the last one checks the
/// others. A value always has the right check character.
/// </summary>
public readonly record struct SocialCreditCode
{
    // Table 2 of the standard: I, O, S, V and Z are not used.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;
    private const int WeightBase = 3;

    private SocialCreditCode(string value) => Value = value;

    /// <summary>The 18 characters, letters in upper case.</summary>
    public string Value { get; }

    /// <summary>Reads a code; lower-case letters and blanks around it are accepted.</summary>
    /// <param name="text">What was entered.</param>
    /// <param name="code">The code when the answer is null.</param>
    /// <returns>What is wrong, in Chinese; null when the code is right.</returns>
    public static string? Check(string text, out SocialCreditCode code)
    {
        code = default;
        var value = text.Trim().ToUpperInvariant();
        if (value.Length != Length)
        {
            return $"应为 {Length} 位，实为 {value.Length} 位";
        }

        if (value.AsSpan().IndexOfAnyExcept(Alphabet) is >= 0 and var at)
        {
            return $"第 {at + 1} 位“{value[at]}”不是允许的字符（数字或 I、O、S、V、Z 以外的大写字母）";
        }

        if (value.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9'))
        {
            return "第 3 至 8 位应为登记管理机关的行政区划代码（数字）";
        }

        var expected = CheckCharacter(value);
        if (value[^1] != expected)
        {
            return $"校验码不符：按前 17 位应为“{expected}”，实为“{value[^1]}”";
        }

        code = new SocialCreditCode(value);
        return null;
    }

    /// <summary>The check character that belongs to the first 17 characters.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> value)
    {
        var sum = 0;
        var weight = 1;
        foreach (var character in value[..(Length - 1)])
        {
            sum += Alphabet.IndexOf(character) * weight;
            weight = weight * WeightBase % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
