using System.Globalization;
using Fazhi.Plans.V1;

namespace Fazhi.Search.Indexing;

/// <summary>
/// What a passage can be filtered by, as exact strings that every engine keeps in the same way: <c>theme=outline-2021/22</c>, <c>function=…</c>,
/// <c>unit=units/…</c>, <c>role=1</c>, <c>target=1</c>, <c>task=1</c>. A function or unit is there twice, for any role and with its own: <c>function.1=…</c>.
/// </summary>
internal static class PassageTags
{
    /// <summary>The tag of every passage that is a task.</summary>
    public const string IsTask = "task=1";

    /// <summary>The tag of every passage with a target 指标值.</summary>
    public const string HasTarget = "target=1";

    /// <summary>The tags of a passage, each once.</summary>
    public static IReadOnlyList<string> Of(IndexedPassage passage)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        if (passage.Task.Length > 0)
            tags.Add(IsTask);
        if (passage.HasTarget)
            tags.Add(HasTarget);
        tags.UnionWith(passage.Themes.Select(Theme));
        foreach (var unit in passage.Units)
        {
            if (unit.Role != UnitRole.Unspecified)
                tags.Add(Role(unit.Role));
            foreach (var role in (UnitRole[])[UnitRole.Unspecified, unit.Role])
            {
                if (unit.Function.Length > 0)
                    tags.Add(Function(unit.Function, role));
                if (unit.Unit.Length > 0)
                    tags.Add(Unit(unit.Unit, role));
            }
        }
        return [.. tags];
    }

    /// <summary>The tag of a theme.</summary>
    public static string Theme(string id) => $"theme={id}";

    /// <summary>The tag of a role that some unit has.</summary>
    public static string Role(UnitRole role) => string.Create(CultureInfo.InvariantCulture, $"role={(int)role}");

    /// <summary>The tag of a function, in a role; in any if it is unspecified.</summary>
    public static string Function(string id, UnitRole role = UnitRole.Unspecified) => $"function{Suffix(role)}={id}";

    /// <summary>The tag of a registered unit, in a role; in any if it is unspecified.</summary>
    public static string Unit(string name, UnitRole role = UnitRole.Unspecified) => $"unit{Suffix(role)}={name}";

    private static string Suffix(UnitRole role) => role == UnitRole.Unspecified ? "" : string.Create(CultureInfo.InvariantCulture, $".{(int)role}");
}
