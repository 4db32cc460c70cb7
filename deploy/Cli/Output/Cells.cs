using System.Buffers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fazhi.Cli.Output;

/// <summary>Pieces of pictures made from text of others: never read as markup, never able to steer the terminal.</summary>
internal static class Cells
{
    public static readonly Style Dim = new(decoration: Decoration.Dim);
    public static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly SearchValues<char> Opening = SearchValues.Create("（《〈“‘【〔「([");
    private static readonly SearchValues<char> Closing = SearchValues.Create("，。；：、！？）》〉”’】〕」…%,.;:!?)]");
    private static readonly Style Found = new(foreground: Color.Yellow, decoration: Decoration.Bold);

    public static Paragraph Text(string text, Style? style = null) => Highlighted(text, [], style);

    /// <summary>A service, or its change feed, with the name that the API has for it.</summary>
    public static IRenderable Area(string area) => new Paragraph(Words.Service(area)).Append($"（{SafeText.Of(area)}）", Dim);

    /// <summary>A text with the places that a search found.</summary>
    public static Paragraph Highlighted(string text, IEnumerable<(int Start, int Length)> places, Style? style = null) =>
        AppendHighlighted(new Paragraph(), text, places, style);

    /// <summary>Places outside the text, or over one another, are cut to what is there.</summary>
    public static Paragraph AppendHighlighted(Paragraph paragraph, string text, IEnumerable<(int Start, int Length)> places, Style? style = null)
    {
        var safe = SafeText.Of(text);
        var at = 0;
        foreach (var (start, length) in places.OrderBy(place => place.Start))
        {
            var from = Math.Clamp(start, at, safe.Length);
            var to = (int)Math.Clamp((long)start + length, from, safe.Length);
            AppendWrappable(paragraph, safe[at..from], style);
            AppendWrappable(paragraph, safe[from..to], Found);
            at = to;
        }
        AppendWrappable(paragraph, safe[at..], style);
        return paragraph;
    }

    // A line may end after any Chinese character: each is a word of its own, with the marks that must not begin or end a line.
    private static void AppendWrappable(Paragraph paragraph, string text, Style? style)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!MayBreak(text[at - 1], text[at]))
                continue;
            paragraph.Append(text[start..at], style);
            start = at;
        }
        if (start < text.Length)
            paragraph.Append(text[start..], style);
    }

    private static bool MayBreak(char before, char after) =>
        (IsWide(before) || IsWide(after)) && !Opening.Contains(before) && !Closing.Contains(after);

    // From the radicals on everything is as wide as two columns, but for the surrogates of pairs, which must not be parted.
    private static bool IsWide(char character) => character >= '\u2E80' && !char.IsSurrogate(character);
}
