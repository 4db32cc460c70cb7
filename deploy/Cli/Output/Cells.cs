using Fazhi.CommandLine;
using Fazhi.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fazhi.Cli.Output;

/// <summary>Pieces of pictures made from text of others: never read as markup, never able to steer the terminal.</summary>
internal static class Cells
{
    public static readonly Style Dim = new(decoration: Decoration.Dim);
    public static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Found = new(foreground: Color.Yellow, decoration: Decoration.Bold);

    public static Paragraph Text(string text, Style? style = null) => Highlighted(text, [], style);

    /// <summary>A service, or its change feed, with the name that the API has for it.</summary>
    public static IRenderable Area(string area) => new Paragraph(Terms.OfArea(area)).Append($"（{SafeText.Of(area)}）", Dim);

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

    // Each piece is a word of its own, so that a line may end after it.
    private static void AppendWrappable(Paragraph paragraph, string text, Style? style)
    {
        foreach (var piece in ChineseText.Pieces(text))
            paragraph.Append(piece, style);
    }
}
