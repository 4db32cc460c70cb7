using Fazhi.Search.Query;

namespace Fazhi.Search.Fts5;

/// <summary>A filter as SQL over the table documents.</summary>
/// <param name="Condition">The condition; empty when every document passes.</param>
/// <param name="Parameters">What it binds.</param>
internal sealed record Fts5Filter(string Condition, (string Name, object Value)[] Parameters)
{
    /// <summary>SELECT of the ids of the documents that pass.</summary>
    public string DocumentIds => Condition.Length == 0 ? "SELECT id FROM documents" : $"SELECT id FROM documents WHERE {Condition}";

    public static Fts5Filter Of(QueryFilter filter)
    {
        var conditions = new List<string>();
        var parameters = new List<(string, object)>();

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add((name, value));
        }

        void AddIn<T>(string column, string name, IReadOnlyList<T> values)
        {
            if (values.Count > 0)
                Add($"{column} IN (SELECT value FROM json_each({name}))", name, Json.Of(values));
        }

        if (filter.Regions.Count > 0)
        {
            Add("id IN (SELECT document_id FROM document_regions WHERE key IN (SELECT value FROM json_each($regions)))",
                "$regions", Json.Of(filter.Regions));
        }
        AddIn("level", "$levels", [.. filter.Levels.Select(level => (int)level)]);
        AddIn("type", "$types", [.. filter.Types.Select(type => (int)type)]);
        AddIn("plan_kind", "$plan_kinds", [.. filter.PlanKinds.Select(kind => (int)kind)]);
        AddIn("status", "$statuses", [.. filter.Statuses.Select(status => (int)status)]);
        AddIn("name", "$names", filter.Names);
        if (filter.Years.Count > 0)
            Add("EXISTS (SELECT 1 FROM json_each($years) WHERE value BETWEEN first_year AND last_year)", "$years", Json.Of(filter.Years));
        if (filter.Period is { } period)
        {
            Add("first_year <= $period_last", "$period_last", period.Last);
            Add("last_year >= $period_first", "$period_first", period.First);
            conditions.Add("first_year > 0");
        }
        return new Fts5Filter(string.Join(" AND ", conditions), [.. parameters]);
    }
}
