using Fazhi.Search.Ranking;
using Fazhi.Search.Synonyms;
using Fazhi.Search.Text;
using Fazhi.Search.Themes;

namespace Fazhi.Search.Query;

/// <summary>Reads queries with the words and themes in force. Safe to share between threads.</summary>
internal sealed class QueryLanguage(SearchThemes themes)
{
    private volatile Words? words;

    /// <summary>What a query asks for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="literal">Only what was typed.</param>
    /// <exception cref="Hosting.FazhiException">INVALID_ARGUMENT: it cannot be understood; the message says where and what would be right.</exception>
    public QueryReading Read(string query, bool literal = false)
    {
        var known = Current();
        if (QueryParser.Parse(query, known.Themes) is not { } typed)
            return new QueryReading();
        if (literal)
            return new QueryReading { Typed = typed, Match = typed, Terms = LiteralTerms(typed), Interpretation = new(() => QueryWriter.InWords(typed, known.Themes)) };

        var match = known.Expansion.Expand(typed);
        return new QueryReading
        {
            Typed = typed,
            Match = match,
            Terms = WithThemes(known.Expansion.Terms(typed), known.Themes),
            Variants = VariantsOf(typed, match),
            Partial = new(() => Partial(typed, known)),
            Interpretation = new(() => QueryWriter.InWords(match, known.Themes)),
        };
    }

    private static RankingTerms WithThemes(RankingTerms terms, ThemeLookup themes) =>
        terms with { Themes = [.. terms.Themes.Union(themes.Of(terms.Words.Select(word => word.Typed)), StringComparer.Ordinal)] };

    /// <summary>The words known now.</summary>
    public Vocabulary Vocabulary => Current().Vocabulary;

    private Words Current()
    {
        var version = themes.Version;
        if (words is { } known && known.Version == version)
            return known;
        return words = new Words(version, themes);
    }

    // What was probably meant goes first; what was typed may still be right.
    private static PartialReading Partial(QueryNode typed, Words known)
    {
        var mended = Mend(typed, known.Spelling);
        var partial = known.Expansion.Partial(typed);
        if (mended is not null)
        {
            var meant = known.Expansion.Expand(mended);
            partial = partial is null ? meant : new QueryNode.Any([meant, partial]);
        }
        return new PartialReading(
            partial,
            WithThemes(known.Expansion.Terms(mended ?? typed, parts: true), known.Themes),
            mended is null ? "" : QueryWriter.Canonical(mended));
    }

    private static QueryNode? Mend(QueryNode node, Spelling spelling)
    {
        switch (node)
        {
            case QueryNode.Phrase { Term: var term }:
                return spelling.Mend(term.Text) is { } text && TokenPhrase.Of(text) is { } phrase ? new QueryNode.Phrase(term with { Text = text, Phrase = phrase }) : null;
            case QueryNode.All all:
                return MendAny(all.Nodes, spelling) is { } every ? new QueryNode.All(every) : null;
            case QueryNode.Any any:
                return MendAny(any.Nodes, spelling) is { } either ? new QueryNode.Any(either) : null;
            case QueryNode.Except except:
                return Mend(except.Wanted, spelling) is { } wanted ? except with { Wanted = wanted } : null;
            default:
                return null;
        }
    }

    private static List<QueryNode>? MendAny(IReadOnlyList<QueryNode> nodes, Spelling spelling)
    {
        var mended = nodes.Select(node => Mend(node, spelling)).ToList();
        return mended.Exists(node => node is not null) ? [.. mended.Zip(nodes, (better, node) => better ?? node)] : null;
    }

    private static RankingTerms LiteralTerms(QueryNode typed)
    {
        List<RankedWord> words = [.. typed.WantedTerms.Where(term => term.Field == QueryField.Anywhere).Select(term => new RankedWord(WordForm.Of(term.Text), 1, []))];
        return new RankingTerms(string.Concat(words.Select(word => word.Typed)), words, [.. QueryExpansion.ThemesOf(typed)]);
    }

    private static IReadOnlyList<string> VariantsOf(QueryNode typed, QueryNode match)
    {
        var asTyped = typed.WantedTerms.Select(term => WordForm.Of(term.Text)).ToList();
        return [.. match.WantedTerms.Where(term => term.Derived).Select(term => term.Text)
            .Where(text => !asTyped.Exists(word => word.Contains(WordForm.Of(text), StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal)];
    }

    private sealed record Words
    {
        public Words(string version, SearchThemes themes)
        {
            var catalogues = themes.Directory.Catalogues;
            Version = version;
            Themes = new ThemeLookup(catalogues);
            Vocabulary = new Vocabulary(catalogues);
            Expansion = new QueryExpansion(SynonymTable.BuiltIn, Vocabulary);
            Spelling = new Spelling(Vocabulary);
        }

        public string Version { get; }

        public ThemeLookup Themes { get; }

        public Vocabulary Vocabulary { get; }

        public QueryExpansion Expansion { get; }

        public Spelling Spelling { get; }
    }
}
