using System.Globalization;

namespace Fazhi.Gateway.Browsing;

/// <summary>Reads the parts of an address that a person may have typed; keeps the first thing that makes no sense, in words.</summary>
internal sealed class AddressReader(IQueryCollection query)
{
    private const int MaxLength = 2048;
    private const int MaxValues = 50;
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];

    /// <summary>What was wrong; null when nothing was.</summary>
    public string? Problem { get; private set; }

    public string Text(string name)
    {
        var text = query[name].ToString().Trim();
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    /// <summary>The values of a part that may stand several times.</summary>
    public IReadOnlyList<string> Texts(string name) => Limited(query[name].Select(value => (value ?? "").Trim()));

    /// <summary>The same of a part that may also hold several values with 、 between them.</summary>
    public IReadOnlyList<string> Lists(string name)
        => Limited(query[name].SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.TrimEntries)));

    public T Choice<T>(string name, string label)
        where T : struct, Enum
        => Choices<T>(name, label) is [var first, ..] ? first : default;

    public IReadOnlyList<T> Choices<T>(string name, string label)
        where T : struct, Enum
        => Each<T>(name, text => ProtoEnum<T>.TryRead(text, out var value) ? value : null, text => $"{label}“{text}”不在可选范围内，已忽略。");

    public int Year(string name) => Years(name) is [var first, ..] ? first : 0;

    public IReadOnlyList<int> Years(string name)
        => Each<int>(name, ReadYear, text => $"年份“{text}”有误，应为四位数字，如 2024；已忽略。");

    /// <summary>A day, ISO 8601; empty if there is none.</summary>
    public string Day(string name, string label)
        => Each<DateOnly>(name, ReadDay, text => $"{label}“{text}”有误，应为日期，如 2024-06-30；已忽略。") is [var day, ..] ? day.ToString("O", CultureInfo.InvariantCulture) : "";

    /// <summary>"yes" or "no"; null if neither is said.</summary>
    public bool? YesOrNo(string name, string label)
        => Each<bool>(name, text => text switch { "yes" => true, "no" => false, _ => null }, text => $"{label}“{text}”不在可选范围内，已忽略。") is [var answer, ..] ? answer : null;

    public int PageNumber(string name)
        => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : 1;

    private static IReadOnlyList<string> Limited(IEnumerable<string> texts)
        => [.. texts.Where(text => text.Length > 0).Select(text => text.Length <= MaxLength ? text : text[..MaxLength]).Distinct(StringComparer.Ordinal).Take(MaxValues)];

    private List<T> Each<T>(string name, Func<string, T?> read, Func<string, string> problem)
        where T : struct
    {
        var values = new List<T>();
        foreach (var text in Texts(name))
        {
            if (read(text) is not { } value)
                Problem ??= problem(text);
            else if (!values.Contains(value))
                values.Add(value);
        }

        return values;
    }

    private static int? ReadYear(string text)
        => int.TryParse(text.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2200 ? year : null;

    private static DateOnly? ReadDay(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
