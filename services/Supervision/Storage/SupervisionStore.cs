using System.Globalization;
using Fazhi.Hosting;
using Fazhi.Supervision.Findings;
using Fazhi.Supervision.Inspections;
using Fazhi.Supervision.V1;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Finding = Fazhi.Supervision.Findings.Finding;
using Inspection = Fazhi.Supervision.Inspections.Inspection;

namespace Fazhi.Supervision.Storage;

/// <summary>Inspections and findings: each command is one transaction over rows, change feed and request ids.</summary>
internal sealed class SupervisionStore(SqliteStore store, ChangeLog changes, RequestIds requestIds, TimeProvider time)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>The sequence before which a page begins: lists show the newest first.</summary>
    public static long Before(IMessage request) =>
        PageToken.Read(request, 1) is { } key ? long.Parse(key[0], CultureInfo.InvariantCulture) : long.MaxValue;

    public Task<Inspection> CreateInspectionAsync(InspectionContent content, CreateInspectionRequest request, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (requestIds.Find(transaction, request.RequestId, request) is { } earlier)
                return Existing(connection, SupervisionNames.Inspection.Parse(earlier));

            var inspection = Inspection.Plan(Guid.CreateVersion7().ToString("N"), content, Dates.Now(time));
            InspectionTable.Insert(connection, inspection);
            changes.Append(transaction, inspection.Name);
            requestIds.Save(transaction, request.RequestId, request, inspection.Name);
            return inspection;
        },
        cancellationToken);

    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task<Inspection> GetInspectionAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Existing(connection, id), cancellationToken);

    public Task<(Page<Inspection> Page, int Total)> ListInspectionsAsync(ListInspectionsRequest request, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => InspectionTable.List(connection, request), cancellationToken);

    /// <summary>Takes one step of an inspection.</summary>
    /// <exception cref="FazhiException">NOT_FOUND; ABORTED if the etag is not the current one; whatever the step refuses.</exception>
    public Task<Inspection> ChangeInspectionAsync(string id, string etag, Func<Inspection, DateTimeOffset, Inspection> step, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var inspection = step(Checked(connection, id, etag), Dates.Now(time));
            InspectionTable.Update(connection, inspection);
            changes.Append(transaction, inspection.Name);
            return inspection;
        },
        cancellationToken);

    /// <exception cref="FazhiException">NOT_FOUND; ABORTED if the etag is not the current one; FAILED_PRECONDITION if it was started.</exception>
    public Task DeleteInspectionAsync(string id, string etag, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var inspection = Checked(connection, id, etag);
            inspection.EnsureRemovable();
            InspectionTable.Delete(connection, id);
            changes.Append(transaction, inspection.Name, deleted: true);
        },
        cancellationToken);

    public Task<Finding> CreateFindingAsync(string inspectionId, FindingContent content, CreateFindingRequest request, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (requestIds.Find(transaction, request.RequestId, request) is { } earlier)
                return Existing(connection, earlier, SupervisionNames.ParseFinding(earlier));

            Existing(connection, inspectionId).EnsureTakesFindingOf(content.Unit);
            var finding = Finding.Record(inspectionId, FindingTable.NextNumber(connection, inspectionId), content, Dates.Now(time));
            FindingTable.Insert(connection, finding);
            Announce(transaction, finding);
            requestIds.Save(transaction, request.RequestId, request, finding.Name);
            return finding;
        },
        cancellationToken);

    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task<Finding> GetFindingAsync(string name, CancellationToken cancellationToken)
    {
        var key = SupervisionNames.ParseFinding(name);
        return store.ReadAsync(connection => Existing(connection, name, key), cancellationToken);
    }

    /// <exception cref="FazhiException">NOT_FOUND: there is no such inspection.</exception>
    public Task<(Page<Finding> Page, int Total)> ListFindingsAsync(ListFindingsRequest request, string inspectionId, CancellationToken cancellationToken) => store.ReadAsync(
        connection =>
        {
            if (inspectionId.Length > 0)
                Existing(connection, inspectionId);
            return FindingTable.List(connection, request, inspectionId, Dates.Today(time));
        },
        cancellationToken);

    /// <summary>Takes one step of a finding.</summary>
    /// <exception cref="FazhiException">NOT_FOUND; ABORTED if the etag is not the current one; whatever the step refuses.</exception>
    public Task<Finding> ChangeFindingAsync(string name, string etag, Func<Finding, DateTimeOffset, Finding> step, CancellationToken cancellationToken)
    {
        var key = SupervisionNames.ParseFinding(name);
        return store.WriteAsync(
            (connection, transaction) =>
            {
                var current = Existing(connection, name, key);
                Etag.Check(current.Etag, etag, "Finding", name);
                var finding = step(current, Dates.Now(time));
                FindingTable.Update(connection, finding);
                Announce(transaction, finding);
                return finding;
            },
            cancellationToken);
    }

    /// <summary>The change feed; the resource of a change is an <see cref="Inspection"/> or a <see cref="Finding"/>.</summary>
    public IAsyncEnumerable<Change<object>> WatchAsync(string resumeToken, CancellationToken cancellationToken) => changes.WatchAsync<object>(
        resumeToken,
        (connection, name) => SupervisionNames.Inspection.TryParse(name) is { } ids
            ? InspectionTable.Find(connection, ids[0])
            : Existing(connection, name, SupervisionNames.ParseFinding(name)),
        cancellationToken);

    // The inspection shows counts of its findings: it has changed with them.
    private void Announce(SqliteTransaction transaction, Finding finding)
    {
        changes.Append(transaction, finding.Name);
        changes.Append(transaction, SupervisionNames.Inspection.Format(finding.InspectionId));
    }

    private static Inspection Checked(SqliteConnection connection, string id, string etag)
    {
        var inspection = Existing(connection, id);
        Etag.Check(inspection.Etag, etag, "Inspection", inspection.Name);
        return inspection;
    }

    private static Inspection Existing(SqliteConnection connection, string id) =>
        InspectionTable.Find(connection, id) ?? throw FazhiException.NotFound("Inspection", SupervisionNames.Inspection.Format(id));

    private static Finding Existing(SqliteConnection connection, string name, (string InspectionId, int Number)? key) =>
        (key is { } known ? FindingTable.Find(connection, known.InspectionId, known.Number) : null) ?? throw FazhiException.NotFound("Finding", name);
}
