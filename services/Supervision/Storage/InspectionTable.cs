using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Fazhi.Hosting;
using Fazhi.Supervision.Checks;
using Fazhi.Supervision.Inspections;
using Fazhi.Supervision.V1;
using Microsoft.Data.Sqlite;
using Inspection = Fazhi.Supervision.Inspections.Inspection;

namespace Fazhi.Supervision.Storage;

/// <summary>SQL of the inspections.</summary>
internal static class InspectionTable
{
    private const string Select =
        """
        SELECT sequence, id, title, region_code AS RegionCode, manner, state, was_started AS WasStarted, start_date AS StartDate, end_date AS EndDate,
               (SELECT json_group_array(unit) FROM (SELECT unit FROM inspection_units WHERE inspection_id = id ORDER BY number)) AS Units,
               tasks, cancel_reason AS CancelReason, outcomes,
               (SELECT count(*) FROM findings WHERE inspection_id = id) AS FindingCount,
               (SELECT count(*) FROM findings WHERE inspection_id = id AND state <> 4) AS OpenFindingCount,
               create_time AS CreateTime, update_time AS UpdateTime, revision
        FROM inspections
        """;

    private const string Where =
        """
        WHERE (@region = '' OR region_code = @region)
          AND (@state = 0 OR state = @state)
          AND (@unit = '' OR id IN (SELECT inspection_id FROM inspection_units WHERE unit = @unit))
          AND (@year = '' OR substr(start_date, 1, 4) = @year)
        """;

    public static Inspection? Find(SqliteConnection connection, string id) =>
        connection.QuerySingleOrDefault<InspectionRow>($"{Select} WHERE id = @id", new { id }) is { } row ? Read(row) : null;

    public static (Page<Inspection> Page, int Total) List(SqliteConnection connection, ListInspectionsRequest request)
    {
        var size = PageSize.Of(request.PageSize, maxSize: SupervisionStore.MaxPageSize);
        var filter = new
        {
            region = request.RegionCode,
            state = (int)request.State,
            unit = request.Unit,
            year = request.Year == 0 ? "" : request.Year.ToString("D4", CultureInfo.InvariantCulture),
            before = SupervisionStore.Before(request),
            limit = size + 1,
        };
        var rows = connection.Query<InspectionRow>($"{Select} {Where} AND sequence < @before ORDER BY sequence DESC LIMIT @limit", filter).ToList();
        var page = Page.Of(request, size, rows, row => [$"{row.Sequence}"]);
        return (new Page<Inspection>([.. page.Items.Select(Read)], page.NextPageToken), connection.ExecuteScalar<int>($"SELECT count(*) FROM inspections {Where}", filter));
    }

    public static void Insert(SqliteConnection connection, Inspection inspection)
    {
        connection.Execute(
            """
            INSERT INTO inspections (id, title, region_code, manner, state, was_started, start_date, end_date, tasks, cancel_reason, outcomes,
                                     create_time, update_time, revision)
            VALUES (@Id, @Title, @RegionCode, @Manner, @State, @WasStarted, @StartDate, @EndDate, @Tasks, @CancelReason, @Outcomes,
                    @CreateTime, @UpdateTime, @Revision)
            """,
            Write(inspection));
        InsertUnits(connection, inspection);
    }

    public static void Update(SqliteConnection connection, Inspection inspection)
    {
        connection.Execute(
            """
            UPDATE inspections
            SET title = @Title, manner = @Manner, state = @State, was_started = @WasStarted, start_date = @StartDate, end_date = @EndDate, tasks = @Tasks,
                cancel_reason = @CancelReason, outcomes = @Outcomes, update_time = @UpdateTime, revision = @Revision
            WHERE id = @Id;
            DELETE FROM inspection_units WHERE inspection_id = @Id;
            """,
            Write(inspection));
        InsertUnits(connection, inspection);
    }

    public static void Delete(SqliteConnection connection, string id) => connection.Execute("DELETE FROM inspections WHERE id = @id", new { id });

    private static void InsertUnits(SqliteConnection connection, Inspection inspection) => connection.Execute(
        "INSERT INTO inspection_units (inspection_id, number, unit) VALUES (@Id, @number, @unit)",
        inspection.Content.Units.Select((unit, number) => new { inspection.Id, number, unit }));

    private static InspectionRow Write(Inspection inspection) => new()
    {
        Id = inspection.Id,
        Title = inspection.Content.Title,
        RegionCode = inspection.Content.Region.Text,
        Manner = (int)inspection.Content.Manner,
        State = (int)inspection.State,
        WasStarted = inspection.WasStarted,
        StartDate = Dates.Print(inspection.Content.Start),
        EndDate = Dates.Print(inspection.Content.End),
        Units = "",
        Tasks = Json.Write(inspection.Content.Tasks),
        CancelReason = inspection.CancelReason,
        Outcomes = Json.Write(inspection.Outcomes),
        CreateTime = Dates.Milliseconds(inspection.CreateTime),
        UpdateTime = Dates.Milliseconds(inspection.UpdateTime),
        Revision = inspection.Revision,
    };

    private static Inspection Read(InspectionRow row) => new()
    {
        Id = row.Id,
        Content = InspectionContent.Stored(
            row.Title,
            RegionCode.TryParse(row.RegionCode).GetValueOrDefault(),
            (InspectionManner)row.Manner,
            Dates.Parse(row.StartDate),
            Dates.Parse(row.EndDate),
            Json.Read<string[]>(row.Units),
            Json.Read<string[]>(row.Tasks)),
        State = (InspectionState)row.State,
        WasStarted = row.WasStarted,
        CancelReason = row.CancelReason,
        Outcomes = Json.Read<ImmutableArray<Outcome>>(row.Outcomes),
        FindingCount = row.FindingCount,
        OpenFindingCount = row.OpenFindingCount,
        CreateTime = Dates.Time(row.CreateTime),
        UpdateTime = Dates.Time(row.UpdateTime),
        Revision = row.Revision,
    };
}
