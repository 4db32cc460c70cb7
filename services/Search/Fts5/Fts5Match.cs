using Fazhi.Search.Query;
using Fazhi.Search.Text;

namespace Fazhi.Search.Fts5;

/// <summary>Writes one term or tag in the language of FTS5. Only tokens, in quotes, get into it.</summary>
internal static class Fts5Match
{
    /// <summary>The expression: <c>{title region heading body} : "行政 政复 复议"</c>, <c>title : "年" *</c>.</summary>
    public static string Of(SearchTerm term) => Of(ColumnsOf(term.Field), term.Phrase);

    /// <summary>The same in the text of passages alone.</summary>
    public static string OfText(TokenPhrase phrase) => Of("body", phrase);

    public static string OfTag(string tag) => $"tags : \"{TagToken.Of(tag)}\"";

    private static string Of(string columns, TokenPhrase phrase) =>
        $"{columns} : \"{string.Join(' ', phrase.Values).Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(phrase.LastIsPrefix ? " *" : "")}";

    private static string ColumnsOf(QueryField field) => field switch
    {
        QueryField.Anywhere => "{title region heading body}",
        QueryField.Title => "title",
        QueryField.Units => "units",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
    };
}
