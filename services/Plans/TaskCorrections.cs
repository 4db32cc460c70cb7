using System.Globalization;
using System.Text.RegularExpressions;
using Fazhi.Documents;
using Fazhi.Hosting;
using Fazhi.Units.V1;
using Contract = Fazhi.Plans.V1;

namespace Fazhi.Plans;

/// <summary>Checks what a person sets in a task, and brings it into the form in which the reader would have given it.</summary>
internal sealed partial class TaskCorrections(ThemeDirectory themes)
{
    private const int LongestTitle = 200;
    private const int LongestText = 2000;
    private const int LongestUnit = 20;
    private const int MostEntries = 50;

    public static readonly string[] Fields = ["title", "unit_lines", "deadlines", "targets", "themes"];

    /// <summary>A task that holds the checked values of <paramref name="fields"/> alone.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a value is not well formed; says which.</exception>
    public Contract.Task Check(Contract.Task given, IReadOnlyList<string> fields)
    {
        var task = new Contract.Task();
        if (fields.Contains("title"))
            task.Title = Text("task.title", given.Title, LongestTitle, required: false);
        if (fields.Contains("unit_lines"))
            task.UnitLines.AddRange(Few("task.unit_lines", given.UnitLines).Select((line, index) => Check($"task.unit_lines[{index}]", line)));
        if (fields.Contains("deadlines"))
            task.Deadlines.AddRange(Few("task.deadlines", given.Deadlines).Select((deadline, index) => Check($"task.deadlines[{index}]", deadline)));
        if (fields.Contains("targets"))
            task.Targets.AddRange(Few("task.targets", given.Targets).Select((target, index) => Check($"task.targets[{index}]", target)));
        if (fields.Contains("themes"))
            task.Themes.AddRange(ChosenThemes.Check("task.themes", given.Themes, themes));
        return task;
    }

    private static Contract.UnitLine Check(string field, Contract.UnitLine line)
    {
        if (!Enum.IsDefined(line.Role) || line.Role == Contract.UnitRole.Unspecified)
            throw FazhiException.InvalidArgument($"{field}.role", "请给出角色：牵头、责任、配合、协办单位或责任领导");
        var text = Text($"{field}.text", line.Text, LongestText, required: true);
        return new() { Role = line.Role, Text = text, Mentions = { UnitWords.Split(text).Select(unit => new UnitMention { Text = unit.Text }) } };
    }

    private static Contract.Deadline Check(string field, Contract.Deadline deadline)
    {
        if (deadline.Date.Length > 0 && !DateOnly.TryParseExact(deadline.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw FazhiException.InvalidArgument($"{field}.date", $"“{Shown(deadline.Date)}”不是日期，应为 2024-12-31 的形式");
        if (deadline.Recurrence.Length > 0 && !Recurrence().IsMatch(deadline.Recurrence))
            throw FazhiException.InvalidArgument($"{field}.recurrence", $"“{Shown(deadline.Recurrence)}”不是周期，应为 yearly:MM-DD、half-yearly、quarterly、monthly 或 ongoing");
        return new() { Text = Text($"{field}.text", deadline.Text, LongestTitle, required: true), Date = deadline.Date, Recurrence = deadline.Recurrence };
    }

    private static Contract.Target Check(string field, Contract.Target target)
    {
        if (!double.IsFinite(target.Value))
            throw FazhiException.InvalidArgument($"{field}.value", "应为有限的数");
        if (!Enum.IsDefined(target.Comparator) || target.Comparator == Contract.Comparator.Unspecified)
            throw FazhiException.InvalidArgument($"{field}.comparator", "请给出比较方式：等于、不少于、不超过、超过、低于或约");
        return new()
        {
            Text = Text($"{field}.text", target.Text, LongestTitle, required: true),
            Value = target.Value,
            Comparator = target.Comparator,
            Unit = Text($"{field}.unit", target.Unit, LongestUnit, required: false),
            Period = Text($"{field}.period", target.Period, LongestUnit, required: false),
        };
    }

    private static IReadOnlyList<T> Few<T>(string field, IReadOnlyList<T> entries) =>
        entries.Count <= MostEntries ? entries : throw FazhiException.InvalidArgument(field, $"最多 {MostEntries} 项，给出了 {entries.Count} 项");

    private static string Text(string field, string text, int longest, bool required)
    {
        var trimmed = text.Trim();
        if (required && trimmed.Length == 0)
            throw FazhiException.InvalidArgument(field, "不能为空");
        if (trimmed.Length > longest)
            throw FazhiException.InvalidArgument(field, $"最多 {longest} 个字符，给出了 {trimmed.Length} 个");
        return trimmed.Any(char.IsControl) ? throw FazhiException.InvalidArgument(field, "不能含有控制字符") : trimmed;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"\A(yearly:(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|half-yearly|quarterly|monthly|ongoing)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Recurrence();
}
