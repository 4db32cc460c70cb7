using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Text;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>Query trees, without the language that people write them in.</summary>
internal static class Trees
{
    /// <summary>Words between spaces, all of which must occur; null for none.</summary>
    public static QueryNode? Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => null,
        [var word] => Term(word),
        var several => All([.. several.Select(word => Term(word))]),
    };

    public static QueryNode Term(string text, QueryField field = QueryField.Anywhere) =>
        new QueryNode.Phrase(new SearchTerm(text) { Phrase = TokenPhrase.Of(text)!, Field = field });

    /// <summary>Every Latin word or number that begins so.</summary>
    public static QueryNode Prefix(string text, QueryField field = QueryField.Anywhere) =>
        new QueryNode.Phrase(new SearchTerm(text) { Phrase = TokenPhrase.Of(text)! with { LastIsPrefix = true }, Field = field });

    /// <summary>A unit in one role.</summary>
    public static QueryNode Unit(string text, UnitRole role) => new QueryNode.Phrase(
        new SearchTerm(text) { Phrase = UnitTokens.InRole(TokenPhrase.Of(text)!, role), Field = QueryField.Units });

    public static QueryNode Tag(string value) => new QueryNode.Tag(value);

    public static QueryNode All(params QueryNode[] nodes) => new QueryNode.All(nodes);

    public static QueryNode Any(params QueryNode[] nodes) => new QueryNode.Any(nodes);

    public static QueryNode Except(QueryNode wanted, QueryNode unwanted) => new QueryNode.Except(wanted, unwanted);
}
