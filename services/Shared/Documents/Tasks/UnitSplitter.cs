using System.Collections.Immutable;

namespace Fazhi.Documents.Tasks;

/// <summary>Splits the words of a unit line into single mentions and strips simple tails; what a mention means is decided elsewhere.</summary>
internal static class UnitSplitter
{
    private static readonly string[] Tails =
    [
        "按照职责分工负责", "按职责分工负责", "按职责分工", "按职责负责", "分别负责", "共同负责", "负责", "参加", "参与", "配合", "牵头",
        "等有关部门", "等相关部门", "等相关单位", "等有关单位", "等部门单位", "等部门", "等单位", "等",
    ];

    // 及, 和 and 与 also stand inside names (文体广电和旅游局); before these words they join.
    private static readonly string[] JoinedStarts = ["各", "县属", "市属", "区属", "县级", "市级", "区级", "有关", "相关", "其他", "乡镇", "镇街"];

    public static ImmutableArray<PrintedText> Split(string text, ReadOnlySpan<char> folded, TextRange words)
    {
        var mentions = ImmutableArray.CreateBuilder<PrintedText>();
        int start = words.Start, depth = 0;
        for (var i = words.Start; i < words.End; i++)
        {
            depth += folded[i] switch { '(' or '[' => 1, ')' or ']' when depth > 0 => -1, _ => 0 };
            if (depth > 0 || !IsSeparator(folded, i, words.End))
                continue;
            Add(mentions, text, folded, start, i);
            start = i + 1;
        }

        Add(mentions, text, folded, start, words.End);
        return mentions.ToImmutable();
    }

    private static bool IsSeparator(ReadOnlySpan<char> folded, int at, int end)
    {
        var c = folded[at];
        if (c is '、' or ',' or ';' or ' ' or '。')
            return true;
        if (c is not ('及' or '和' or '与'))
            return false;
        var after = folded[(at + 1)..end];
        foreach (var word in JoinedStarts)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Add(ImmutableArray<PrintedText>.Builder mentions, string text, ReadOnlySpan<char> folded, int start, int end)
    {
        while (start < end && folded[start] == ' ')
            start++;
        while (end > start && folded[end - 1] == ' ')
            end--;
        end = StripTails(folded, start, end);
        if (end > start)
            mentions.Add(new(text[start..end], TextRange.Between(start, end)));
    }

    private static int StripTails(ReadOnlySpan<char> folded, int start, int end)
    {
        var again = true;
        while (again)
        {
            again = false;
            foreach (var tail in Tails)
            {
                if (!folded[start..end].EndsWith(tail, StringComparison.Ordinal))
                    continue;
                end -= tail.Length;
                again = true;
                break;
            }
        }

        return end;
    }
}
