using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.Storage;
using DocumentType = Fazhi.Documents.DocumentType;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Reports;

/// <summary>Keeps imported reports and hands plans to the plan service.</summary>
internal sealed class ReportKeeper(ReportStore store, PlanService.PlanServiceClient plans, TimeProvider time) : IDocumentKeeper
{
    public DocumentType Type => DocumentType.Report;

    public async Task<DocumentSummary?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, full: false, cancellationToken) is { } report ? DocumentSummaries.Of(report) : null;

    public ResourceName Name => ReportNames.Report;

    public Task<bool> KeepAsync(ImportedDocument document, CancellationToken cancellationToken) =>
        store.AddAsync(Prepare(document), document.Upload.Bytes, cancellationToken);

    public Task<Replacement> ReplaceAsync(ImportedDocument document, CancellationToken cancellationToken) =>
        store.ReplaceAsync(Prepare(document), cancellationToken);

    public async Task<IReadOnlyList<KeptDocument>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.AllAsync(cancellationToken)).Select(report => new KeptDocument(ReportNames.Report.Parse(report.Name), report.Source, report.ReaderVersion))];

    public Task RemoveAsync(string id, CancellationToken cancellationToken) => store.DeleteAsync(id, "", cancellationToken);

    public Task<ImportDocumentResponse> ForwardAsync(Upload upload, CancellationToken cancellationToken) =>
        upload.ForwardAsync(plans.ImportDocument, cancellationToken);

    private StoredDocument Prepare(ImportedDocument document)
    {
        var report = document.ToReport(time.GetUtcNow());
        var stored = new StoredDocument
        {
            Id = document.Id,
            Sha256 = document.Upload.Sha256,
            Title = report.Title,
            Region = report.Region,
            Period = DocumentSummaries.PeriodOf(report),
            Basic = report,
            Rest = document.ToRest(),
        };
        ImportLimits.CheckFits(stored.Basic, stored.Rest);
        return stored;
    }
}
