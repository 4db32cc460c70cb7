using System.Text;
using Fazhi.Search.Query;

namespace Fazhi.Search.Fts5;

/// <summary>Writes the terms of a query in the language of FTS5. Only tokens, which have no special characters, get into it, and those in quotes.</summary>
internal static class Fts5Match
{
    /// <summary>All terms, each a phrase: <c>"行政 政复 复议" AND "2024 年" *</c>.</summary>
    public static string Of(IReadOnlyList<SearchTerm> terms)
    {
        var match = new StringBuilder();
        foreach (var term in terms)
        {
            match.Append(match.Length == 0 ? "\"" : " AND \"")
                .AppendJoin(' ', term.Phrase.Values)
                .Append(term.Phrase.LastIsPrefix ? "\" *" : "\"");
        }
        return match.ToString();
    }
}
