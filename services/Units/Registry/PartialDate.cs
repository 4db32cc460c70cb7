using System.Globalization;

namespace Fazhi.Units.Registry;

/// <summary>A date as far as it is known, ISO 8601: 2019, 2019-01 or 2019-01-18.</summary>
public readonly record struct PartialDate
{
    private static readonly string[] _forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private PartialDate(string value) => Value = value;

    /// <summary>The date in one of the three forms.</summary>
    public string Value { get; }

    /// <summary>Reads one of the three forms; a day that does not exist (2019-02-30) is refused.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        var valid = DateOnly.TryParseExact(text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        date = valid ? new PartialDate(text) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
