using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Html;

/// <summary>HTML → lines of the main content, its head's title, and the short texts around it.</summary>
internal static class HtmlReader
{
    private static readonly string[] TitleNames = ["ArticleTitle", "og:title", "title"];
    private static readonly char[] TitleSeparators = ['-', '_', '|', '—', '–', '－'];

    public static RawContent Read(string html, ReadBudget budget)
    {
        var document = Parse(html, budget);
        if (document.Body is not { } body)
            return new("", []);
        var properties = PropertyBoxes.Take(body, budget);
        var content = MainContent.Find(body, budget);
        var writer = new HtmlLineWriter(budget);
        if (content.Heading is { } heading)
            writer.Write(heading);
        writer.Write(content.Element);
        return writer.ToContent() with { HeadTitle = HeadTitle(document), Surroundings = [.. properties, .. content.Surroundings, .. MetaProperties(document)] };
    }

    private static IDocument Parse(string html, ReadBudget budget)
    {
        NestingGuard.Check(html, budget);
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = budget.Limits.MaxHtmlDepth,
            SkipComments = true,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
            OnCreated = (_, _) =>
            {
                budget.Spend();
                ReadBudget.Require(++elements, budget.Limits.MaxHtmlElements, "网页元素数");
            },
        });
        return parser.ParseDocument(html);
    }

    private static string? HeadTitle(IDocument document)
    {
        foreach (var name in TitleNames)
        {
            var meta = document.Head?.QuerySelector($"meta[name='{name}'],meta[property='{name}']")?.GetAttribute("content");
            if (!string.IsNullOrWhiteSpace(meta))
                return Clean(meta);
        }

        if (document.Body?.QuerySelector("h1")?.TextContent is { } heading && !string.IsNullOrWhiteSpace(heading))
            return Clean(heading);
        return string.IsNullOrWhiteSpace(document.Title) ? null : Clean(BeforeSiteName(document.Title));
    }

    /// <summary>Pages put the name of the site behind the title: 标题_某县人民政府.</summary>
    private static string BeforeSiteName(string title)
    {
        var end = title.LastIndexOfAny(TitleSeparators);
        return end > 0 && title[(end + 1)..].IndexOfAny(['政', '网', '局', '站']) >= 0 ? title[..end].TrimEnd(TitleSeparators) : title;
    }

    private static string Clean(string words)
    {
        var clean = new System.Text.StringBuilder();
        LineCleaner.Append(clean, words, keepTabs: false);
        return clean.ToString();
    }

    private static IEnumerable<string> MetaProperties(IDocument document)
    {
        var published = document.Head?.QuerySelector("meta[name='PubDate']")?.GetAttribute("content");
        if (!string.IsNullOrWhiteSpace(published))
            yield return $"发布日期:{published}";
    }
}
