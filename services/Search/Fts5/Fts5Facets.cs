using System.Globalization;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Fts5;

/// <summary>Counts the documents found by their properties.</summary>
internal sealed class Fts5Facets(DocumentColumns columns, QueryMatches matches)
{
    private const int CodeLength = 6;

    /// <summary>Counts by one field.</summary>
    public FacetCounts Count(FacetField field) => new(field, field switch
    {
        FacetField.Province => ByRegion(static (key, _) => IsCode(key) && key.EndsWith("0000", StringComparison.Ordinal)),
        FacetField.Prefecture => ByRegion(static (key, _) => IsCode(key) && key.EndsWith("00", StringComparison.Ordinal) && !key.EndsWith("0000", StringComparison.Ordinal)),
        FacetField.County => ByRegion(static (key, _) => IsCode(key) && !key.EndsWith("00", StringComparison.Ordinal)),
        FacetField.Region => ByRegion(static (_, own) => own),
        FacetField.Level => ByNumber(static document => document.Level),
        FacetField.Type => ByNumber(static document => document.Type),
        FacetField.PlanKind => ByNumber(static document => document.PlanKind),
        FacetField.Status => ByNumber(static document => document.Status),
        FacetField.Year => ByYear(),
        FacetField.Issuer => Sum(columns.Issuers, Referred(columns.Issuers, static document => document.Issuers)),
        FacetField.Theme => ByPassage(columns.Themes, static passage => passage.Themes),
        FacetField.Function => ByPassage(columns.Functions, static passage => passage.Functions),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a facet"),
    });

    private List<FacetCount> ByRegion(Func<string, bool, bool> counts) => Sum(
        [.. columns.Regions.Select(path => path is null ? [] : path.Where((key, i) => counts(key, i == path.Length - 1)).ToArray())],
        Referred(columns.Regions, static document => document.Regions));

    // 0 is the value of a document that has none: a report has no kind of plan.
    private List<FacetCount> ByNumber(Func<DocumentColumns.Document, byte> number)
    {
        var counts = new int[byte.MaxValue + 1];
        foreach (var match in matches.Documents)
            counts[number(columns.Documents[match.Document])]++;
        return Largest(counts.Select((count, value) => new FacetCount(value.ToString(CultureInfo.InvariantCulture), count)).Skip(1));
    }

    // A document counts in each year of its period: periods are counted first, and taken apart once each.
    private List<FacetCount> ByYear() => Largest(matches.Documents
        .Select(match => columns.Documents[match.Document])
        .Where(document => document.FirstYear > 0)
        .CountBy(document => new YearRange(document.FirstYear, document.LastYear))
        .SelectMany(period => period.Key.Each().Select(year => (Year: year, period.Value)))
        .GroupBy(entry => entry.Year, entry => entry.Value)
        .Select(group => new FacetCount(group.Key.ToString(CultureInfo.InvariantCulture), group.Sum())));

    // How many documents refer to each value of a table.
    private int[] Referred(string[][] table, Func<DocumentColumns.Document, int> number)
    {
        var counts = new int[table.Length];
        foreach (var match in matches.Documents)
            counts[number(columns.Documents[match.Document])]++;
        return counts;
    }

    private static List<FacetCount> Sum(string[][] table, int[] counts)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Length; i++)
        {
            if (counts[i] == 0)
                continue;
            foreach (var part in table[i])
                sums[part] = sums.GetValueOrDefault(part) + counts[i];
        }
        return Largest(sums.Select(sum => new FacetCount(sum.Key, sum.Value)));
    }

    // Each value once a document, however many of its passages have it.
    private List<FacetCount> ByPassage(string[][] table, Func<DocumentColumns.Passage, int> number)
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = table.Select(values => values is null ? [] : values.Select(value => NumberOf(parts, value)).ToArray()).ToArray();
        var (counts, seen, seenIn) = (new int[parts.Count], Unseen(parts.Count), Unseen(table.Length));
        foreach (var match in matches.Documents)
        {
            foreach (var passage in matches.PassagesOf(match.Document))
            {
                var values = number(columns.Passages[passage]);
                if (seenIn[values] == match.Document)
                    continue;
                seenIn[values] = match.Document;
                foreach (var part in numbers[values])
                {
                    if (seen[part] == match.Document)
                        continue;
                    seen[part] = match.Document;
                    counts[part]++;
                }
            }
        }
        return Largest(parts.Select(part => new FacetCount(part.Key, counts[part.Value])));
    }

    private static int NumberOf(Dictionary<string, int> parts, string value)
    {
        if (!parts.TryGetValue(value, out var number))
            parts.Add(value, number = parts.Count);
        return number;
    }

    private static int[] Unseen(int count)
    {
        var unseen = new int[count];
        Array.Fill(unseen, -1);
        return unseen;
    }

    private static List<FacetCount> Largest(IEnumerable<FacetCount> counts) => [.. counts
        .Where(value => value.Documents > 0)
        .OrderByDescending(value => value.Documents).ThenBy(value => value.Value, StringComparer.Ordinal)
        .Take(FacetCounts.MaxValues)];

    private static bool IsCode(string key) => key.Length == CodeLength && key.All(char.IsAsciiDigit);
}
