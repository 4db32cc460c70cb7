using System.Buffers;

namespace Fazhi.Documents.Tasks;

/// <summary>The words that name what a unit has to do with a task.</summary>
internal static class RoleWords
{
    private static readonly (string Word, UnitRole? Role)[] Words =
    [
        ("牵头单位", UnitRole.Lead), ("牵头部门", UnitRole.Lead), ("主办单位", UnitRole.Lead), ("主责单位", UnitRole.Lead), ("牵头责任单位", UnitRole.Lead), ("牵头股室", UnitRole.Lead),
        ("责任单位", UnitRole.Responsible), ("责任部门", UnitRole.Responsible), ("落实单位", UnitRole.Responsible), ("承办单位", UnitRole.Responsible), ("实施单位", UnitRole.Responsible),
        ("责任主体", UnitRole.Responsible), ("责任科室", UnitRole.Responsible), ("责任股室", UnitRole.Responsible),
        ("配合单位", UnitRole.Cooperating), ("配合部门", UnitRole.Cooperating), ("协同单位", UnitRole.Cooperating), ("参加单位", UnitRole.Cooperating), ("参与单位", UnitRole.Cooperating),
        ("协办单位", UnitRole.Assisting), ("协助单位", UnitRole.Assisting), ("协办部门", UnitRole.Assisting),
        ("责任领导", UnitRole.LeaderInCharge), ("牵头领导", UnitRole.LeaderInCharge), ("分管领导", UnitRole.LeaderInCharge), ("责任人", UnitRole.LeaderInCharge),
        ("完成时限", null), ("完成时间", null), ("时限要求", null), ("办结时限", null), ("时间要求", null),
    ];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Words.Select(w => w.Word)], StringComparison.Ordinal);

    /// <summary>Finds the first role that is followed by a colon, from <paramref name="from"/> on; false when there is none.</summary>
    public static bool TryFind(ReadOnlySpan<char> line, int from, out int start, out int end, out UnitRole? role)
    {
        while (from < line.Length)
        {
            var at = line[from..].IndexOfAny(Any);
            if (at < 0)
                break;
            start = from + at;
            Match(line[start..], out var length, out role);
            end = start + length;
            while (end < line.Length && line[end] == ' ')
                end++;
            if (end < line.Length && line[end] == ':')
            {
                end++;
                return true;
            }

            from = start + length;
        }

        start = end = -1;
        role = null;
        return false;
    }

    /// <summary>The role that a table's column is of; false when its name holds no role.</summary>
    public static bool TryMatchColumn(ReadOnlySpan<char> name, out UnitRole? role)
    {
        role = null;
        var at = name.IndexOfAny(Any);
        if (at < 0)
            return false;
        Match(name[at..], out _, out role);
        return true;
    }

    private static void Match(ReadOnlySpan<char> text, out int length, out UnitRole? role)
    {
        length = 0;
        role = null;
        foreach (var (word, meaning) in Words)
        {
            if (word.Length <= length || !text.StartsWith(word, StringComparison.Ordinal))
                continue;
            length = word.Length;
            role = meaning;
        }
    }
}
