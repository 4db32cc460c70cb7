using Fazhi.Search.Indexing;
using Fazhi.Search.Text;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>
/// What engines take in of a passage, as tokens with spaces between (see <see cref="TokenText"/>). The title and the region stand with every passage of a document, so
/// that a query may name them beside what it looks for: 望岫县 行政复议. No phrase reaches from one of them into another.
/// </summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Region">Full name of its region.</param>
/// <param name="Heading">The headings that the passage stands under.</param>
/// <param name="Body">Its text.</param>
/// <param name="Units">Its units (see <see cref="UnitTokens"/>), which only a term with that field is looked for in.</param>
internal readonly record struct PassageTokens(string Title, string Region, string Heading, string Body, string Units)
{
    /// <summary>Of every passage of a document, in order.</summary>
    public static IEnumerable<PassageTokens> Of(IndexedDocument document)
    {
        var title = TokenText.Of(document.Summary.Title);
        var region = TokenText.Of(document.Summary.Region?.FullName ?? "");
        return document.Passages.Select(passage => new PassageTokens(
            title,
            region,
            TokenText.Of(string.Join('\n', passage.Headings)),
            TokenText.Of(passage.Text),
            UnitTokens.Of(passage.Units)));
    }
}
