using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.Text;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Suggestions;

/// <summary>Completes what is being typed, by what is known and by the units and titles in the index.</summary>
internal sealed class SuggestionFinder(SearchIndex index, QueryLanguage language, RegionLookup regions, SearchThemes themes)
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 50;
    private const int MaxKinds = 20;

    // Not everything that is known stands in a document: so many times what is wanted is looked at.
    private const int Spare = 4;

    private volatile Known? known;

    /// <summary>The suggestions: words before units before titles, but some room for each of these always.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong.</exception>
    public async Task<SuggestResponse> FindAsync(SuggestRequest request, CancellationToken cancellationToken)
    {
        if (request.Text.Length > QueryParser.MaxLength)
            throw FazhiException.InvalidArgument("text", $"最多 {QueryParser.MaxLength} 个字符，现有 {request.Text.Length} 个");
        var limit = request.Limit switch
        {
            < 0 => throw FazhiException.InvalidArgument("limit", "不能是负数"),
            0 => DefaultLimit,
            _ => Math.Min(request.Limit, MaxLimit),
        };
        var kinds = RequestChecks.Known(request.Kinds, "kinds", MaxKinds);

        var words = await InUseAsync((await SuggesterAsync(cancellationToken)).Complete(request.Text, kinds, Spare * limit), limit, cancellationToken);
        var titles = kinds.Count == 0 || kinds.Contains(Suggestion.Types.Kind.Title) ? await TitlesAsync(request.Text, limit, cancellationToken) : [];
        var units = kinds.Count == 0 || kinds.Contains(Suggestion.Types.Kind.Unit) ? await UnitsAsync(request.Text, cancellationToken) : [];
        var shownTitles = titles.Take(Math.Max(limit / 3, limit - words.Count - units.Count)).ToList();
        var shownUnits = units.Take(Math.Max(limit / 3, limit - words.Count - shownTitles.Count)).ToList();
        return new SuggestResponse { Suggestions = { words.Take(limit - shownUnits.Count - shownTitles.Count), shownUnits, shownTitles } };
    }

    // What leads to nothing is left out; what is several things is told once.
    private async Task<List<Suggestion>> InUseAsync(IReadOnlyList<Completion> completions, int limit, CancellationToken cancellationToken)
    {
        var phrases = completions.Where(completion => Filter(completion.Suggestion) is null)
            .Select(completion => (completion.Word, Phrase: TokenPhrase.Of(completion.Word))).Where(word => word.Phrase is not null).ToList();
        var counts = await index.CountAsync([.. phrases.Select(word => word.Phrase!)], cancellationToken);
        var found = phrases.Zip(counts).Where(counted => counted.Second > 0).Select(counted => counted.First.Word).ToHashSet(StringComparer.Ordinal);
        var used = new List<Suggestion>(limit);
        foreach (var (suggestion, word) in completions)
        {
            var any = Filter(suggestion) is { } query ? (await index.SearchAsync(query, cancellationToken)).TotalRows > 0 : found.Contains(word);
            if (any && !used.Exists(other => other.Text == suggestion.Text))
                used.Add(suggestion);
            if (used.Count == limit)
                break;
        }
        return used;
    }

    // What narrows a search; null for what is a word of one.
    private static SearchQuery? Filter(Suggestion suggestion) => suggestion.Kind switch
    {
        Suggestion.Types.Kind.Region => new SearchQuery { Filter = QueryFilter.None with { Regions = [suggestion.Name] }, Limit = 1, KeysOnly = true },
        Suggestion.Types.Kind.Theme => new SearchQuery { Where = new QueryNode.Tag(PassageTags.Theme(suggestion.Name)), Limit = 1, KeysOnly = true },
        _ => null,
    };

    private async Task<List<Suggestion>> UnitsAsync(string text, CancellationToken cancellationToken)
    {
        var (before, last) = Suggester.Split(text);
        return UnitCompletion.Query(before, last) is { } query ? [.. UnitCompletion.Of((await index.SearchAsync(query, cancellationToken)).Rows, before, last)] : [];
    }

    private async Task<List<Suggestion>> TitlesAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (Suggester.TitleQuery(text, limit) is not { } query)
            return [];
        var found = await index.SearchAsync(query, cancellationToken);
        return [.. found.Rows.Select(row => row.Document.Summary)
            .Where(document => document.Title.Length > 0).DistinctBy(document => document.Title, StringComparer.Ordinal)
            .Select(document => new Suggestion { Kind = Suggestion.Types.Kind.Title, Text = document.Title, Name = document.Name })];
    }

    // Made anew when regions or themes change; two at once may make it twice.
    private async Task<Suggester> SuggesterAsync(CancellationToken cancellationToken)
    {
        var directory = await regions.GetAsync(cancellationToken);
        var version = (directory.Version, themes.Version);
        if (known is { } current && current.Version == version)
            return current.Suggester;
        var made = new Known(version, new Suggester(await index.GetRegionsAsync(cancellationToken), themes.Directory.Catalogues, language.Vocabulary));
        known = made;
        return made.Suggester;
    }

    private sealed record Known((string Regions, string Themes) Version, Suggester Suggester);
}
