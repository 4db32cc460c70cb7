using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>Where in its document a passage stands.</summary>
internal static class PassagePath
{
    private const string Between = " › ";

    /// <summary>
    /// The headings, outermost first, then the number where the text does not show it anyway: a step of its own, as it is not known whether the
    /// last heading is the one that it numbers.
    /// </summary>
    public static string Of(PassageHit passage)
    {
        var number = passage.Text.StartsWith(passage.Label, StringComparison.Ordinal) ? "" : passage.Label.TrimEnd('.', '．', '、');
        var path = string.Join(Between, passage.Headings.Append(number).Where(step => step.Length > 0));
        return path.Length > 0 ? path : "正文";
    }

    /// <summary>The places in it that were found.</summary>
    public static IEnumerable<Highlight> HighlightsIn(PassageHit passage)
    {
        var start = 0;
        for (var i = 0; i < passage.Headings.Count; i++)
        {
            foreach (var highlight in passage.HeadingHighlights.Where(highlight => highlight.Heading == i && highlight.Place is not null))
                yield return new Highlight { Start = start + highlight.Place.Start, Length = highlight.Place.Length };
            if (passage.Headings[i].Length > 0)
                start += passage.Headings[i].Length + Between.Length;
        }
    }
}
