namespace Fazhi.Documents.Html;

/// <summary>Tells HTML from plain text by content.</summary>
internal static class HtmlSniffer
{
    private const int Window = 16 * 1024;
    private const int FewestTags = 3;
    private static readonly string[] Starts = ["<!doctype html", "<html", "<head", "<body", "<meta"];
    private static readonly string[] Tags = ["</p>", "</div>", "</td>", "</span>", "</h1>", "</a>", "<br>", "<br/>", "<br />"];

    public static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Window)).TrimStart();
        foreach (var start in Starts)
        {
            if (head.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!--", StringComparison.Ordinal))
            return head.IndexOf("<html", StringComparison.OrdinalIgnoreCase) >= 0;
        var first = head.IndexOf('<');
        if (first < 0)
            return false;
        head = head[first..];
        var tags = 0;
        foreach (var tag in Tags)
            tags += Count(head, tag);
        return tags >= FewestTags;
    }

    private static int Count(ReadOnlySpan<char> text, string tag)
    {
        var count = 0;
        for (var at = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0 && count < FewestTags; at = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase))
        {
            count++;
            text = text[(at + tag.Length)..];
        }

        return count;
    }
}
