using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Ranking;
using Fazhi.Search.Text;

namespace Fazhi.Search.Synonyms;

/// <summary>Widens what was typed by what means the same: other forms of words, and the words of which something long consists. Pure.</summary>
internal sealed class QueryExpansion(SynonymTable synonyms, Vocabulary vocabulary)
{
    // Two known words of two characters each are the shortest thing that may be two.
    private const int ShortestCut = 4;
    private const int ShortestWithUnknown = 5;

    private static readonly string ThemeTag = PassageTags.Theme("");

    private readonly WordCutter cutter = new(vocabulary);

    /// <summary>The query with all that it may also be satisfied by. What is excluded is excluded in every form as well.</summary>
    public QueryNode Expand(QueryNode node) => node switch
    {
        QueryNode.Phrase { Term: { Derived: false } term } => Expand(term),
        QueryNode.All all => new QueryNode.All([.. all.Nodes.Select(Expand)]),
        QueryNode.Any any => new QueryNode.Any([.. any.Nodes.Select(Expand)]),
        QueryNode.Except except => new QueryNode.Except(Expand(except.Wanted), Variants(except.Unwanted)),
        _ => node,
    };

    /// <summary>
    /// The query with any of its words in the place of all; null if that is the same. What is asked of a field stays. Something long that was typed in one is
    /// taken for its words.
    /// </summary>
    public QueryNode? Relax(QueryNode node)
    {
        var words = Words(node).ToList();
        var relaxed = Relax(node, words);
        return relaxed is null || relaxed.Equals(node) || relaxed.Equals(Expand(node)) ? null : relaxed;
    }

    /// <summary>The words that were typed, each cut where it consists of several; without those of fields.</summary>
    public IEnumerable<SearchTerm> Words(QueryNode node) => node switch
    {
        QueryNode.Phrase { Term: { Field: QueryField.Anywhere } term } => CutWords(term) is { Count: > 0 } parts ? parts : [term],
        QueryNode.All all => all.Nodes.SelectMany(Words),
        QueryNode.Any any => any.Nodes.SelectMany(Words),
        QueryNode.Except except => Words(except.Wanted),
        _ => [],
    };

    /// <summary>What the rows that the query finds are put in order by.</summary>
    public RankingTerms Terms(QueryNode node)
    {
        var typed = node.WantedTerms.Where(term => term.Field == QueryField.Anywhere).Select(term => WordForm.Of(term.Text));
        return new RankingTerms(
            string.Concat(typed),
            [.. Words(node).Select(term => new RankedWord(
                WordForm.Of(term.Text),
                [.. synonyms.OthersOf(term.Text).Select(other => (IReadOnlyList<string>)[.. other.Split('、').Select(WordForm.Of)])]))],
            [.. ThemesOf(node)]);
    }

    /// <summary>The themes that a query asks for.</summary>
    public static IEnumerable<string> ThemesOf(QueryNode node) => node switch
    {
        QueryNode.Tag tag when tag.Value.StartsWith(ThemeTag, StringComparison.Ordinal) => [tag.Value[ThemeTag.Length..]],
        QueryNode.All all => all.Nodes.SelectMany(ThemesOf),
        QueryNode.Any any => any.Nodes.SelectMany(ThemesOf),
        QueryNode.Except except => ThemesOf(except.Wanted),
        _ => [],
    };

    private QueryNode? Relax(QueryNode node, IReadOnlyList<SearchTerm> words)
    {
        if (node is QueryNode.Except except)
            return Relax(except.Wanted, words) is { } wanted ? new QueryNode.Except(wanted, Variants(except.Unwanted)) : null;
        if (words.Count < 2)
            return null;
        var any = AnyOf([.. words.Select(Variants)]);
        IReadOnlyList<QueryNode> strict = node is QueryNode.All all ? [.. all.Nodes.Where(part => !Words(part).Any()).Select(Expand)] : [];
        return strict.Count == 0 ? any : new QueryNode.All([.. strict, any]);
    }

    private QueryNode Expand(SearchTerm term)
    {
        var whole = Variants(term);
        if (term.Quoted || CutWords(term) is not { Count: > 0 } words)
            return whole;
        var parts = words.Select(Variants).ToList();
        return AnyOf([whole, parts.Count == 1 ? parts[0] : new QueryNode.All(parts)]);
    }

    // Words of a term that is none itself; none where it is one, or too short to be several.
    private IReadOnlyList<SearchTerm> CutWords(SearchTerm term)
    {
        var form = WordForm.Of(term.Text);
        if (form.Length < ShortestCut || vocabulary.Contains(form) || term.Phrase != TokenPhrase.Of(term.Text))
            return [];
        var words = cutter.Cut(term.Text);
        if (words.Count == 0 || (words.Count == 1 && (words[0].Text == form || !words[0].Known)))
            return [];
        return form.Length < ShortestWithUnknown && words.Any(word => !word.Known)
            ? []
            : [.. words.Select(word => Derive(term, word.Text)).OfType<SearchTerm>()];
    }

    private QueryNode Variants(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => Variants(phrase.Term),
        QueryNode.All all => new QueryNode.All([.. all.Nodes.Select(Variants)]),
        QueryNode.Any any => new QueryNode.Any([.. any.Nodes.Select(Variants)]),
        QueryNode.Except except => new QueryNode.Except(Variants(except.Wanted), Variants(except.Unwanted)),
        _ => node,
    };

    private QueryNode Variants(SearchTerm term)
    {
        var form = WordForm.Of(term.Text);
        // What the word itself stands in is found by it.
        var others = synonyms.OthersOf(term.Text)
            .Where(other => other.Contains('、', StringComparison.Ordinal) || !WordForm.Of(other).Contains(form, StringComparison.Ordinal))
            .Select(other => FormOf(term, other)).OfType<QueryNode>();
        return AnyOf([new QueryNode.Phrase(term), .. others]);
    }

    // A list is its parts, wherever they stand.
    private static QueryNode? FormOf(SearchTerm term, string form)
    {
        var parts = form.Split('、').Select(part => Derive(term, part)).OfType<SearchTerm>().Select(part => (QueryNode)new QueryNode.Phrase(part)).ToList();
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new QueryNode.All(parts),
        };
    }

    private static SearchTerm? Derive(SearchTerm term, string text) =>
        TokenPhrase.Of(text) is { } phrase ? new SearchTerm(text) { Phrase = phrase, Field = term.Field, Derived = true } : null;

    private static QueryNode AnyOf(IReadOnlyList<QueryNode> nodes) => nodes.Count == 1 ? nodes[0] : new QueryNode.Any(nodes);
}
