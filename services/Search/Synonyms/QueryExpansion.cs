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
    private const int PieceLength = 2;
    private const int ShortestLong = 6;

    // Of an everyday word there is more, and it tells less.
    private const double EverydayWeight = 0.4;

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
    /// What has a part of the query: any of its words, or two characters of one. Null if it has no such part. What is asked of a title or a unit, what is
    /// excluded and what was quoted stays as it is.
    /// </summary>
    public QueryNode? Partial(QueryNode node)
    {
        var words = Words(node).Where(term => !term.Quoted).SelectMany(Parts).DistinctBy(term => WordForm.Of(term.Text)).ToList();
        var telling = words.FindAll(term => !Vocabulary.IsCommonPair(WordForm.Of(term.Text)));
        var partial = Partial(node, telling.Count > 0 ? telling : words);
        return partial is null || partial.Equals(node) || partial.Equals(Expand(node)) ? null : partial;
    }

    /// <summary>The words that were typed, each cut where it consists of several; without those of fields.</summary>
    public IEnumerable<SearchTerm> Words(QueryNode node) => node switch
    {
        QueryNode.Tag { Typed: { } term } => CutWords(term) is { Count: > 0 } parts ? parts : [term],
        QueryNode.Phrase { Term: { Field: QueryField.Anywhere, Quoted: true } term } => [term],
        QueryNode.Phrase { Term: { Field: QueryField.Anywhere } term } => CutWords(term) is { Count: > 0 } parts ? parts : [term],
        QueryNode.All all => all.Nodes.SelectMany(Words),
        QueryNode.Any any => any.Nodes.SelectMany(Words),
        QueryNode.Except except => Words(except.Wanted),
        _ => [],
    };

    /// <summary>What the rows that the query finds are put in order by.</summary>
    public RankingTerms Terms(QueryNode node, bool parts = false)
    {
        var typed = node.WantedTerms.Where(term => term.Field == QueryField.Anywhere).Select(term => WordForm.Of(term.Text));
        return new RankingTerms(
            string.Concat(typed),
            [.. (parts ? Words(node).SelectMany(Parts) : Words(node)).DistinctBy(term => WordForm.Of(term.Text)).Select(term => new RankedWord(
                WordForm.Of(term.Text),
                Vocabulary.IsEveryday(WordForm.Of(term.Text)) ? EverydayWeight : 1,
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

    private QueryNode? Partial(QueryNode node, IReadOnlyList<SearchTerm> words)
    {
        if (node is QueryNode.Except except)
            return Partial(except.Wanted, words) is { } wanted ? new QueryNode.Except(wanted, Variants(except.Unwanted)) : null;
        if (words.Count == 0)
            return null;
        var any = AnyOf([.. words.Select(Variants).Concat(words.SelectMany(Pieces)).Distinct()]);
        IReadOnlyList<QueryNode> strict = node is QueryNode.All all ? [.. all.Nodes.Where(IsStrict).Select(Expand)] : [];
        return strict.Count == 0 ? any : new QueryNode.All([.. strict, any]);
    }

    // What a long word of the field consists of.
    private IEnumerable<SearchTerm> Parts(SearchTerm term)
    {
        var form = WordForm.Of(term.Text);
        if (form.Length < ShortestLong || !vocabulary.Contains(form))
            return [term];
        var parts = cutter.Cut(term.Text, apart: true);
        return parts.Count > 1 && parts.All(part => part.Known) ? [.. parts.Select(part => Derive(term, part.Text)).OfType<SearchTerm>()] : [term];
    }

    // Themes say what it is about, as words do.
    private bool IsStrict(QueryNode node) => !ThemesOf(node).Any() && Words(node).All(term => term.Quoted);

    // Its pairs of characters, but for those that would find nearly everything.
    private static IEnumerable<QueryNode> Pieces(SearchTerm term)
    {
        var form = WordForm.Of(term.Text);
        return form.Length <= PieceLength
            ? []
            : Enumerable.Range(0, form.Length - PieceLength + 1).Select(i => form.Substring(i, PieceLength)).Where(pair => !Vocabulary.IsCommonPair(pair))
                .Select(pair => Derive(term, pair)).OfType<SearchTerm>().Select(piece => new QueryNode.Phrase(piece));
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
