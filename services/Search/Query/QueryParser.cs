using System.Buffers;
using Fazhi.Hosting;
using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>
/// Reads what a person typed: words separated by spaces, all of which must occur in the same passage, and “phrases” in quotation marks,
/// in which spaces do not separate. Everything else is text: no character has another meaning.
/// </summary>
internal static class QueryParser
{
    /// <summary>The longest query, in UTF-16 code units.</summary>
    public const int MaxLength = 512;

    /// <summary>The most words and phrases of one query.</summary>
    public const int MaxTerms = 32;

    private const string Field = "query";

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”＂");

    /// <summary>What a query asks for; null for an empty one.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: too long, too many terms, a quotation mark without its partner, or nothing but punctuation.</exception>
    public static QueryNode? Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Length > MaxLength)
            throw FazhiException.InvalidArgument(Field, $"检索词过长：最多 {MaxLength} 个字符，现有 {query.Length} 个。");
        if (string.IsNullOrWhiteSpace(query))
            return null;

        var terms = new List<QueryNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Split(query))
        {
            if (TokenPhrase.Of(text) is { } phrase && seen.Add(text))
                terms.Add(new QueryNode.Phrase(new SearchTerm(text) { Phrase = phrase }));
        }

        return terms.Count switch
        {
            0 => throw FazhiException.InvalidArgument(Field, "检索词中没有可以检索的文字：只有标点或符号。"),
            > MaxTerms => throw FazhiException.InvalidArgument(Field, $"检索词过多：最多 {MaxTerms} 个，现有 {terms.Count} 个。"),
            1 => terms[0],
            _ => new QueryNode.All(terms),
        };
    }

    private static List<string> Split(string query)
    {
        var parts = new List<string>();
        var position = 0;
        while (position < query.Length)
        {
            if (char.IsWhiteSpace(query[position]))
            {
                position++;
                continue;
            }
            var quoted = Quotes.Contains(query[position]);
            var end = quoted ? EndOfPhrase(query, position) : EndOfWord(query, position);
            parts.Add(quoted ? query[(position + 1)..end] : query[position..end]);
            position = quoted ? end + 1 : end;
        }
        return parts;
    }

    private static int EndOfPhrase(string query, int start)
    {
        var length = query.AsSpan(start + 1).IndexOfAny(Quotes);
        return length >= 0
            ? start + 1 + length
            : throw FazhiException.InvalidArgument(Field, $"第 {start + 1} 个字符的引号没有与之配对的引号。");
    }

    private static int EndOfWord(string query, int start)
    {
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !Quotes.Contains(query[end]))
            end++;
        return end;
    }
}
