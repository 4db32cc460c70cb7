using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.Storage;
using Fazhi.Plans.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans;

/// <summary><c>fazhi.plans.v1.PlanService</c>: translates between the contract and the store.</summary>
internal sealed class PlanGrpcService(PlanStore store, DocumentImporter importer, DocumentReprocessor reprocessor, Originals originals) : PlanService.PlanServiceBase
{
    private const int MaxFullPageSize = 20;

    public override Task<ImportDocumentResponse> ImportDocument(IAsyncStreamReader<ImportDocumentRequest> requestStream, ServerCallContext context) =>
        importer.ImportAsync(requestStream, context.CancellationToken);

    public override async Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context) =>
        await store.FindAsync(PlanNames.Plan.Parse(request.Name), request.View != PlanView.Basic, context.CancellationToken)
        ?? throw FazhiException.NotFound("Plan", request.Name);

    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        var full = request.View == PlanView.Full;
        var size = PageSize.Of(request.PageSize, full ? MaxFullPageSize : 50, full ? MaxFullPageSize : 200);
        var filter = new DocumentFilter(request.RegionCode, request.Year, (int)request.Kind, (int)request.Status, request.Text).Checked();
        var (page, total) = await store.ListAsync(request, filter, size, full, context.CancellationToken);
        return new ListPlansResponse { Plans = { page.Items }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override async Task<ListTasksResponse> ListTasks(ListTasksRequest request, ServerCallContext context)
    {
        var id = PlanNames.Plan.Parse(request.Parent, "parent");
        var size = PageSize.Of(request.PageSize, 100, 1000);
        var after = PageToken.Read(request, 1) is { } key ? int.Parse(key[0], CultureInfo.InvariantCulture) : 0;
        var (tasks, total) = await store.ListTasksAsync(id, after, size + 1, context.CancellationToken)
            ?? throw FazhiException.NotFound("Plan", request.Parent);
        var page = Page.Of(request, size, tasks, task => [PlanNames.Task.Parse(task.Name)]);
        return new ListTasksResponse { Tasks = { page.Items }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override Task ReprocessDocuments(ReprocessDocumentsRequest request, IServerStreamWriter<ReprocessDocumentsResponse> responseStream, ServerCallContext context) =>
        reprocessor.RunAsync(request, responseStream, context.CancellationToken);

    public override async Task<Empty> DeletePlan(DeletePlanRequest request, ServerCallContext context)
    {
        await store.DeleteAsync(PlanNames.Plan.Parse(request.Name), request.Etag, context.CancellationToken);
        return new Empty();
    }

    public override async Task DownloadOriginal(DownloadOriginalRequest request, IServerStreamWriter<OriginalChunk> responseStream, ServerCallContext context)
    {
        var plan = await store.FindAsync(PlanNames.Plan.Parse(request.Name), full: false, context.CancellationToken)
            ?? throw FazhiException.NotFound("Plan", request.Name);
        await originals.SendAsync(plan.Source, responseStream, context.CancellationToken);
    }

    public override async Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
    {
        await foreach (var (entry, plan) in store.WatchAsync(request.ResumeToken, context.CancellationToken))
        {
            var message = new WatchChangesResponse
            {
                ResumeToken = entry.ResumeToken,
                CaughtUp = entry.CaughtUp,
                Name = entry.Name,
                Deleted = entry.Deleted,
                Plan = plan,
            };
            await responseStream.WriteAsync(message, context.CancellationToken);
        }
    }
}
