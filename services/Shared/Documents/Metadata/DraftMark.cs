namespace Fazhi.Documents.Metadata;

/// <summary>Recognises what marks a draft: （征求意见稿） behind a title.</summary>
internal static class DraftMark
{
    private static readonly string[] Names = ["征求意见稿", "征询意见稿", "公开征求意见稿", "草案", "讨论稿", "送审稿", "审议稿", "初稿", "修改稿", "代拟稿", "意见征求稿"];

    /// <summary>True when the folded words hold such a mark in brackets, or 征求意见稿 without.</summary>
    public static bool IsIn(ReadOnlySpan<char> folded)
    {
        foreach (var name in Names)
        {
            var at = folded.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && (name[0] is '征' or '公' || (at > 0 && folded[at - 1] is '(' or '[')))
                return true;
        }

        return false;
    }

    /// <summary>The folded title without a mark at its end.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> folded)
    {
        var open = folded.LastIndexOfAny('(', '[');
        return open > 0 && folded[^1] is ')' or ']' && IsIn(folded[open..]) ? folded[..open] : folded;
    }
}
