using System.Globalization;

namespace Fazhi.Gateway.Browsing;

/// <summary>Reads the parts of an address that a person may have typed; keeps the first thing that makes no sense, in words.</summary>
internal sealed class AddressReader(IQueryCollection query)
{
    private const int MaxLength = 2048;

    /// <summary>What was wrong; null when nothing was.</summary>
    public string? Problem { get; private set; }

    public string Text(string name)
    {
        var text = query[name].ToString().Trim();
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    public T Choice<T>(string name, string label)
        where T : struct, Enum
    {
        var text = Text(name);
        if (text.Length == 0)
            return default;
        if (ProtoEnum<T>.TryRead(text, out var value))
            return value;
        Problem ??= $"{label}“{text}”不在可选范围内，已忽略。";
        return default;
    }

    public int Year(string name)
    {
        var text = Text(name).TrimEnd('年');
        if (text.Length == 0)
            return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2200)
            return year;
        Problem ??= $"年份“{text}”有误，应为四位数字，如 2024；已忽略。";
        return 0;
    }

    public int PageNumber(string name)
        => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : 1;
}
