using Fazhi.Hosting;
using Fazhi.Supervision.Checks;
using Fazhi.Supervision.Mapping;
using Fazhi.Supervision.Storage;
using Fazhi.Supervision.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using DomainFinding = Fazhi.Supervision.Findings.Finding;
using DomainInspection = Fazhi.Supervision.Inspections.Inspection;

namespace Fazhi.Supervision;

/// <summary>Translates between the contract and the domain; the rules are in <see cref="DomainInspection"/> and <see cref="DomainFinding"/>.</summary>
internal sealed class SupervisionGrpcService(SupervisionStore store, TimeProvider time) : SupervisionService.SupervisionServiceBase
{
    private const string AllInspections = "inspections/-";

    public override async Task<Inspection> CreateInspection(CreateInspectionRequest request, ServerCallContext context) =>
        (await store.CreateInspectionAsync(request.Inspection.ToContent(), request, context.CancellationToken)).ToProto();

    public override async Task<Inspection> GetInspection(GetInspectionRequest request, ServerCallContext context) =>
        (await store.GetInspectionAsync(SupervisionNames.Inspection.Parse(request.Name), context.CancellationToken)).ToProto();

    public override async Task<ListInspectionsResponse> ListInspections(ListInspectionsRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        if (request.RegionCode.Length > 0)
            checks.Region("region_code", request.RegionCode);
        if (request.State != Inspection.Types.State.Unspecified)
            checks.Member("state", request.State);
        if (request.Year is < 0 or > 9999)
            checks.Wrong("year", "应为四位年份");
        checks.ThrowIfAnyWrong();

        var (page, total) = await store.ListInspectionsAsync(request, context.CancellationToken);
        return new ListInspectionsResponse
        {
            Inspections = { page.Items.Select(inspection => inspection.ToProto()) },
            NextPageToken = page.NextPageToken,
            TotalSize = total,
        };
    }

    public override Task<Inspection> UpdateInspection(UpdateInspectionRequest request, ServerCallContext context)
    {
        var changed = request.Inspection ?? throw FazhiException.InvalidArgument("inspection", "不能为空");
        return ChangeInspection(
            changed.Name, changed.Etag, context, (inspection, now) => inspection.Change(inspection.Merge(changed, request.UpdateMask), now), "inspection.name");
    }

    public override Task<Inspection> StartInspection(StartInspectionRequest request, ServerCallContext context) =>
        ChangeInspection(request.Name, request.Etag, context, (inspection, now) => inspection.Start(now));

    public override Task<Inspection> ConcludeInspection(ConcludeInspectionRequest request, ServerCallContext context)
    {
        var outcomes = request.Outcomes.Select(outcome => outcome.ToDomain()).ToList();
        return ChangeInspection(request.Name, request.Etag, context, (inspection, now) => inspection.Conclude(outcomes, now));
    }

    public override Task<Inspection> CancelInspection(CancelInspectionRequest request, ServerCallContext context)
    {
        var reason = RequiredText("reason", request.Reason);
        return ChangeInspection(request.Name, request.Etag, context, (inspection, now) => inspection.Cancel(reason, now));
    }

    public override async Task<Empty> DeleteInspection(DeleteInspectionRequest request, ServerCallContext context)
    {
        await store.DeleteInspectionAsync(SupervisionNames.Inspection.Parse(request.Name), request.Etag, context.CancellationToken);
        return new Empty();
    }

    public override async Task<Finding> CreateFinding(CreateFindingRequest request, ServerCallContext context)
    {
        var inspectionId = SupervisionNames.Inspection.Parse(request.Parent, "parent");
        return ToProto(await store.CreateFindingAsync(inspectionId, request.Finding.ToContent(), request, context.CancellationToken));
    }

    public override async Task<Finding> GetFinding(GetFindingRequest request, ServerCallContext context) =>
        ToProto(await store.GetFindingAsync(request.Name, context.CancellationToken));

    public override async Task<ListFindingsResponse> ListFindings(ListFindingsRequest request, ServerCallContext context)
    {
        var inspectionId = request.Parent == AllInspections ? "" : SupervisionNames.Inspection.Parse(request.Parent, "parent");
        var checks = new FieldChecks();
        if (request.State != Finding.Types.State.Unspecified)
            checks.Member("state", request.State);
        checks.ThrowIfAnyWrong();

        var (page, total) = await store.ListFindingsAsync(request, inspectionId, context.CancellationToken);
        return new ListFindingsResponse { Findings = { page.Items.Select(ToProto) }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override Task<Finding> StartRectification(StartRectificationRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var measures = checks.Text("measures", request.Measures);
        var deadline = checks.Date("deadline", request.Deadline);
        checks.ThrowIfAnyWrong();
        return ChangeFinding(request.Name, request.Etag, context, (finding, now) => finding.StartRectification(measures, deadline, now));
    }

    public override Task<Finding> SubmitRectification(SubmitRectificationRequest request, ServerCallContext context)
    {
        var result = RequiredText("result", request.Result);
        return ChangeFinding(request.Name, request.Etag, context, (finding, now) => finding.Submit(result, now));
    }

    public override Task<Finding> ReturnRectification(ReturnRectificationRequest request, ServerCallContext context)
    {
        var reason = RequiredText("reason", request.Reason);
        return ChangeFinding(request.Name, request.Etag, context, (finding, now) => finding.Return(reason, now));
    }

    public override Task<Finding> CloseFinding(CloseFindingRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var comment = checks.Text("comment", request.Comment, required: false);
        checks.ThrowIfAnyWrong();
        return ChangeFinding(request.Name, request.Etag, context, (finding, now) => finding.Close(comment, now));
    }

    public override async Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
    {
        await foreach (var change in store.WatchAsync(request.ResumeToken, context.CancellationToken))
            await responseStream.WriteAsync(ToProto(change), context.CancellationToken);
    }

    private WatchChangesResponse ToProto(Change<object> change)
    {
        var response = new WatchChangesResponse
        {
            ResumeToken = change.Entry.ResumeToken,
            CaughtUp = change.Entry.CaughtUp,
            Name = change.Entry.Name,
            Deleted = change.Entry.Deleted,
        };
        if (change.Resource is DomainInspection inspection)
            response.Inspection = inspection.ToProto();
        if (change.Resource is DomainFinding finding)
            response.Finding = ToProto(finding);
        return response;
    }

    private async Task<Inspection> ChangeInspection(
        string name, string etag, ServerCallContext context, Func<DomainInspection, DateTimeOffset, DomainInspection> step, string field = "name") =>
        (await store.ChangeInspectionAsync(SupervisionNames.Inspection.Parse(name, field), etag, step, context.CancellationToken)).ToProto();

    private async Task<Finding> ChangeFinding(string name, string etag, ServerCallContext context, Func<DomainFinding, DateTimeOffset, DomainFinding> step) =>
        ToProto(await store.ChangeFindingAsync(name, etag, step, context.CancellationToken));

    private Finding ToProto(DomainFinding finding) => finding.ToProto(Dates.Today(time));

    private static string RequiredText(string field, string value)
    {
        var checks = new FieldChecks();
        var text = checks.Text(field, value);
        checks.ThrowIfAnyWrong();
        return text;
    }
}
