namespace Fazhi.Catalogues.Functions;

/// <summary>Takes off what surrounds the name in a mention: role labels before it, 等部门按职责分工负责 behind it.</summary>
internal static class MentionTail
{
    private static readonly string[] _verbs =
    [
        "按照各自职责分工负责", "按照各自职责负责", "按照职责分工负责", "按照职责分工分别负责", "按照职责分工落实", "按照职责分工", "按各自职责分工负责", "按各自职责负责", "按职责分工分别负责", "按职责分工负责", "按职责分工落实",
        "按职责分别负责", "按职责分工", "按职责负责", "按职责落实", "按职能分工负责", "按分工负责", "依职责分工负责", "依职责负责", "根据职责分工负责", "根据职责分工", "结合职责分工负责", "分别负责", "分工负责", "共同负责", "牵头负责", "具体负责", "组织实施",
        "负责落实", "负责", "牵头组织", "牵头", "参加", "参与", "配合落实", "配合", "协助", "落实",
    ];

    // What can follow 等 and is still no name: 等县属各有关部门、单位.
    private const string ListWords = "省市县区州旗盟镇乡级直属各相关有关其他个多行政执法责任成员部门单位机关机构组织和及与、";

    /// <summary>The range of the name in folded words, blanks and marks around it left out.</summary>
    public static (int Start, int Length) Strip(ReadOnlySpan<char> words)
    {
        var start = 0;
        var end = words.Length;
        while (start < end && IsMark(words[start]))
            start++;
        if (words[start..end].IndexOf(':') is >= 0 and < 8 and var colon)
            start += colon + 1;
        if (end - start > 3 && words[start] == '由')
            start++;
        while (true)
        {
            var before = end;
            while (start < end && IsMark(words[end - 1]))
                end--;
            end = start + WithoutVerb(words[start..end]);
            end = start + WithoutList(words[start..end]);
            if (end == before)
                return (start, end - start);
        }
    }

    private static int WithoutVerb(ReadOnlySpan<char> words)
    {
        foreach (var verb in _verbs)
        {
            if (words.EndsWith(verb, StringComparison.Ordinal))
                return words.Length - verb.Length;
        }

        return words.Length;
    }

    private static int WithoutList(ReadOnlySpan<char> words)
    {
        var at = words.LastIndexOf('等');
        // 高等学校, 中等职业学校, 等级.
        var isWord = at > 0 && words[at - 1] is '高' or '中' or '初' or '平' or '同';
        return at > 0 && !isWord && words[(at + 1)..].IndexOfAnyExcept(ListWords) < 0 ? at : words.Length;
    }

    private static bool IsMark(char c) => c is ' ' or '、' or ',' or ';' or '。' or '.' or ':' or '[' or ']' or '\n' or '\r' or '\t' or '·' or '•';
}
