using System.Globalization;
using Fazhi.Search.Query;
using Fazhi.Search.V1;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Counts the documents found by their properties.</summary>
/// <param name="connection">Where to read.</param>
/// <param name="documentIds">SELECT of the ids of the documents found.</param>
/// <param name="parameters">What that binds.</param>
internal sealed class Fts5Facets(SqliteConnection connection, string documentIds, (string Name, object Value)[] parameters)
{
    /// <summary>Counts by one field.</summary>
    public FacetCounts Count(FacetField field) => new(field, field switch
    {
        FacetField.Province => CountRegions("key GLOB '[0-9][0-9]0000'"),
        FacetField.Prefecture => CountRegions("key GLOB '[0-9][0-9][0-9][0-9]00' AND key NOT GLOB '*0000'"),
        FacetField.Region => CountRegions("is_own = 1"),
        FacetField.Level => CountColumn("level"),
        FacetField.Type => CountColumn("type"),
        FacetField.PlanKind => CountColumn("plan_kind"),
        FacetField.Status => CountColumn("status"),
        FacetField.Year => CountYears(),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a facet"),
    });

    private List<FacetCount> CountRegions(string condition) => Count(
        $"""
        SELECT key, count(*) FROM document_regions
        WHERE document_id IN ({documentIds}) AND {condition}
        GROUP BY key ORDER BY count(*) DESC, key LIMIT {FacetCounts.MaxValues}
        """);

    // 0 is the value of a document that has none: a report has no kind of plan.
    private List<FacetCount> CountColumn(string column) => Count(
        $"""
        SELECT CAST({column} AS TEXT), count(*) FROM documents
        WHERE id IN ({documentIds}) AND {column} <> 0
        GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT {FacetCounts.MaxValues}
        """);

    // A document counts in each year of its period: periods are grouped by SQL, and taken apart here.
    private List<FacetCount> CountYears()
    {
        var periods = connection.Query(
            $"""
            SELECT first_year, last_year, count(*) FROM documents
            WHERE id IN ({documentIds}) AND first_year > 0 GROUP BY first_year, last_year
            """,
            row => (Years: new YearRange(row.GetInt32(0), row.GetInt32(1)), Count: row.GetInt32(2)),
            parameters);
        return [.. periods
            .SelectMany(period => period.Years.Each().Select(year => (Year: year, period.Count)))
            .GroupBy(entry => entry.Year, entry => entry.Count)
            .Select(group => new FacetCount(group.Key.ToString(CultureInfo.InvariantCulture), group.Sum()))
            .OrderByDescending(value => value.Documents).ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(FacetCounts.MaxValues)];
    }

    private List<FacetCount> Count(string sql) =>
        connection.Query(sql, row => new FacetCount(row.GetString(0), row.GetInt32(1)), parameters);
}
