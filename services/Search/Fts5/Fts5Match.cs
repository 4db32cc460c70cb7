using Fazhi.Search.Query;

namespace Fazhi.Search.Fts5;

/// <summary>Writes a query in the language of FTS5. Only tokens, which have no special characters, get into it, and those in quotes.</summary>
internal static class Fts5Match
{
    /// <summary>The expression: <c>("行政 政复 复议" AND "2024 年" *)</c>.</summary>
    public static string Of(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => $"\"{string.Join(' ', phrase.Term.Phrase.Values)}{(phrase.Term.Phrase.LastIsPrefix ? "\" *" : "\"")}",
        QueryNode.All all => $"({string.Join(" AND ", all.Nodes.Select(Of))})",
        QueryNode.Any any => $"({string.Join(" OR ", any.Nodes.Select(Of))})",
        QueryNode.Except except => $"({Of(except.Wanted)} NOT {Of(except.Unwanted)})",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a kind of node"),
    };
}
