using DocumentFormat.OpenXml;

namespace Fazhi.Documents.Word;

/// <summary>The styles of a document, as far as they say something about words: numbers, headings, hidden text.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 32;

    private readonly Dictionary<string, OpenXmlElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphStyle> _resolved = new(StringComparer.Ordinal);
    private readonly string _default = "";

    public WordStyles(OpenXmlElement? root)
    {
        foreach (var style in root?.ChildElements ?? [])
        {
            if (style.LocalName != "style" || style.Attribute("styleId") is not { } id)
                continue;
            _styles.TryAdd(id, style);
            if (style.Attribute("type") == "paragraph" && style.Attribute("default") is "1" or "true" or "on")
                _default = id;
        }
    }

    /// <summary>What a paragraph inherits from its style.</summary>
    public ParagraphStyle Of(string? id)
    {
        id = id is not null && _styles.ContainsKey(id) ? id : _default;
        if (_resolved.TryGetValue(id, out var known))
            return known;
        return _resolved[id] = Resolve(id);
    }

    /// <summary>True when the character style hides its text.</summary>
    public bool? Hides(string? characterStyle)
    {
        foreach (var (_, style) in Chain(characterStyle ?? ""))
        {
            if (style.Child("rPr").Toggle("vanish") is { } vanish)
                return vanish;
        }

        return null;
    }

    /// <summary>The numbering that a style of lists stands for; null when it stands for none.</summary>
    public string? NumberingOf(string style) => _styles.GetValueOrDefault(style).Child("pPr").Child("numPr").Value("numId");

    private ParagraphStyle Resolve(string id)
    {
        string? numId = null, owner = null;
        int? level = null, outline = null;
        bool? hidden = null;
        foreach (var (name, style) in Chain(id))
        {
            var properties = style.Child("pPr");
            var numbering = properties.Child("numPr");
            level ??= numId is null ? numbering.Number("ilvl") : null;
            if (numId is null && numbering.Value("numId") is { } found)
                (numId, owner) = (found, name);
            outline ??= properties.Number("outlineLvl");
            hidden ??= style.Child("rPr").Toggle("vanish");
        }

        return new(id, numId, owner, level, outline, hidden ?? false, IsContents(_styles.GetValueOrDefault(id).Value("name")));
    }

    private IEnumerable<(string Id, OpenXmlElement Style)> Chain(string id)
    {
        for (var i = 0; i < LongestChain && _styles.TryGetValue(id, out var style); i++)
        {
            yield return (id, style);
            id = style.Value("basedOn") ?? "";
        }
    }

    private static bool IsContents(string? name) =>
        name is not null && (name.Equals("toc heading", StringComparison.OrdinalIgnoreCase)
            || (name.Length == 5 && name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(name[4])));
}

/// <summary>What a paragraph inherits from its style.</summary>
/// <param name="Id">The style.</param>
/// <param name="NumId">Its numbering; null for none.</param>
/// <param name="NumberedBy">The style in the chain that gives the numbering.</param>
/// <param name="Level">The level in the numbering, from 0; null where none is given.</param>
/// <param name="Outline">The level in the outline, from 0; null where none is given.</param>
/// <param name="Hidden">Its text is hidden.</param>
/// <param name="IsContents">It is a line of a table of contents.</param>
internal sealed record ParagraphStyle(string Id, string? NumId, string? NumberedBy, int? Level, int? Outline, bool Hidden, bool IsContents);
