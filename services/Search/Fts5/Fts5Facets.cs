using System.Globalization;
using System.Numerics;
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
        FacetField.Province => ByRegion(static key => IsCode(key) && key.EndsWith("0000", StringComparison.Ordinal)),
        FacetField.Prefecture => ByRegion(static key => IsCode(key) && key.EndsWith("00", StringComparison.Ordinal) && !key.EndsWith("0000", StringComparison.Ordinal)),
        FacetField.County => ByRegion(static key => IsCode(key) && !key.EndsWith("00", StringComparison.Ordinal)),
        FacetField.Region => Sum(columns.Regions, Referred(columns.Regions, static (in DocumentColumns.Document document) => document.Regions), static path => path.AsSpan(Math.Max(0, path.Length - 1))),
        FacetField.Level => ByNumber(static (in DocumentColumns.Document document) => document.Level),
        FacetField.Type => ByNumber(static (in DocumentColumns.Document document) => document.Type),
        FacetField.PlanKind => ByNumber(static (in DocumentColumns.Document document) => document.PlanKind),
        FacetField.Status => ByNumber(static (in DocumentColumns.Document document) => document.Status),
        FacetField.Year => ByYear(),
        FacetField.Issuer => Sum(columns.Issuers, Referred(columns.Issuers, static (in DocumentColumns.Document document) => document.Issuers), static issuers => issuers),
        FacetField.Theme => ByPassage(columns.Themes, columns.PassageThemes),
        FacetField.Function => ByPassage(columns.Functions, columns.PassageFunctions),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a facet"),
    });

    private List<FacetCount> ByRegion(Predicate<string> counts) => Largest(
        Sums(columns.Regions, Referred(columns.Regions, static (in DocumentColumns.Document document) => document.Regions), static path => path)
            .Where(region => region.Documents > 0 && counts(region.Value)));

    // 0 is the value of a document that has none: a report has no kind of plan.
    private List<FacetCount> ByNumber(Property number)
    {
        var counts = new int[byte.MaxValue + 1];
        foreach (var match in matches.Documents)
            counts[number(in columns.Documents[match.Document])]++;
        return Largest(counts.Select((count, value) => new FacetCount(value.ToString(CultureInfo.InvariantCulture), count)).Skip(1));
    }

    // A document counts in each year of its period: periods are counted first, and taken apart once each.
    private List<FacetCount> ByYear() => Largest(matches.Documents
        .CountBy(match => (First: columns.Documents[match.Document].FirstYear, Last: columns.Documents[match.Document].LastYear))
        .Where(period => period.Key.First > 0)
        .SelectMany(period => new YearRange(period.Key.First, period.Key.Last).Each().Select(year => (Year: year, period.Value)))
        .GroupBy(entry => entry.Year, entry => entry.Value)
        .Select(group => new FacetCount(group.Key.ToString(CultureInfo.InvariantCulture), group.Sum())));

    // How many documents refer to each value of a table.
    private int[] Referred(ValueTable.View table, Property number)
    {
        var counts = new int[table.Count];
        foreach (var match in matches.Documents)
            counts[number(in columns.Documents[match.Document])]++;
        return counts;
    }

    private static List<FacetCount> Sum(ValueTable.View table, int[] counts, Parts parts) => Largest(Sums(table, counts, parts));

    private static IEnumerable<FacetCount> Sums(ValueTable.View table, int[] counts, Parts parts)
    {
        var sums = new int[table.PartCount];
        for (var value = 0; value < table.Count; value++)
        {
            foreach (var part in parts(table.PartsOf(value)))
                sums[part] += counts[value];
        }
        return sums.Select((sum, part) => new FacetCount(table.Part(part), sum));
    }

    // Each part once a document, however many of its passages have it: what they have is gathered as bits, without a branch, and counted at the end of the document.
    private List<FacetCount> ByPassage(ValueTable.View table, int[] numbers)
    {
        const int WordBits = 64;
        var counts = new int[table.PartCount];
        var gathered = new ulong[(table.PartCount + WordBits - 1) / WordBits];
        foreach (var match in matches.Documents)
        {
            foreach (var passage in matches.PassagesOf(match.Document))
            {
                foreach (var part in table.PartsOf(numbers[passage]))
                    gathered[part / WordBits] |= 1UL << part;
            }
            for (var word = 0; word < gathered.Length; word++)
            {
                for (var left = gathered[word]; left != 0; left &= left - 1)
                    counts[(word * WordBits) + BitOperations.TrailingZeroCount(left)]++;
                gathered[word] = 0;
            }
        }
        return Largest(counts.Select((count, part) => new FacetCount(table.Part(part), count)));
    }

    private static List<FacetCount> Largest(IEnumerable<FacetCount> counts) => [.. counts
        .Where(value => value.Documents > 0)
        .OrderByDescending(value => value.Documents).ThenBy(value => value.Value, StringComparer.Ordinal)
        .Take(FacetCounts.MaxValues)];

    private static bool IsCode(string key) => key.Length == CodeLength && key.All(char.IsAsciiDigit);

    private delegate ReadOnlySpan<int> Parts(int[] value);

    private delegate int Property(in DocumentColumns.Document document);
}
