using System.Collections.Immutable;
using Dapper;
using Fazhi.Hosting;
using Fazhi.Supervision.Findings;
using Fazhi.Supervision.V1;
using Microsoft.Data.Sqlite;
using Finding = Fazhi.Supervision.Findings.Finding;
using FindingEvent = Fazhi.Supervision.Findings.FindingEvent;

namespace Fazhi.Supervision.Storage;

/// <summary>SQL of the findings.</summary>
internal static class FindingTable
{
    private const string Select =
        """
        SELECT sequence, inspection_id AS InspectionId, number, problem, severity, unit, task, state, measures, deadline, result, events,
               create_time AS CreateTime, update_time AS UpdateTime, revision
        FROM findings
        """;

    private const string Where =
        """
        WHERE (@inspectionId = '' OR inspection_id = @inspectionId)
          AND (@state = 0 OR state = @state)
          AND (@unit = '' OR unit = @unit)
          AND (NOT @overdue OR (state <> 4 AND deadline < @today))
        """;

    public static Finding? Find(SqliteConnection connection, string inspectionId, int number) =>
        connection.QuerySingleOrDefault<FindingRow>($"{Select} WHERE inspection_id = @inspectionId AND number = @number", new { inspectionId, number }) is { } row
            ? Read(row)
            : null;

    /// <param name="connection">A reader.</param>
    /// <param name="request">The request.</param>
    /// <param name="inspectionId">Id of the inspection; empty for all.</param>
    /// <param name="today">The day by which a finding is overdue or not.</param>
    public static (Page<Finding> Page, int Total) List(SqliteConnection connection, ListFindingsRequest request, string inspectionId, DateOnly today)
    {
        var size = PageSize.Of(request.PageSize, maxSize: SupervisionStore.MaxPageSize);
        var filter = new
        {
            inspectionId,
            state = (int)request.State,
            unit = request.Unit,
            overdue = request.Overdue,
            today = Dates.Print(today),
            before = SupervisionStore.Before(request),
            limit = size + 1,
        };
        var rows = connection.Query<FindingRow>($"{Select} {Where} AND sequence < @before ORDER BY sequence DESC LIMIT @limit", filter).ToList();
        var page = Page.Of(request, size, rows, row => [$"{row.Sequence}"]);
        return (new Page<Finding>([.. page.Items.Select(Read)], page.NextPageToken), connection.ExecuteScalar<int>($"SELECT count(*) FROM findings {Where}", filter));
    }

    /// <summary>The number of the next finding of an inspection. Findings are never removed, so none is given twice.</summary>
    public static int NextNumber(SqliteConnection connection, string inspectionId) => connection.ExecuteScalar<int>(
        "SELECT coalesce(max(number), 0) + 1 FROM findings WHERE inspection_id = @inspectionId", new { inspectionId });

    public static void Insert(SqliteConnection connection, Finding finding) => connection.Execute(
        """
        INSERT INTO findings (inspection_id, number, problem, severity, unit, task, state, measures, deadline, result, events, create_time, update_time, revision)
        VALUES (@InspectionId, @Number, @Problem, @Severity, @Unit, @Task, @State, @Measures, @Deadline, @Result, @Events, @CreateTime, @UpdateTime, @Revision)
        """,
        Write(finding));

    public static void Update(SqliteConnection connection, Finding finding) => connection.Execute(
        """
        UPDATE findings
        SET state = @State, measures = @Measures, deadline = @Deadline, result = @Result, events = @Events, update_time = @UpdateTime, revision = @Revision
        WHERE inspection_id = @InspectionId AND number = @Number
        """,
        Write(finding));

    private static FindingRow Write(Finding finding) => new()
    {
        InspectionId = finding.InspectionId,
        Number = finding.Number,
        Problem = finding.Content.Problem,
        Severity = (int)finding.Content.Severity,
        Unit = finding.Content.Unit,
        Task = finding.Content.Task,
        State = (int)finding.State,
        Measures = finding.Measures,
        Deadline = finding.Deadline is { } deadline ? Dates.Print(deadline) : null,
        Result = finding.Result,
        Events = Json.Write(finding.Events),
        CreateTime = Dates.Milliseconds(finding.CreateTime),
        UpdateTime = Dates.Milliseconds(finding.UpdateTime),
        Revision = finding.Revision,
    };

    private static Finding Read(FindingRow row) => new()
    {
        InspectionId = row.InspectionId,
        Number = row.Number,
        Content = FindingContent.Stored(row.Problem, (FindingSeverity)row.Severity, row.Unit, row.Task),
        State = (FindingState)row.State,
        Measures = row.Measures,
        Deadline = row.Deadline is { } deadline ? Dates.Parse(deadline) : null,
        Result = row.Result,
        Events = Json.Read<ImmutableList<FindingEvent>>(row.Events),
        CreateTime = Dates.Time(row.CreateTime),
        UpdateTime = Dates.Time(row.UpdateTime),
        Revision = row.Revision,
    };
}
