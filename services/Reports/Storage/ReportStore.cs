using Fazhi.Hosting;
using Fazhi.Reports.V1;

namespace Fazhi.Reports.Storage;

/// <summary>Reports in the service's store.</summary>
internal sealed class ReportStore(SqliteStore store, ChangeLog changes, Originals originals)
{
    private readonly DocumentTable<Report> reports = new("reports", Report.Parser);

    public Task<bool> AddAsync(StoredDocument document, byte[] original, CancellationToken cancellationToken) => store.WriteAsync(
        (_, transaction) =>
        {
            originals.Save(transaction, original);
            if (!reports.Insert(transaction, document))
                return false;

            changes.Append(transaction, ReportNames.Report.Format(document.Id));
            return true;
        },
        cancellationToken);

    public Task<Report?> FindAsync(string id, bool full, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => reports.Find(connection, id, full), cancellationToken);

    public Task<(Page<Report> Page, int Total)> ListAsync(
        ListReportsRequest request, DocumentFilter filter, int size, bool full, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => reports.List(connection, request, filter, size, full), cancellationToken);

    /// <summary>Removes a report and its original.</summary>
    /// <exception cref="FazhiException">NOT_FOUND, or ABORTED if the etag is not the current one.</exception>
    public Task DeleteAsync(string id, string etag, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var name = ReportNames.Report.Format(id);
            var report = reports.Find(connection, id, full: false) ?? throw FazhiException.NotFound("Report", name);
            Etag.Check(report.Etag, etag, "Report", name);
            reports.Delete(transaction, id);
            originals.Delete(transaction, report.Source.Sha256);
            changes.Append(transaction, name, deleted: true);
        },
        cancellationToken);

    public IAsyncEnumerable<Change<Report>> WatchAsync(string resumeToken, CancellationToken cancellationToken) =>
        changes.WatchAsync(resumeToken, (connection, name) => reports.Find(connection, ReportNames.Report.Parse(name), full: true), cancellationToken);
}
