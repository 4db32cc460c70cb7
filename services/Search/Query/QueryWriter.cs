using System.Text;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Query;

/// <summary>Writes what was understood of a query: as a query again, and in words.</summary>
internal static class QueryWriter
{
    private static readonly string ThemeTag = PassageTags.Theme("");

    /// <summary>
    /// A query that asks for the same, the same for all that do: the reading of it is <paramref name="node"/> again, as long as its themes are known.
    /// </summary>
    public static string Canonical(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => Canonical(phrase.Term),
        QueryNode.Tag tag => tag.Value.StartsWith(ThemeTag, StringComparison.Ordinal) ? $"theme:{tag.Value[ThemeTag.Length..]}" : tag.Value,
        QueryNode.All all => string.Join(' ', all.Nodes.Select(part => part is QueryNode.All or QueryNode.Except ? $"({Canonical(part)})" : Canonical(part))),
        QueryNode.Any any => string.Join(" OR ", any.Nodes.Select(part => part is QueryNode.Phrase or QueryNode.Tag ? Canonical(part) : $"({Canonical(part)})")),
        QueryNode.Except { Unwanted: QueryNode.Any unwanted } except => $"{Wanted(except)} {string.Join(' ', unwanted.Nodes.Select(Unwanted))}",
        QueryNode.Except except => $"{Wanted(except)} {Unwanted(except.Unwanted)}",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    /// <summary>The same in words: 同时有“行政复议”（或“复议”）和“听证”，标题中有“要点”，不含“诉讼”.</summary>
    /// <param name="node">What was understood.</param>
    /// <param name="themes">Names of themes.</param>
    public static string InWords(QueryNode node, ThemeLookup themes) => node switch
    {
        QueryNode.Phrase phrase => InWords(phrase.Term),
        QueryNode.Tag tag => tag.Value.StartsWith(ThemeTag, StringComparison.Ordinal) ? $"主题为“{themes.NameOf(tag.Value[ThemeTag.Length..])}”" : tag.Value,
        QueryNode.All all => string.Join("，并且", all.Nodes.Select(part => Part(part, themes))),
        QueryNode.Any any => string.Join("，或者", any.Nodes.Select(part => Part(part, themes))),
        QueryNode.Except except => $"{Part(except.Wanted, themes)}，但不要{Part(except.Unwanted, themes)}",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private static string Wanted(QueryNode.Except except) => except.Wanted is QueryNode.Except ? $"({Canonical(except.Wanted)})" : Canonical(except.Wanted);

    private static string Unwanted(QueryNode node) => node is QueryNode.Phrase or QueryNode.Tag ? $"-{Canonical(node)}" : $"-({Canonical(node)})";

    private static string Canonical(SearchTerm term)
    {
        var text = new StringBuilder();
        if (term.Field != QueryField.Anywhere)
            text.Append(term.Field == QueryField.Title ? QueryFields.Title : QueryFields.Unit).Append(':');
        if (GoesOn(term))
            return text.Append(term.Text).Append('*').ToString();
        return term.Quoted || !IsPlain(term.Text)
            ? text.Append('"').Append(term.Text).Append('"').ToString()
            : text.Append(term.Text).ToString();
    }

    private static bool GoesOn(SearchTerm term) => !term.Quoted && term.Phrase != Text.TokenPhrase.Of(term.Text);

    // What would be read as something else outside of quotation marks.
    private static bool IsPlain(string text) => text.Length > 0 && QueryScanner.Operator(text) is null && text[0] is not ('-' or '－')
        && !text.Any(c => char.IsWhiteSpace(c) || "()（）|｜*＊".Contains(c, StringComparison.Ordinal)) && QueryFields.At(text) is null;

    private static string InWords(SearchTerm term)
    {
        var text = GoesOn(term) ? $"以“{term.Text}”开头的词" : $"“{term.Text}”";
        return term.Field switch
        {
            QueryField.Title => $"标题中有{text}",
            QueryField.Units => $"责任单位中有{text}",
            _ => $"有{text}",
        };
    }

    private static string Part(QueryNode node, ThemeLookup themes) =>
        node is QueryNode.Phrase or QueryNode.Tag ? InWords(node, themes) : $"（{InWords(node, themes)}）";
}
