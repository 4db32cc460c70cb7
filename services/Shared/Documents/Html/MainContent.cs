using AngleSharp.Dom;
using Fazhi.Catalogues;

namespace Fazhi.Documents.Html;

/// <summary>
/// Finds the element that holds the article: from the body down, as long as one child has nearly all the words that are not links.
/// What is left beside the way down is chrome; its short texts are kept, since pages print document number and dates there.
/// </summary>
internal sealed class MainContent
{
    private const double NearlyAll = 0.8;
    private const int LongestSurrounding = 2000;
    private const int MostSurroundings = 40;

    private readonly Dictionary<IElement, int> _words = [];
    private readonly ReadBudget _budget;

    private MainContent(IElement body, ReadBudget budget)
    {
        _budget = budget;
        Element = body;
    }

    public IElement Element { get; private set; }

    /// <summary>The heading that prints the title above the article; null where it is in the article or nowhere.</summary>
    public IElement? Heading { get; private set; }

    public List<string> Surroundings { get; } = [];

    public static MainContent Find(IElement body, ReadBudget budget)
    {
        var content = new MainContent(body, budget);
        content.CountWords(body);
        content.Descend();
        return content;
    }

    /// <summary>Counts the characters that are no blanks and in no link. The parser bounds the depth, so recursion is safe.</summary>
    private int CountWords(IElement element)
    {
        _budget.Spend();
        if (Skipped.Is(element) || element.LocalName == "a")
            return 0;
        var count = 0;
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
                count += CountWords(text.Data);
            else if (node is IElement child)
                count += CountWords(child);
        }

        return _words[element] = count;
    }

    private static int CountWords(string text)
    {
        var count = 0;
        foreach (var c in text)
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        return count;
    }

    private void Descend()
    {
        while (true)
        {
            var all = _words.GetValueOrDefault(Element);
            var main = Element.Children.FirstOrDefault(c => _words.GetValueOrDefault(c) >= all * NearlyAll);
            if (main is null || all == 0 || !IsContainer(main) || HtmlTable.IsData(main))
                return;
            foreach (var other in Element.Children.Where(c => c != main))
                AddSurrounding(other);
            Element = main;
        }
    }

    // Not into a paragraph: a single long one is content, not its container.
    private static bool IsContainer(IElement element) =>
        element.LocalName is "div" or "table" or "tbody" or "tr" or "td" or "section" or "article" or "main" or "form" or "center" or "body" or "font" or "span" or "ucapcontent" or "ucapcontent-body"
        && element.Children.Length > 0;

    private void AddSurrounding(IElement element)
    {
        if (Surroundings.Count >= MostSurroundings || Skipped.Is(element))
            return;
        var words = _words.GetValueOrDefault(element);
        if (words is 0 or > LongestSurrounding)
            return;
        if (TitleIn(element) is { } heading)
            Heading = heading;
        var writer = new HtmlLineWriter(_budget);
        writer.Write(element);
        Surroundings.Add(writer.ToContent().Text.Replace('\n', ' '));
    }

    private static IElement? TitleIn(IElement element) =>
        element.LocalName is "h1" or "h2" or "h3" ? (IsTitle(element) ? element : null) : element.QuerySelectorAll("h1,h2,h3").FirstOrDefault(IsTitle);

    private static bool IsTitle(IElement heading) => Metadata.TitleForm.Is(Fold.Text(heading.TextContent.Trim()));
}
