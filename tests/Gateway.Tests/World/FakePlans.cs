using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Google.Protobuf;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakePlans(FakeLibrary library) : PlanService.PlanServiceBase
{
    public override Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context)
        => Task.FromResult(library.Plans.TryGetValue(request.Name, out var plan) ? plan : throw FazhiException.NotFound("plan", request.Name));

    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        var plans = library.Plans.Values.Where(plan => plan.Title.Contains(request.Text, StringComparison.Ordinal)
            && (request.Year == 0 || plan.Period.StartYear == request.Year)).ToList();
        return Task.FromResult(new ListPlansResponse { Plans = { plans }, TotalSize = plans.Count, NextPageToken = plans.Count > 1 ? "more" : "" });
    }

    public override async Task DownloadOriginal(DownloadOriginalRequest request, IServerStreamWriter<OriginalChunk> responseStream, ServerCallContext context)
    {
        var (bytes, source) = library.Originals.TryGetValue(request.Name, out var found)
            ? (found, library.Plans[request.Name].Source)
            : throw FazhiException.NotFound("plan", request.Name);
        await responseStream.WriteAsync(new OriginalChunk { Source = source });
        foreach (var piece in bytes.Chunk(64 * 1024))
            await responseStream.WriteAsync(new OriginalChunk { Data = ByteString.CopyFrom(piece) }, context.CancellationToken);
    }
}
