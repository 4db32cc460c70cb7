using System.Buffers;

namespace Fazhi.Documents.Tasks;

/// <summary>The words after a unit that are not its name: 等部门, 按职责分工负责, (牵头).</summary>
internal static class MentionTails
{
    private static readonly (string Word, UnitRole? Role)[] Verbs =
    [
        ("按照职责分工", null), ("按照各自职责分工", null), ("按照各自职责", null), ("按各自职责分工", null), ("按各自职责", null), ("按职责分工", null), ("根据职责分工", null), ("依职责分工", null), ("按照职责", null), ("按职责", null), ("依职责", null),
        ("依据职责分工", null), ("依照职责分工", null), ("结合职责", null), ("职责分工", null), ("分工", null), ("分别", null), ("共同", null), ("具体", null), ("各自", null), ("联合", null),
        ("负责落实", null), ("贯彻落实", null), ("组织实施", null), ("负责", null), ("落实", null), ("参加", null), ("参与", null), ("为责任单位", null),
        ("为牵头单位", UnitRole.Lead), ("牵头负责", UnitRole.Lead), ("牵头", UnitRole.Lead), ("配合", UnitRole.Cooperating), ("协同", UnitRole.Cooperating), ("协助", UnitRole.Assisting), ("协办", UnitRole.Assisting), ("主办", UnitRole.Lead),
    ];

    private static readonly SearchValues<char> VerbEnds = SearchValues.Create([.. Verbs.Select(v => v.Word[^1]).Distinct()]);

    private static readonly (string Word, UnitRole Role)[] Marks =
    [
        ("(牵头)", UnitRole.Lead), ("(牵头单位)", UnitRole.Lead), ("(牵头部门)", UnitRole.Lead), ("(主办)", UnitRole.Lead), ("(牵头负责)", UnitRole.Lead), ("(主责)", UnitRole.Lead),
        ("(负责)", UnitRole.Responsible), ("(责任单位)", UnitRole.Responsible), ("(配合)", UnitRole.Cooperating), ("(配合单位)", UnitRole.Cooperating), ("(协办)", UnitRole.Assisting),
    ];

    // 等县属部门单位, 等相关职能部门, 等单位: what may follow 等 to the end.
    private static readonly string[] Others =
    [
        "县属", "市属", "区属", "省属", "县级", "市级", "区级", "省级", "县直", "市直", "区直", "省直", "本级", "州级", "州直", "旗直", "有关", "相关", "其他", "责任", "成员", "职能", "行政", "执法", "政府", "党政", "主管", "重点", "各", "及",
        "部门", "单位", "机关", "企业", "机构", "、", "和", "及其", "多", "个", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "家",
    ];

    /// <summary>Moves <paramref name="end"/> before the tails of the mention that begins at <paramref name="start"/>; gives the role that they say, if one.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="start">Where the mention begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="forAll">True when the tail is a verb, which goes for the mentions before it too.</param>
    public static UnitRole? Strip(ReadOnlySpan<char> folded, int start, ref int end, out bool forAll)
    {
        UnitRole? role = null;
        forAll = false;
        while (true)
        {
            var words = folded[start..end].TrimEnd(" :");
            end = start + words.Length;
            if (TryStripMark(words, ref end, out var mark))
            {
                role ??= mark;
            }
            else if (TryStripVerb(words, ref end, out var verb))
            {
                forAll = true;
                role ??= verb;
            }
            else if (!TryStripOthers(words, ref end))
            {
                return role;
            }
        }
    }

    private static bool TryStripMark(ReadOnlySpan<char> words, ref int end, out UnitRole role)
    {
        role = default;
        if (words.IsEmpty || words[^1] != ')')
            return false;
        foreach (var (word, means) in Marks)
        {
            if (!words.EndsWith(word, StringComparison.Ordinal))
                continue;
            end -= word.Length;
            role = means;
            return true;
        }

        return false;
    }

    private static bool TryStripVerb(ReadOnlySpan<char> words, ref int end, out UnitRole? role)
    {
        role = null;
        if (words.IsEmpty || !VerbEnds.Contains(words[^1]))
            return false;
        foreach (var (word, means) in Verbs)
        {
            if (!words.EndsWith(word, StringComparison.Ordinal))
                continue;
            end -= word.Length;
            role = means;
            return true;
        }

        return false;
    }

    private static bool TryStripOthers(ReadOnlySpan<char> words, ref int end)
    {
        var at = words.LastIndexOf('等');
        if (at < 0)
            return false;
        for (var i = at + 1; i < words.Length;)
        {
            var length = LengthOfOther(words[i..]);
            if (length == 0)
                return false;
            i += length;
        }

        end -= words.Length - at;
        return true;
    }

    private static int LengthOfOther(ReadOnlySpan<char> words)
    {
        foreach (var other in Others)
        {
            if (words.StartsWith(other, StringComparison.Ordinal))
                return other.Length;
        }

        return 0;
    }
}
