using DocumentFormat.OpenXml;

namespace Fazhi.Documents.Word;

/// <summary>
/// WordprocessingML by local names: what stands in a place where the schema does not expect it, or has a value that it does not know, is still read, as Word does.
/// </summary>
internal static class WordXml
{
    public static OpenXmlElement? Child(this OpenXmlElement? element, string name)
    {
        if (element is null)
            return null;
        foreach (var child in element)
        {
            if (child.LocalName == name)
                return child;
        }

        return null;
    }

    /// <summary>The attribute as printed; null when it is not there.</summary>
    public static string? Attribute(this OpenXmlElement? element, string name)
    {
        if (element is null || !element.HasAttributes)
            return null;
        foreach (var attribute in element.GetAttributes())
        {
            if (attribute.LocalName == name)
                return attribute.Value;
        }

        return null;
    }

    /// <summary>The value of a child: <c>w:val</c>.</summary>
    public static string? Value(this OpenXmlElement? element, string child) => element.Child(child).Attribute("val");

    /// <summary>The number that a child gives; null when it is not there or no number.</summary>
    public static int? Number(this OpenXmlElement? element, string child) => int.TryParse(element.Value(child), out var number) ? number : null;

    /// <summary>A property that is either on or off: null when it is not said.</summary>
    public static bool? Toggle(this OpenXmlElement? properties, string name)
    {
        if (properties.Child(name) is not { } toggle)
            return null;
        return toggle.Attribute("val") is not ("0" or "false" or "off");
    }
}
