using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.Storage;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Contract = Fazhi.Plans.V1;
using DocumentType = Fazhi.Documents.DocumentType;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans;

/// <summary>Keeps imported plans and hands reports to the report service.</summary>
internal sealed class PlanKeeper(PlanStore store, TaskMentions mentions, ReportService.ReportServiceClient reports, TimeProvider time) : IDocumentKeeper
{
    public DocumentType Type => DocumentType.Plan;

    public async Task<DocumentSummary?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, full: false, cancellationToken) is { } plan ? DocumentSummaries.Of(plan) : null;

    public ResourceName Name => PlanNames.Plan;

    public async Task<bool> KeepAsync(ImportedDocument document, CancellationToken cancellationToken)
    {
        var (stored, tasks) = await PrepareAsync(document, cancellationToken);
        return await store.AddAsync(stored, tasks, document.Upload.Bytes, cancellationToken);
    }

    public async Task<Replacement> ReplaceAsync(ImportedDocument document, CancellationToken cancellationToken)
    {
        var (stored, tasks) = await PrepareAsync(document, cancellationToken);
        return await store.ReplaceAsync(stored, tasks, cancellationToken);
    }

    public async Task<IReadOnlyList<KeptDocument>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.AllAsync(cancellationToken)).Select(plan => new KeptDocument(PlanNames.Plan.Parse(plan.Name), plan.Source, plan.ReaderVersion))];

    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(id, "", cancellationToken);
        await mentions.ForgetAsync(PlanNames.Plan.Format(id), cancellationToken);
    }

    public Task<ImportDocumentResponse> ForwardAsync(Upload upload, CancellationToken cancellationToken) =>
        upload.ForwardAsync(reports.ImportDocument, cancellationToken);

    private async Task<(StoredDocument Stored, List<Contract.Task> Tasks)> PrepareAsync(ImportedDocument document, CancellationToken cancellationToken)
    {
        var plan = document.ToPlan(time.GetUtcNow());
        var stored = new StoredDocument
        {
            Id = document.Id,
            Sha256 = document.Upload.Sha256,
            Title = plan.Title,
            Kind = (int)plan.Kind,
            Status = (int)plan.Status,
            Region = plan.Region,
            Period = plan.Period,
            Basic = plan,
            Rest = new Plan { Content = document.Parsed.ToContent() },
        };
        var tasks = document.ToTasks().ToList();
        await mentions.ResolveAsync(plan, tasks, remember: true, cancellationToken);
        ImportLimits.CheckFits([stored.Basic, stored.Rest, .. tasks]);
        return (stored, tasks);
    }
}
