namespace Fazhi.Documents.Html;

/// <summary>
/// Measures how deep tags are nested before the page is parsed: the parser's own work grows with the depth of every tag, so a page that is only
/// opening tags must not reach it.
/// </summary>
internal static class NestingGuard
{
    private const int LongestName = 16;

    // Elements without an end tag, and those whose end tag pages leave out.
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen",
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt", "option", "optgroup", "colgroup", "html", "head", "body",
    };

    /// <exception cref="UnreadableException">Tags are nested deeper than the limit.</exception>
    public static void Check(string html, ReadBudget budget)
    {
        var names = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        var rest = html.AsSpan();
        for (var at = rest.IndexOf('<'); at >= 0; at = rest.IndexOf('<'))
        {
            budget.Spend();
            rest = rest[(at + 1)..];
            var closes = !rest.IsEmpty && rest[0] == '/';
            var name = ReadName(closes ? rest[1..] : rest);
            if (name.IsEmpty || names.Contains(name))
                continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            ReadBudget.Require(depth, budget.Limits.MaxHtmlDepth, "网页元素嵌套层数");
        }
    }

    private static ReadOnlySpan<char> ReadName(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < LongestName && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return tag[..length];
    }
}
