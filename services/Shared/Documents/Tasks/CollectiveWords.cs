namespace Fazhi.Documents.Tasks;

/// <summary>Collectives that are printed with a separator inside: 各街道办事处、镇人民政府; 各乡镇、街道; 各部门、单位.</summary>
internal static class CollectiveWords
{
    private static readonly string[] Suffixes = ["人民政府", "政府", "办事处", "街道办", "管委会", "党工委", "党委", "办"];
    private static readonly string[] Places =
    [
        "乡镇", "镇", "乡", "街道", "镇街", "街镇", "街", "苏木", "苏木镇", "苏木乡镇", "民族乡", "团场", "农场", "林场", "园区", "开发区", "功能区", "产业园区", "工业园区", "经开区", "高新区", "管理区", "管委会", "村", "社区",
    ];

    private static readonly string[] Bodies = ["部门", "单位", "机关", "企业", "事业单位", "企事业单位", "直属单位", "人民团体", "委", "办", "局"];

    /// <summary>True when the mention <paramref name="left"/> goes on behind the separator: it is of all (各…), and what follows names no unit by itself but one more kind of the same.</summary>
    public static bool GoesOn(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var all = left.LastIndexOf('各');
        if (all < 0)
            return false;
        var stop = right.IndexOfAny("、,;。和及");
        var next = (stop < 0 ? right : right[..stop]).Trim(' ');
        var end = next.Length;
        MentionTails.Strip(next, 0, ref end, out _);
        next = next[..end];
        var mine = left[(all + 1)..].Trim(' ');
        mine = mine[(mine.LastIndexOf('、') + 1)..];
        return (IsPlace(next) && IsPlace(mine)) || (IsOneOf(next, Bodies) && EndsWithBody(mine));
    }

    private static bool IsPlace(ReadOnlySpan<char> words)
    {
        Span<char> plain = stackalloc char[24];
        if (words.IsEmpty || words.Length > plain.Length)
            return false;
        var length = 0;
        var depth = 0;
        foreach (var c in words)
        {
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && c is not (')' or ' '))
                plain[length++] = c;
        }

        ReadOnlySpan<char> name = plain[..length];
        foreach (var suffix in Suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && IsOneOf(name[..^suffix.Length], Places))
                return true;
        }

        return IsOneOf(name, Places);
    }

    private static bool EndsWithBody(ReadOnlySpan<char> words)
    {
        foreach (var body in Bodies)
        {
            if (words.EndsWith(body, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.SequenceEqual(word))
                return true;
        }

        return false;
    }
}
