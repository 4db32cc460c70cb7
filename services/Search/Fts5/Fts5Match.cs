using Fazhi.Search.Query;
using Fazhi.Search.Text;

namespace Fazhi.Search.Fts5;

/// <summary>Writes one term or tag in the language of FTS5. Only tokens, in quotes, get into it.</summary>
internal static class Fts5Match
{
    /// <summary>What finds a term in title and region: <c>{title region} : "行政 政复 复议"</c>, <c>title : "年" *</c>. Null when it is not looked for there.</summary>
    public static string? InDocument(SearchTerm term) => term.Field switch
    {
        QueryField.Anywhere => Of("{title region}", term.Phrase),
        QueryField.Title => Of("title", term.Phrase),
        _ => null,
    };

    /// <summary>What finds it in a passage itself. Null when it is not looked for there.</summary>
    public static string? InPassage(SearchTerm term) => term.Field switch
    {
        QueryField.Anywhere => Of("{heading body}", term.Phrase),
        QueryField.Units => Of("units", term.Phrase),
        _ => null,
    };

    /// <summary>What finds a phrase in the text of a passage alone.</summary>
    public static string InText(TokenPhrase phrase) => Of("body", phrase);

    public static string OfTag(string tag) => $"tags : \"{TagToken.Of(tag)}\"";

    private static string Of(string columns, TokenPhrase phrase) =>
        $"{columns} : \"{string.Join(' ', phrase.Values).Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(phrase.LastIsPrefix ? " *" : "")}";
}
