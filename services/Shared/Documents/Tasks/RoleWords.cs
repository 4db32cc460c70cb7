using System.Buffers;
using System.Collections.Frozen;

namespace Fazhi.Documents.Tasks;

/// <summary>The words that name what a unit has to do with a task.</summary>
internal static class RoleWords
{
    private static readonly (string Word, UnitRole Role)[] Kinds =
    [
        ("牵头", UnitRole.Lead), ("主办", UnitRole.Lead), ("主责", UnitRole.Lead), ("牵头责任", UnitRole.Lead), ("主要责任", UnitRole.Lead), ("牵头负责", UnitRole.Lead),
        ("责任", UnitRole.Responsible), ("落实", UnitRole.Responsible), ("承办", UnitRole.Responsible), ("实施", UnitRole.Responsible), ("负责", UnitRole.Responsible), ("具体责任", UnitRole.Responsible), ("执行", UnitRole.Responsible),
        ("配合", UnitRole.Cooperating), ("协同", UnitRole.Cooperating), ("参加", UnitRole.Cooperating), ("参与", UnitRole.Cooperating), ("配合责任", UnitRole.Cooperating), ("协作", UnitRole.Cooperating),
        ("协办", UnitRole.Assisting), ("协助", UnitRole.Assisting),
    ];

    private static readonly string[] Bearers =
    [
        "单位", "部门", "科室", "股室", "处室", "主体", "单位(部门)", "部门(单位)", "部门和单位", "部门、单位", "单位及责任人", "单位和责任人", "单位及负责人", "部门及责任人", "单位、责任人", "(责任)单位", "(主办)单位", "(部门)单位", "(主责)单位",
    ];

    // Alone, they are roles only before a colon.
    private static readonly (string Word, UnitRole? Role)[] ShortWords = [.. Kinds.Select(k => (k.Word, (UnitRole?)k.Role))];

    private static readonly (string Word, UnitRole? Role)[] Words =
    [
        .. Kinds.SelectMany(k => Bearers.Select(b => (k.Word + b, (UnitRole?)k.Role))),
        ("责任领导", UnitRole.LeaderInCharge), ("牵头领导", UnitRole.LeaderInCharge), ("分管领导", UnitRole.LeaderInCharge), ("责任人", UnitRole.LeaderInCharge), ("包抓领导", UnitRole.LeaderInCharge), ("联系领导", UnitRole.LeaderInCharge), ("主管领导", UnitRole.LeaderInCharge),
        ("牵头区领导", UnitRole.LeaderInCharge), ("牵头市领导", UnitRole.LeaderInCharge), ("牵头县领导", UnitRole.LeaderInCharge), ("责任县领导", UnitRole.LeaderInCharge), ("责任区领导", UnitRole.LeaderInCharge), ("责任市领导", UnitRole.LeaderInCharge),
        ("完成时限", null), ("完成时间", null), ("时限要求", null), ("办结时限", null), ("时间要求", null), ("完成期限", null), ("工作时限", null), ("时间节点", null), ("时间安排", null), ("整改时限", null), ("推进时限", null), ("时限", null),
    ];

    private static readonly int Longest = Words.Max(w => w.Word.Length);

    private static readonly FrozenDictionary<string, UnitRole?>.AlternateLookup<ReadOnlySpan<char>> BeforeColon =
        Words.Concat(ShortWords).ToFrozenDictionary(w => w.Word, w => w.Role, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Words.Select(w => w.Word)], StringComparison.Ordinal);

    /// <summary>Finds the first role that is followed by a colon, from <paramref name="from"/> on; false when there is none.</summary>
    public static bool TryFind(ReadOnlySpan<char> line, int from, out int start, out int end, out UnitRole? role)
    {
        for (var colon = NextColon(line, from); colon >= 0; colon = NextColon(line, colon + 1))
        {
            var stop = from + line[from..colon].TrimEnd(' ').Length;
            for (var length = Math.Min(Longest, stop - from); length >= 2; length--)
            {
                if (!BeforeColon.TryGetValue(line.Slice(stop - length, length), out role))
                    continue;
                (start, end) = (stop - length, colon + 1);
                return true;
            }
        }

        start = end = -1;
        role = null;
        return false;
    }

    private static int NextColon(ReadOnlySpan<char> line, int from)
    {
        var at = line[from..].IndexOf(':');
        return at < 0 ? -1 : from + at;
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
