using AngleSharp.Dom;

namespace Fazhi.Documents.Html;

/// <summary>Says which elements hold no content: scripts, navigation, boxes around an article.</summary>
internal static class Skipped
{
    // Wrong guesses by name must not lose an article: only small parts are dropped by their class.
    private const int LargestBox = 500;
    private const int MostNodes = 500;

    private static readonly HashSet<string> Never = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
        "del", "strike", "s", "rt", "rp", "noframes", "frameset", "select", "option", "textarea", "button", "input", "head", "title", "nav", "footer", "aside",
    };

    private static readonly HashSet<string> BoxNames = new(StringComparer.Ordinal)
    {
        "share", "bdsharebuttonbox", "print", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "related", "sidebar", "footer", "foot", "nav", "menu", "copyright", "login", "toolbar", "pagination",
        "pager", "qrcode", "ewm", "fenxiang", "fontsize", "position", "location", "search", "links",
    };

    /// <summary>True for elements that are never content.</summary>
    public static bool Is(IElement element)
    {
        if (Never.Contains(element.LocalName))
            return true;
        if (element.LocalName == "header")
            return element.ParentElement?.LocalName is not ("article" or "main" or "section");
        if (element.HasAttribute("hidden") && element.GetAttribute("hidden") is not "until-found")
            return true;
        return element.GetAttribute("style") is { Length: > 0 } style && IsHidden(style.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>Hidden by its style; what Word writes into pages for itself: hidden text, comments.</summary>
    private static bool IsHidden(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
        || style.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase) || style.Contains("mso-element:comment", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a small part that is a form or that its class or id calls a box: share, print, breadcrumb, log-in …</summary>
    public static bool IsBox(IElement element) =>
        (element.LocalName == "form" || HasBoxName(element.Id) || HasBoxName(element.ClassName)) && IsSmall(element);

    private static bool IsSmall(IElement element)
    {
        var (characters, nodes) = (0, 0);
        foreach (var node in element.GetDescendants())
        {
            characters += node is IText text ? text.Length : 0;
            if (characters > LargestBox || ++nodes > MostNodes)
                return false;
        }

        return true;
    }

    private static bool HasBoxName(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 200)
            return false;
        foreach (var name in names.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (BoxNames.Contains(name.ToLowerInvariant()))
                return true;
        }

        return false;
    }
}
