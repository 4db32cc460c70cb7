namespace Fazhi.Documents.Metadata;

/// <summary>Recognises names of bodies by their form.</summary>
internal static class OrgName
{
    private const int Shortest = 4;
    private const int Longest = 40;
    private static readonly string[] Ends =
    [
        "人民政府", "委员会", "办公室", "办公厅", "行政公署", "行署", "街道办事处", "办事处", "管委会", "管理局", "领导小组", "党委", "党组", "党工委", "县委", "市委", "区委", "省委",
        "局", "厅", "法院", "检察院", "政府", "委", "中心", "支队", "大队", "总队", "委员会办", "府办", "委办", "街道", "司法所", "总工会", "妇联", "联席会议", "依法治县办", "依法治市办", "依法治区办", "依法治省办", "联合会",
    ];

    /// <summary>True when the folded words are the name of one body and nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> words)
    {
        if (words.Length is < Shortest or > Longest)
            return false;
        foreach (var c in words)
        {
            if (c is not ((>= '\u4E00' and <= '\u9FFF') or '(' or ')' or 'x' or 'X' or '*' or '×' or '○'))
                return false;
        }

        if (words[0] == '各' || words.Contains("关于", StringComparison.Ordinal))
            return false;
        foreach (var end in Ends)
        {
            if (words.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>How many characters the folded name of a party body begins with before its region: 中共.</summary>
    public static int SkipParty(ReadOnlySpan<char> words) => words.StartsWith("中共", StringComparison.Ordinal) ? 2 : 0;
}
