using System.Text;

namespace Fazhi.Documents.Layout;

/// <summary>Raw lines → the page: cleans each line, then takes away the chrome before and after the content.</summary>
internal static class PageBuilder
{
    /// <exception cref="UnreadableException">There are no words, or too many.</exception>
    public static Page Build(RawContent raw, ReadBudget budget)
    {
        var text = new StringBuilder(Math.Min(raw.Text.Length, budget.Limits.MaxTextLength));
        var lines = new List<Line>(raw.Lines.Count);
        foreach (var line in raw.Lines)
        {
            budget.Spend();
            var start = text.Length == 0 ? 0 : text.Length + 1;
            if (start > 0)
                text.Append('\n');
            LineCleaner.Append(text, raw.Text.AsSpan(line.Start, line.Length), line.Table >= 0);
            if (text.Length > start && HasWords(text, start))
                lines.Add(new(start, text.Length - start, line.Table, line.Spanned));
            else
                text.Length = Math.Max(0, start - 1);
            ReadBudget.Require(text.Length, budget.Limits.MaxTextLength, "文字长度");
        }

        var all = new Page(text.ToString(), [.. lines]) { HeadTitle = raw.HeadTitle, Properties = raw.Surroundings };
        var chrome = Chrome.Find(all);
        var page = chrome.Removed.Count == 0 ? all : Without(all, chrome);
        if (!page.Text.Any(char.IsLetter))
            throw new UnreadableException(DocumentErrorCode.NoText, "文件里没有可读的文字。");
        return page;
    }

    private static Page Without(Page all, Chrome chrome)
    {
        var text = new StringBuilder(all.Text.Length);
        var lines = new List<Line>(all.Lines.Length);
        for (var i = 0; i < all.Lines.Length; i++)
        {
            if (chrome.Removed.Contains(i))
                continue;
            if (lines.Count > 0)
                text.Append('\n');
            var line = all.Lines[i];
            lines.Add(line with { Start = text.Length });
            text.Append(all.Text, line.Start, line.Length);
        }

        return new(text.ToString(), [.. lines]) { HeadTitle = all.HeadTitle, Properties = [.. all.Properties, .. chrome.Properties] };
    }

    private static bool HasWords(StringBuilder text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] != '\t' && text[i] != ' ')
                return true;
        }

        return false;
    }
}
