using AngleSharp.Dom;
using Fazhi.Documents.Word;

namespace Fazhi.Documents.Html;

/// <summary>The number or bullet that a browser prints before an item of a list.</summary>
internal static class ListMarker
{
    private const string Bullet = "• ";

    public static string Write(IElement list, int number)
    {
        var style = StyleOf(list);
        if (style == "none")
            return "";
        if (list.LocalName != "ol")
            return Bullet;
        return list.GetAttribute("type") switch
        {
            _ when style is "cjk-ideographic" or "simp-chinese-informal" or "trad-chinese-informal" => NumberFormat.Write(number, "chineseCounting") + "、",
            _ when style is "simp-chinese-formal" or "trad-chinese-formal" => NumberFormat.Write(number, "chineseLegalSimplified") + "、",
            _ when style is "cjk-heavenly-stem" => NumberFormat.Write(number, "ideographTraditional") + "、",
            "a" => NumberFormat.Write(number, "lowerLetter") + ". ",
            _ when style is "lower-alpha" or "lower-latin" => NumberFormat.Write(number, "lowerLetter") + ". ",
            "A" => NumberFormat.Write(number, "upperLetter") + ". ",
            _ when style is "upper-alpha" or "upper-latin" => NumberFormat.Write(number, "upperLetter") + ". ",
            "i" => NumberFormat.Write(number, "lowerRoman") + ". ",
            _ when style is "lower-roman" => NumberFormat.Write(number, "lowerRoman") + ". ",
            "I" => NumberFormat.Write(number, "upperRoman") + ". ",
            _ when style is "upper-roman" => NumberFormat.Write(number, "upperRoman") + ". ",
            _ when style is "disc" or "circle" or "square" => Bullet,
            _ => NumberFormat.Write(number, "decimal") + ". ",
        };
    }

    /// <summary>The form that the list's own style names; null where it names none.</summary>
    private static string? StyleOf(IElement list)
    {
        foreach (var rule in (list.GetAttribute("style") ?? "").Split(';'))
        {
            var colon = rule.IndexOf(':');
            if (colon > 0 && rule[..colon].Trim().ToLowerInvariant() is "list-style" or "list-style-type")
                return rule[(colon + 1)..].Trim().Split(' ')[0].ToLowerInvariant();
        }

        return null;
    }
}
