using System.Globalization;
using Fazhi.Hosting;

namespace Fazhi.Supervision.Checks;

/// <summary>Reads the fields of one request and keeps what is wrong with each, so that all of it is said at once.</summary>
/// <param name="prefix">What the fields belong to, such as <c>inspection.</c>; empty for the request's own.</param>
internal sealed class FieldChecks(string prefix = "")
{
    /// <summary>Longest free text (a problem, measures, a reason), in characters.</summary>
    public const int MaxText = 4000;

    /// <summary>Most entries of a list.</summary>
    public const int MaxList = 2000;

    private const string DateForm = "yyyy-MM-dd";
    private static readonly ResourceName UnitName = new("units/{unit}");
    private static readonly ResourceName TaskName = new("plans/{plan}/tasks/{task}");

    private readonly List<FieldViolation> violations = [];

    /// <summary>Notes that a field is wrong.</summary>
    public void Wrong(string field, string description) => violations.Add(new FieldViolation(prefix + field, description));

    /// <summary>Text without space around it, within its length.</summary>
    public string Text(string field, string value, int max = MaxText, bool required = true)
    {
        var text = value.Trim();
        if (text.Length == 0 && required)
            Wrong(field, "不能为空");
        if (text.Length > max)
            Wrong(field, $"不能超过 {max} 个字符，现有 {text.Length} 个");
        return text;
    }

    /// <summary>A date of ISO 8601.</summary>
    public DateOnly Date(string field, string value)
    {
        if (!DateOnly.TryParseExact(value, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Wrong(field, value.Length == 0 ? "不能为空" : "不是 2024-03-01 形式的日期");
        return date;
    }

    /// <summary>The code of a region.</summary>
    public RegionCode Region(string field, string value)
    {
        var code = RegionCode.TryParse(value);
        if (code is null)
            Wrong(field, value.Length == 0 ? "不能为空" : "不是 6 位行政区划代码或 9 位乡镇代码");
        return code.GetValueOrDefault();
    }

    /// <summary>A member of an enum other than 0, which means that nothing was said.</summary>
    public T Member<T>(string field, T value)
        where T : struct, Enum
    {
        if (Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0)
            Wrong(field, "不能为空");
        else if (!Enum.IsDefined(value))
            Wrong(field, "不是已知的取值");
        return value;
    }

    /// <summary>Units: resource names, or as printed where they are not registered; none twice.</summary>
    public IReadOnlyList<string> Units(string field, IReadOnlyList<string> values) => List(field, values, Unit);

    /// <summary>A unit: a resource name, or as printed.</summary>
    public string Unit(string field, string value)
    {
        var unit = Text(field, value, max: 200);
        if (unit.StartsWith("units/", StringComparison.Ordinal) && UnitName.TryParse(unit) is null)
            Wrong(field, $"不是 {UnitName} 的形式");
        return unit;
    }

    /// <summary>Resource names of tasks; none twice.</summary>
    public IReadOnlyList<string> Tasks(string field, IReadOnlyList<string> values) => List(field, values, (entry, value) => Task(entry, value));

    /// <summary>Resource name of a task.</summary>
    public string Task(string field, string value, bool required = true)
    {
        if ((required || value.Length > 0) && TaskName.TryParse(value) is null)
            Wrong(field, $"不是 {TaskName} 的形式");
        return value;
    }

    /// <summary>Ends the request when anything was wrong.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT with every field that is wrong.</exception>
    public void ThrowIfAnyWrong()
    {
        if (violations.Count > 0)
            throw FazhiException.InvalidArgument(violations);
    }

    private List<string> List(string field, IReadOnlyList<string> values, Func<string, string, string> check)
    {
        if (values.Count > MaxList)
        {
            Wrong(field, $"不能超过 {MaxList} 项，现有 {values.Count} 项");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<string>();
        for (var index = 0; index < values.Count; index++)
        {
            var entry = check($"{field}[{index}]", values[index]);
            if (!seen.Add(entry))
                Wrong($"{field}[{index}]", $"“{entry}”重复");
            entries.Add(entry);
        }

        return entries;
    }
}
