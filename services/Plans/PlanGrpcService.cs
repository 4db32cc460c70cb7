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
internal sealed class PlanGrpcService(PlanStore store, TaskMentions mentions, TaskThemes themes, TaskCorrections corrections, DocumentImporter importer, DocumentReprocessor reprocessor, Originals originals) : PlanService.PlanServiceBase
{
    private const int MaxFullPageSize = 20;

    public override Task<ImportDocumentResponse> ImportDocument(IAsyncStreamReader<ImportDocumentRequest> requestStream, ServerCallContext context) =>
        importer.ImportAsync(requestStream, context.CancellationToken);

    public override async Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var plan = await store.FindAsync(PlanNames.Plan.Parse(request.Name), request.View != PlanView.Basic, context.CancellationToken)
            ?? throw FazhiException.NotFound("Plan", request.Name);
        await CompleteAsync(plan, plan.Tasks, context.CancellationToken);
        return plan;
    }

    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        var full = request.View == PlanView.Full;
        var size = PageSize.Of(request.PageSize, full ? MaxFullPageSize : 50, full ? MaxFullPageSize : 200);
        var filter = new DocumentFilter(request.RegionCode, request.Year, (int)request.Kind, (int)request.Status, request.Text).Checked();
        var (page, total) = await store.ListAsync(request, filter, size, full, context.CancellationToken);
        foreach (var plan in page.Items)
            await CompleteAsync(plan, plan.Tasks, context.CancellationToken);
        return new ListPlansResponse { Plans = { page.Items }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override async Task<ListTasksResponse> ListTasks(ListTasksRequest request, ServerCallContext context)
    {
        var id = PlanNames.Plan.Parse(request.Parent, "parent");
        var size = PageSize.Of(request.PageSize, 100, 1000);
        var after = PageToken.Read(request, 1) is { } key ? int.Parse(key[0], CultureInfo.InvariantCulture) : 0;
        var (plan, tasks) = await store.ListTasksAsync(id, after, size + 1, context.CancellationToken)
            ?? throw FazhiException.NotFound("Plan", request.Parent);
        var page = Page.Of(request, size, tasks, task => [PlanNames.Task.Parse(task.Name)]);
        await CompleteAsync(plan, page.Items, context.CancellationToken);
        return new ListTasksResponse { Tasks = { page.Items }, NextPageToken = page.NextPageToken, TotalSize = plan.TaskCount };
    }

    public override async Task<V1.Task> UpdateTask(UpdateTaskRequest request, ServerCallContext context)
    {
        var (set, reset) = CorrectionMasks.Read(request.UpdateMask, request.ResetMask, TaskCorrections.Fields);
        var given = request.Task ?? throw FazhiException.InvalidArgument("task", "不能为空");
        var ids = PlanNames.Task.ParseAll(given.Name, "task.name");
        if (!int.TryParse(ids[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            throw FazhiException.InvalidArgument("task.name", $"“{given.Name}”中的任务序号应从 1 开始");
        var values = corrections.Check(given, set);
        var (plan, task) = await store.CorrectAsync(ids[0], number, values, set, reset, request.PlanEtag, context.CancellationToken);
        await CompleteAsync(plan, [task], context.CancellationToken);
        return task;
    }

    public override Task ReprocessDocuments(ReprocessDocumentsRequest request, IServerStreamWriter<ReprocessDocumentsResponse> responseStream, ServerCallContext context) =>
        reprocessor.RunAsync(request, responseStream, context.CancellationToken);

    public override async Task<Empty> DeletePlan(DeletePlanRequest request, ServerCallContext context)
    {
        await store.DeleteAsync(PlanNames.Plan.Parse(request.Name), request.Etag, context.CancellationToken);
        await mentions.ForgetAsync(request.Name, context.CancellationToken);
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
            if (plan is not null)
                themes.Fill(plan.Period, plan.Tasks);
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

    private async Task CompleteAsync(Plan plan, IReadOnlyCollection<V1.Task> tasks, CancellationToken cancellationToken)
    {
        themes.Fill(plan.Period, tasks);
        await mentions.RefreshAsync(plan, tasks, cancellationToken);
    }
}
