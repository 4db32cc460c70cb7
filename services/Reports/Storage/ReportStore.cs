using Fazhi.Hosting;
using Fazhi.Reports.V1;
using Microsoft.Data.Sqlite;

namespace Fazhi.Reports.Storage;

/// <summary>Reports in the service's store.</summary>
internal sealed class ReportStore(SqliteStore store, ChangeLog changes, Originals originals, TimeProvider time)
{
    private readonly CorrectionTable<Passage> corrections = new(Passage.Parser, passage => passage.CorrectedFields, time);
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
        store.ReadAsync(connection => Find(connection, id, full), cancellationToken);

    /// <summary>All reports in the basic view, by id.</summary>
    public Task<IReadOnlyList<Report>> AllAsync(CancellationToken cancellationToken) => store.ReadAsync(reports.All, cancellationToken);

    public Task<(Page<Report> Page, int Total)> ListAsync(
        ListReportsRequest request, DocumentFilter filter, int size, bool full, CancellationToken cancellationToken) =>
        store.ReadAsync(
            connection =>
            {
                var list = reports.List(connection, request, filter, size, full);
                foreach (var report in list.Page.Items)
                    Correct(connection, report);
                return list;
            },
            cancellationToken);

    /// <summary>Puts a new reading of a report in the place of the old one; what people set in its passages follows them.</summary>
    /// <exception cref="FazhiException">NOT_FOUND: there is no such report any more.</exception>
    public Task<Replacement> ReplaceAsync(StoredDocument document, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var name = ReportNames.Report.Format(document.Id);
            var old = reports.Find(connection, document.Id, full: true) ?? throw FazhiException.NotFound("Report", name);
            var (report, rest) = ((Report)document.Basic, (Report)document.Rest);
            report.ImportTime = old.ImportTime;
            var changed = !IsSame(old, report, rest);
            report.Etag = changed ? Etag.Of(report) : old.Etag;
            reports.Replace(transaction, document);
            if (!changed)
                return new Replacement(Changed: false, []);

            var unplaced = corrections.Place(transaction, document.Id, [.. rest.Passages.Select(passage => AnchorOf(passage, rest.Content.Text))]);
            changes.Append(transaction, name);
            return new Replacement(Changed: true, unplaced);
        },
        cancellationToken);

    /// <summary>Sets fields of a passage by hand, or gives them back to the platform.</summary>
    /// <returns>The report, and the passage as it is now.</returns>
    /// <exception cref="FazhiException">NOT_FOUND: there is no such passage; ABORTED: the etag is not that of the report.</exception>
    public Task<(Report Report, Passage Passage)> CorrectAsync(
        string id, int number, Passage values, IReadOnlyList<string> set, IReadOnlyList<string> reset, string etag, CancellationToken cancellationToken) =>
        store.WriteAsync(
            (connection, transaction) =>
            {
                var report = reports.Find(connection, id, full: true);
                if (report is null || number < 1 || number > report.Passages.Count)
                    throw FazhiException.NotFound("Passage", ReportNames.Passage.Format(id, ReportNames.Number(number)));
                Etag.Check(report.Etag, etag, "Report", report.Name);
                var passage = report.Passages[number - 1];
                corrections.Reset(transaction, id, number, reset);
                corrections.Set(transaction, id, number, values, set, AnchorOf(passage, report.Content.Text));
                corrections.Apply(connection, id, at => at == number ? passage : null);
                reports.Change(transaction, id, basic => basic.Etag = Etag.Of(new Report { Name = basic.Etag, Passages = { passage } }));
                changes.Append(transaction, report.Name);
                return (report, passage);
            },
            cancellationToken);

    /// <summary>Notes that all reports are to be taken in anew by those who follow them.</summary>
    public void TouchAll(SqliteTransaction transaction) =>
        changes.AppendAll(transaction, reports.All(transaction.Connection!).Select(report => report.Name));

    /// <summary>Removes a report and its original.</summary>
    /// <exception cref="FazhiException">NOT_FOUND, or ABORTED if the etag is not the current one.</exception>
    public Task DeleteAsync(string id, string etag, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var name = ReportNames.Report.Format(id);
            var report = reports.Find(connection, id, full: false) ?? throw FazhiException.NotFound("Report", name);
            Etag.Check(report.Etag, etag, "Report", name);
            reports.Delete(transaction, id);
            corrections.Delete(transaction, id);
            originals.Delete(transaction, report.Source.Sha256);
            changes.Append(transaction, name, deleted: true);
        },
        cancellationToken);

    public IAsyncEnumerable<Change<Report>> WatchAsync(string resumeToken, CancellationToken cancellationToken) =>
        changes.WatchAsync(resumeToken, (connection, name) => Find(connection, ReportNames.Report.Parse(name), full: true), cancellationToken);

    private Report? Find(SqliteConnection connection, string id, bool full)
    {
        var report = reports.Find(connection, id, full);
        if (report is not null)
            Correct(connection, report);
        return report;
    }

    private void Correct(SqliteConnection connection, Report report) =>
        corrections.Apply(connection, ReportNames.Report.Parse(report.Name), number => number <= report.Passages.Count ? report.Passages[number - 1] : null);

    // A newer reader that reads the same leaves the report as it is.
    private static bool IsSame(Report old, Report basic, Report rest)
    {
        var now = basic.Clone();
        now.MergeFrom(rest);
        (now.Etag, now.ReaderVersion) = (old.Etag, old.ReaderVersion);
        return now.Equals(old);
    }

    private static PartAnchor AnchorOf(Passage passage, string text) => new("", text.Substring(passage.Range.Start, passage.Range.Length));
}
