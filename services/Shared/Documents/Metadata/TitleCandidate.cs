namespace Fazhi.Documents.Metadata;

/// <summary>Lines that can be a title.</summary>
/// <param name="FirstLine">The first line; -1 where it comes from the page's head.</param>
/// <param name="LastLine">The last line; a draft mark below the title included.</param>
/// <param name="Text">The title on one line.</param>
/// <param name="Range">Where it is; null where it comes from the page's head.</param>
/// <param name="Score">How much it looks like the title of a plan or report; the highest wins, the first of equals.</param>
internal sealed record TitleCandidate(int FirstLine, int LastLine, string Text, TextRange? Range, int Score)
{
    /// <summary>The score of a notice that is itself the plan: a title only where there is no other.</summary>
    public const int OfNotice = -1;
}
