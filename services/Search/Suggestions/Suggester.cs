using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Themes;
using Fazhi.Search.Query;
using Fazhi.Search.Synonyms;
using Fazhi.Search.Text;
using Fazhi.Search.V1;
using Region = Fazhi.Search.Regions.Region;

namespace Fazhi.Search.Suggestions;

/// <summary>
/// Completes what is being typed by what is known: regions, themes, names of units, terms. Immutable: made anew when one of them changes. Titles are in the
/// index: <see cref="TitleQuery"/>.
/// </summary>
internal sealed class Suggester
{
    private const int LongestCompleted = 40;

    private readonly Entry[] entries;

    // Entries by each two characters in them, and by the first: nothing else need be looked at.
    private readonly Dictionary<string, List<int>> byPart = new(StringComparer.Ordinal);

    /// <param name="regions">The regions known.</param>
    /// <param name="catalogues">The theme catalogues in force.</param>
    /// <param name="vocabulary">The words of the field.</param>
    public Suggester(IEnumerable<Region> regions, IEnumerable<ThemeCatalogue> catalogues, Vocabulary vocabulary)
    {
        entries = [.. Terms(vocabulary).Concat(Themes(catalogues)).Concat(Units()).Concat(Regions(regions)).DistinctBy(entry => (entry.Kind, entry.Text))];
        for (var i = 0; i < entries.Length; i++)
        {
            foreach (var part in Parts(entries[i].Form).Distinct(StringComparer.Ordinal))
            {
                if (!byPart.TryGetValue(part, out var found))
                    byPart.Add(part, found = []);
                found.Add(i);
            }
        }
    }

    /// <summary>What completes a text, best first: what begins so before what has it inside, the short before the long.</summary>
    /// <param name="text">What has been typed; its last word is completed, and what stands before that stays.</param>
    /// <param name="kinds">Kinds wanted; all if empty.</param>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<Completion> Complete(string text, IReadOnlyCollection<Suggestion.Types.Kind> kinds, int limit)
    {
        var (before, last) = Split(text);
        var typed = WordForm.Of(last);
        if (typed.Length == 0)
            return [];
        var found = Find(typed).Where(entry => kinds.Count == 0 || kinds.Contains(entry.Kind))
            .OrderBy(entry => !entry.Form.StartsWith(typed, StringComparison.Ordinal)).ThenBy(entry => entry.Form.Length).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Text, StringComparer.Ordinal);
        return [.. found.Take(limit).Select(entry => new Completion(new Suggestion { Kind = entry.Kind, Text = before + entry.Text, Name = entry.Name }, entry.Text))];
    }

    /// <summary>A query for documents in whose titles the text stands, or all its words; null where there is nothing to look for.</summary>
    public static SearchQuery? TitleQuery(string text, int limit)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(TokenPhrase.OfBegun).OfType<TokenPhrase>()
            .Select(phrase => (QueryNode)new QueryNode.Phrase(new SearchTerm(string.Concat(phrase.Values)) { Phrase = phrase, Field = QueryField.Title })).ToList();
        return words.Count == 0 ? null : new SearchQuery { Match = words.Count == 1 ? words[0] : new QueryNode.All(words), Limit = limit, PassagesPerDocument = 1 };
    }

    /// <summary>What stands before the last word, signs of the query language included, and stays as it was typed; and that word.</summary>
    public static (string Before, string Last) Split(string text)
    {
        var start = text.AsSpan().LastIndexOfAny(" 　\"“”＂()（）|｜-－:：") + 1;
        return (text[..start], text[start..]);
    }

    private IEnumerable<Entry> Find(string typed)
    {
        if (typed.Length > LongestCompleted)
            return [];
        // The rarest part leads to the fewest entries.
        var parts = typed.Length == 1 ? [typed] : Enumerable.Range(0, typed.Length - 1).Select(i => typed.Substring(i, 2)).ToList();
        List<int>? fewest = null;
        foreach (var part in parts)
        {
            if (!byPart.TryGetValue(part, out var found))
                return [];
            if (fewest is null || found.Count < fewest.Count)
                fewest = found;
        }
        return fewest!.Select(i => entries[i]).Where(entry => entry.Form.Contains(typed, StringComparison.Ordinal) && entry.Form != typed);
    }

    private static IEnumerable<string> Parts(string form)
    {
        yield return form[..1];
        for (var i = 0; i + 2 <= form.Length; i++)
            yield return form.Substring(i, 2);
    }

    private static IEnumerable<Entry> Terms(Vocabulary vocabulary) => vocabulary.Terms.Select(term => new Entry(Suggestion.Types.Kind.Term, term, ""));

    private static IEnumerable<Entry> Themes(IEnumerable<ThemeCatalogue> catalogues) =>
        catalogues.SelectMany(catalogue => catalogue.Themes).Select(theme => new Entry(Suggestion.Types.Kind.Theme, theme.Name, theme.Id));

    private static IEnumerable<Entry> Units() => FunctionCatalog.BuiltIn.Functions
        .SelectMany(function => function.Names.SelectMany(names => names).Concat(function.Variants))
        .Where(name => name.Length > 1 && name.All(char.IsLetter))
        .Select(name => new Entry(Suggestion.Types.Kind.Unit, name, ""));

    private static IEnumerable<Entry> Regions(IEnumerable<Region> regions) => regions.Select(region => new Entry(Suggestion.Types.Kind.Region, region.Name, region.Code));

    private sealed record Entry(Suggestion.Types.Kind Kind, string Text, string Name)
    {
        public string Form { get; } = WordForm.Of(Text);
    }
}
