using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>Where in its document a passage stands.</summary>
internal static class PassagePath
{
    /// <summary>
    /// The headings, outermost first, then the number where the text does not show it anyway: a step of its own, as it is not known whether the
    /// last heading is the one that it numbers.
    /// </summary>
    public static string Of(PassageHit passage)
    {
        var number = passage.Text.StartsWith(passage.Label, StringComparison.Ordinal) ? "" : passage.Label.TrimEnd('.', '．', '、');
        var path = string.Join(" › ", passage.Headings.Append(number).Where(step => step.Length > 0));
        return path.Length > 0 ? path : "正文";
    }
}
