using Fazhi.Search.Query;
using Fazhi.Search.Text;
using Fazhi.Search.V1;

namespace Fazhi.Search.Suggestions;

/// <summary>
/// Completes what is being typed by the units, registered or known by their full names, of the newest passages that name them: whatever is suggested is found. The unit is suggested by its full
/// name, as a condition on units: the text itself seldom says it in full.
/// </summary>
internal static class UnitCompletion
{
    private const int DocumentsRead = 20;
    private const int PassagesRead = 5;
    private const int ShortestTyped = 2;

    /// <summary>A query for the passages to look at; null where nothing is to be completed by units.</summary>
    /// <param name="before">What stands before the word that is completed.</param>
    /// <param name="last">The word that is completed.</param>
    public static SearchQuery? Query(string before, string last)
    {
        if (WordForm.Of(last).Length < ShortestTyped || IsOther(before) || TokenPhrase.OfBegun(last) is not { } phrase)
            return null;
        return new SearchQuery
        {
            Where = new QueryNode.Phrase(new SearchTerm(last) { Phrase = phrase, Field = QueryField.Units }),
            Sort = SortOrder.Newest,
            Limit = DocumentsRead,
            PassagesPerDocument = PassagesRead,
        };
    }

    /// <summary>The suggestions, what begins so first, the short before the long.</summary>
    public static IEnumerable<Suggestion> Of(IEnumerable<DocumentHit> found, string before, string last)
    {
        var typed = WordForm.Of(last);
        return found.SelectMany(hit => hit.Passages).SelectMany(scored => scored.Passage.Units)
            .Where(unit => WordForm.Of(unit.DisplayName) is var form && form != typed && form.Contains(typed, StringComparison.Ordinal))
            .OrderBy(unit => unit.Unit.Length == 0).DistinctBy(unit => unit.DisplayName, StringComparer.Ordinal)
            .OrderBy(unit => !WordForm.Of(unit.DisplayName).StartsWith(typed, StringComparison.Ordinal)).ThenBy(unit => unit.DisplayName.Length).ThenBy(unit => unit.DisplayName, StringComparer.Ordinal)
            .Select(unit => new Suggestion { Kind = Suggestion.Types.Kind.Unit, Text = before + Condition(before, unit.DisplayName), Name = unit.Unit });
    }

    private static string Condition(string before, string name)
    {
        var condition = QueryWriter.Canonical(new QueryNode.Phrase(new SearchTerm(name) { Phrase = TokenPhrase.Of(name)!, Field = QueryField.Units }));
        var value = condition[(QueryFields.Unit.Length + 1)..];
        return EndsWithField(before) ? value : $"{QueryFields.DisplayName(QueryFields.Unit)}:{value}";
    }

    // Behind title: or theme:, or within quotation marks, a unit would be something else.
    private static bool IsOther(string before) => before.EndsWith(':') || before.EndsWith('：')
        ? !EndsWithField(before)
        : before.Count(c => "\"“”＂".Contains(c, StringComparison.Ordinal)) % 2 != 0;

    private static bool EndsWithField(string before)
    {
        var start = before.AsSpan().LastIndexOfAny(" 　()（）|｜-－") + 1;
        return QueryFields.At(before.AsSpan(start)) is { Name: QueryFields.Unit } field && start + field.Length == before.Length;
    }
}
