using Fazhi.Search.Text;

namespace Fazhi.Search.Fts5;

/// <summary>
/// What the engine takes in of a passage. The title and the region stand with every passage of a document, so that a query may name them
/// beside what it looks for: 望岫县 行政复议.
/// </summary>
internal readonly record struct PassageTokens(string Title, string Heading, string Body)
{
    public static PassageTokens Of(string title, string regionName, IReadOnlyList<string> headings, string text) => new(
        TokenText.Of($"{title}\n{regionName}"),
        TokenText.Of(string.Join('\n', headings)),
        TokenText.Of(text));
}
