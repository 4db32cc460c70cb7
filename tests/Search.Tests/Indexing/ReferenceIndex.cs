using System.Globalization;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;
using Fazhi.Search.V1;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>
/// The truth that engines are held to, in the plainest way: every passage is looked at, its tokens compared one by one. Knows nothing of scores: by relevance it
/// tells which rows there are, not their order.
/// </summary>
internal sealed class ReferenceIndex(IReadOnlyList<IndexedDocument> documents)
{
    /// <summary>Everything that a query finds, in order unless that is relevance.</summary>
    public ReferenceResults Search(SearchQuery query)
    {
        var found = documents
            .Where(document => Admits(query.Filter, document))
            .Select(document => new Match(document, [.. PassageTokens.Of(document).Zip(document.Passages).Where(passage => Matches(query, passage.First, passage.Second)).Select(passage => passage.Second)]))
            .Where(match => match.Passages.Count > 0)
            .ToList();
        return new ReferenceResults(
            [.. Ordered(query, found).SelectMany(match => RowsOf(query.Rows, match))],
            found.Count,
            found.Sum(match => match.Passages.Count),
            [.. query.Facets.Select(facet => Count(facet, found))]);
    }

    /// <summary>How many passages have a phrase in their text.</summary>
    public long Count(TokenPhrase phrase) =>
        documents.SelectMany(PassageTokens.Of).Count(tokens => Stands(phrase, tokens.Body));

    private static IEnumerable<string> RowsOf(ResultRows rows, Match match) => rows switch
    {
        ResultRows.Passages or ResultRows.Tasks => match.Passages.Select(passage => $"{match.Document.Name}@{passage.Start}"),
        _ => [match.Document.Name],
    };

    private static IEnumerable<Match> Ordered(SearchQuery query, List<Match> found)
    {
        static int LastYear(Match match) => match.Document.Years?.Last ?? 0;
        static int Day(Match match) => match.Document.Date?.DayNumber ?? -1;
        static int Last(int value, int unknown) => value == unknown ? int.MaxValue : value;

        var first = query.Sort switch
        {
            SortOrder.Oldest => found.OrderBy(match => Last(LastYear(match), 0)).ThenBy(match => Last(Day(match), -1)),
            SortOrder.Region => found.OrderBy(match => RegionKey.PathOf(match.Document.Summary.Region).LastOrDefault("~"), StringComparer.Ordinal),
            _ => found.OrderBy(_ => 0),
        };
        return first.ThenByDescending(LastYear).ThenByDescending(Day).ThenBy(match => match.Document.Name, StringComparer.Ordinal);
    }

    private static bool Matches(SearchQuery query, PassageTokens tokens, IndexedPassage passage) =>
        (query.Rows != ResultRows.Tasks || passage.Task.Length > 0)
        && (query.Match is null || Holds(query.Match, tokens, passage))
        && (query.Where is null || Holds(query.Where, tokens, passage))
        && (query.Deadline is not { } days || passage.Deadlines.Any(day => day >= days.First && day <= days.Last));

    private static bool Holds(QueryNode node, PassageTokens tokens, IndexedPassage passage) => node switch
    {
        QueryNode.Phrase { Term: var term } => ColumnsOf(term.Field, tokens).Any(column => Stands(term.Phrase, column)),
        QueryNode.Tag tag => PassageTags.Of(passage).Contains(tag.Value),
        QueryNode.All all => all.Nodes.All(one => Holds(one, tokens, passage)),
        QueryNode.Any any => any.Nodes.Any(one => Holds(one, tokens, passage)),
        QueryNode.Except except => Holds(except.Wanted, tokens, passage) && !Holds(except.Unwanted, tokens, passage),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string[] ColumnsOf(QueryField field, PassageTokens tokens) => field switch
    {
        QueryField.Title => [tokens.Title],
        QueryField.Units => [tokens.Units],
        _ => [tokens.Title, tokens.Region, tokens.Heading, tokens.Body],
    };

    private static bool Stands(TokenPhrase phrase, string column)
    {
        var tokens = column.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, tokens.Length).Any(start => IsAt(phrase, tokens.AsSpan(start)));
    }

    private static bool IsAt(TokenPhrase phrase, ReadOnlySpan<string> tokens)
    {
        if (tokens.Length < phrase.Values.Count)
            return false;
        for (var i = 0; i < phrase.Values.Count; i++)
        {
            var isPrefix = phrase.LastIsPrefix && i == phrase.Values.Count - 1;
            if (isPrefix ? !tokens[i].StartsWith(phrase.Values[i], StringComparison.Ordinal) : tokens[i] != phrase.Values[i])
                return false;
        }
        return true;
    }

    private static bool Admits(QueryFilter filter, IndexedDocument document)
    {
        var years = document.Years;
        return (filter.Regions.Count == 0 || RegionKey.PathOf(document.Summary.Region).Intersect(filter.Regions).Any())
            && IsOne(filter.Levels, document.Summary.Region?.Level ?? 0)
            && IsOne(filter.Types, document.Summary.Type)
            && IsOne(filter.PlanKinds, document.PlanKind)
            && IsOne(filter.Statuses, document.Status)
            && IsOne(filter.Names, document.Name)
            && (filter.Years.Count == 0 || (years is { } some && filter.Years.Any(year => year >= some.First && year <= some.Last)))
            && (filter.Period is not { } period || (years is { } own && own.First <= period.Last && own.Last >= period.First))
            && (filter.Issuers.Count == 0 || document.Issuers.Any(issuer => filter.Issuers.Any(name => name.Means(TextFolding.Fold(issuer)))));
    }

    private static bool IsOne<T>(IReadOnlyList<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);

    private static FacetCounts Count(FacetField field, List<Match> found) => new(field, [.. found
        .SelectMany(match => ValuesOf(field, match).Distinct(StringComparer.Ordinal))
        .CountBy(value => value)
        .Select(count => new FacetCount(count.Key, count.Value))
        .OrderByDescending(value => value.Documents).ThenBy(value => value.Value, StringComparer.Ordinal)
        .Take(FacetCounts.MaxValues)]);

    private static IEnumerable<string> ValuesOf(FacetField field, Match match)
    {
        var document = match.Document;
        var path = RegionKey.PathOf(document.Summary.Region);
        var codes = path.Where(key => key.Length == 6 && key.All(char.IsAsciiDigit));
        return field switch
        {
            FacetField.Province => codes.Where(code => code.EndsWith("0000", StringComparison.Ordinal)),
            FacetField.Prefecture => codes.Where(code => code.EndsWith("00", StringComparison.Ordinal) && !code.EndsWith("0000", StringComparison.Ordinal)),
            FacetField.County => codes.Where(code => !code.EndsWith("00", StringComparison.Ordinal)),
            FacetField.Region => path.TakeLast(1),
            FacetField.Level => Number((int)(document.Summary.Region?.Level ?? 0)),
            FacetField.Type => Number((int)document.Summary.Type),
            FacetField.PlanKind => Number((int)document.PlanKind),
            FacetField.Status => Number((int)document.Status),
            FacetField.Year => document.Years?.Each().Select(year => year.ToString(CultureInfo.InvariantCulture)) ?? [],
            FacetField.Issuer => document.Issuers,
            FacetField.Theme => match.Passages.SelectMany(passage => passage.Themes),
            FacetField.Function => match.Passages.SelectMany(passage => passage.Functions),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static string[] Number(int value) => value == 0 ? [] : [value.ToString(CultureInfo.InvariantCulture)];

    private sealed record Match(IndexedDocument Document, IReadOnlyList<IndexedPassage> Passages);
}

/// <summary>What a query finds.</summary>
/// <param name="Rows">Name of each row's document, with the start of its passage where rows are passages or tasks.</param>
/// <param name="TotalDocuments">Documents.</param>
/// <param name="TotalPassages">Passages.</param>
/// <param name="Facets">The facets asked for.</param>
internal sealed record ReferenceResults(IReadOnlyList<string> Rows, int TotalDocuments, int TotalPassages, IReadOnlyList<FacetCounts> Facets);
