using Fazhi.Supervision.V1;
using Fazhi.Testing;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Supervision.Tests;

/// <summary>The service over a real socket.</summary>
public sealed class SupervisionServiceTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private RealHost host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SupervisionService.SupervisionServiceClient Client => host.Client<SupervisionService.SupervisionServiceClient>();

    public async ValueTask InitializeAsync() => host = await RealHost.StartAsync(Program.Build, folder.Path);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Fact]
    public async Task Inspection_runs_from_plan_to_closed_findings()
    {
        var inspection = await Create();
        Assert.Equal(Inspection.Types.State.Planned, inspection.State);
        inspection = await Client.StartInspectionAsync(new StartInspectionRequest { Name = inspection.Name, Etag = inspection.Etag }, cancellationToken: Cancel);
        Assert.Equal(Inspection.Types.State.InProgress, inspection.State);

        var finding = await Record(inspection, "执法文书未归档");
        Assert.Equal($"{inspection.Name}/findings/1", finding.Name);
        inspection = await Get(inspection.Name);
        Assert.Equal((1, 1), (inspection.FindingCount, inspection.OpenFindingCount));

        inspection = await Client.ConcludeInspectionAsync(
            new ConcludeInspectionRequest
            {
                Name = inspection.Name,
                Etag = inspection.Etag,
                Outcomes = { new InspectionOutcome { Unit = "县教育局", Kind = InspectionOutcome.Types.Kind.Talk, Text = "限期整改" } },
            },
            cancellationToken: Cancel);
        Assert.Equal(Inspection.Types.State.Concluded, inspection.State);
        Assert.Equal("限期整改", Assert.Single(inspection.Outcomes).Text);

        finding = await Client.StartRectificationAsync(new StartRectificationRequest { Name = finding.Name, Measures = "补齐归档", Deadline = "2024-06-30" }, cancellationToken: Cancel);
        Assert.True(finding.Overdue);
        finding = await Client.SubmitRectificationAsync(new SubmitRectificationRequest { Name = finding.Name, Result = "已补齐" }, cancellationToken: Cancel);
        finding = await Client.ReturnRectificationAsync(new ReturnRectificationRequest { Name = finding.Name, Reason = "仍缺两份" }, cancellationToken: Cancel);
        finding = await Client.SubmitRectificationAsync(new SubmitRectificationRequest { Name = finding.Name, Result = "全部补齐" }, cancellationToken: Cancel);
        finding = await Client.CloseFindingAsync(new CloseFindingRequest { Name = finding.Name, Comment = "同意销号" }, cancellationToken: Cancel);

        Assert.Equal(Finding.Types.State.Closed, finding.State);
        Assert.False(finding.Overdue);
        Assert.Equal("全部补齐", finding.Result);
        Assert.Equal(["", "补齐归档", "已补齐", "仍缺两份", "全部补齐", "同意销号"], finding.Events.Select(step => step.Comment));
        inspection = await Get(inspection.Name);
        Assert.Equal((1, 0), (inspection.FindingCount, inspection.OpenFindingCount));
        Assert.Equal(finding, await Client.GetFindingAsync(new GetFindingRequest { Name = finding.Name }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        var inspection = await Client.StartInspectionAsync(new StartInspectionRequest { Name = (await Create()).Name }, cancellationToken: Cancel);
        var finding = await Record(inspection, "问题");
        inspection = await Get(inspection.Name);

        await host.DisposeAsync();
        host = await RealHost.StartAsync(Program.Build, folder.Path);

        Assert.Equal(inspection, await Get(inspection.Name));
        Assert.Equal(finding, await Client.GetFindingAsync(new GetFindingRequest { Name = finding.Name }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Update_changes_what_the_mask_names_and_nothing_else()
    {
        var inspection = await Create();
        var changed = new Inspection { Name = inspection.Name, Etag = inspection.Etag, Title = "新标题", Units = { "县公安局" }, EndDate = "nonsense" };

        var updated = await Client.UpdateInspectionAsync(
            new UpdateInspectionRequest { Inspection = changed, UpdateMask = new FieldMask { Paths = { "title", "units" } } }, cancellationToken: Cancel);

        Assert.Equal(("新标题", inspection.EndDate, inspection.Manner), (updated.Title, updated.EndDate, updated.Manner));
        Assert.Equal(["县公安局"], updated.Units);
        Assert.Equal(inspection.Tasks, updated.Tasks);
        Assert.NotEqual(inspection.Etag, updated.Etag);
        Assert.Equal(updated, await Get(inspection.Name));
    }

    [Fact]
    public async Task Update_without_a_mask_changes_all_fields_that_can_be_changed()
    {
        var inspection = await Create();
        var changed = New("全部改");
        changed.Name = inspection.Name;
        changed.Manner = Inspection.Types.Manner.Online;
        changed.Tasks.Clear();
        var updated = await Client.UpdateInspectionAsync(new UpdateInspectionRequest { Inspection = changed }, cancellationToken: Cancel);
        Assert.Equal(("全部改", Inspection.Types.Manner.Online, 0), (updated.Title, updated.Manner, updated.Tasks.Count));
    }

    [Theory]
    [InlineData("region_code")]
    [InlineData("state")]
    [InlineData("nonsense")]
    public async Task Update_of_a_field_that_cannot_be_changed_is_refused(string field)
    {
        var inspection = await Create();
        var request = new UpdateInspectionRequest { Inspection = new Inspection { Name = inspection.Name }, UpdateMask = new FieldMask { Paths = { field } } };
        await Refused(["update_mask"], () => Client.UpdateInspectionAsync(request, cancellationToken: Cancel));
        Assert.Equal(inspection, await Get(inspection.Name));
    }

    [Fact]
    public async Task Outdated_etag_is_refused_everywhere_and_changes_nothing()
    {
        var inspection = await Create();
        var before = await Get(inspection.Name);
        const string Old = "outdated";
        Func<AsyncUnaryCall<Inspection>>[] calls =
        [
            () => Client.StartInspectionAsync(new StartInspectionRequest { Name = inspection.Name, Etag = Old }, cancellationToken: Cancel),
            () => Client.CancelInspectionAsync(new CancelInspectionRequest { Name = inspection.Name, Etag = Old, Reason = "不再需要" }, cancellationToken: Cancel),
            () => Client.ConcludeInspectionAsync(new ConcludeInspectionRequest { Name = inspection.Name, Etag = Old }, cancellationToken: Cancel),
            () => Client.UpdateInspectionAsync(new UpdateInspectionRequest { Inspection = new Inspection { Name = inspection.Name, Etag = Old, Title = "x" } }, cancellationToken: Cancel),
        ];
        foreach (var call in calls)
            await RpcAssert.FailsAsync(StatusCode.Aborted, "ETAG_MISMATCH", call);
        await RpcAssert.FailsAsync(
            StatusCode.Aborted, "ETAG_MISMATCH", () => Client.DeleteInspectionAsync(new DeleteInspectionRequest { Name = inspection.Name, Etag = Old }, cancellationToken: Cancel));
        Assert.Equal(before, await Get(inspection.Name));

        await Start(inspection);
        var finding = await Record(inspection, "问题");
        await RpcAssert.FailsAsync(
            StatusCode.Aborted, "ETAG_MISMATCH",
            () => Client.StartRectificationAsync(new StartRectificationRequest { Name = finding.Name, Etag = Old, Measures = "补", Deadline = "2024-06-30" }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Step_that_the_state_does_not_allow_is_refused_over_the_wire_and_changes_nothing()
    {
        var inspection = await Create();
        var error = await RpcAssert.FailsAsync(
            StatusCode.FailedPrecondition, "INSPECTION_NOT_IN_PROGRESS",
            () => Client.ConcludeInspectionAsync(new ConcludeInspectionRequest { Name = inspection.Name }, cancellationToken: Cancel));
        Assert.Equal("Planned", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["state"]);
        Assert.Equal(inspection.Name, error.GetRpcStatus()!.GetDetail<ResourceInfo>()!.ResourceName);
        await RpcAssert.FailsAsync(StatusCode.FailedPrecondition, "INSPECTION_NOT_IN_PROGRESS", async () => await Record(inspection, "早了"));
        Assert.Equal(inspection, await Get(inspection.Name));
    }

    [Fact]
    public async Task Inspection_with_findings_cannot_be_cancelled_and_one_that_started_not_removed()
    {
        var inspection = await Create();
        await Start(inspection);
        await Record(inspection, "问题");
        await RpcAssert.FailsAsync(
            StatusCode.FailedPrecondition, "INSPECTION_HAS_FINDINGS",
            () => Client.CancelInspectionAsync(new CancelInspectionRequest { Name = inspection.Name, Reason = "不再需要" }, cancellationToken: Cancel));
        await RpcAssert.FailsAsync(
            StatusCode.FailedPrecondition, "INSPECTION_WAS_STARTED",
            () => Client.DeleteInspectionAsync(new DeleteInspectionRequest { Name = inspection.Name }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Cancelled_inspection_keeps_its_reason_and_can_be_removed()
    {
        var inspection = await Create();
        var cancelled = await Client.CancelInspectionAsync(new CancelInspectionRequest { Name = inspection.Name, Reason = " 合并开展 " }, cancellationToken: Cancel);
        Assert.Equal((Inspection.Types.State.Cancelled, "合并开展"), (cancelled.State, cancelled.CancelReason));

        await Client.DeleteInspectionAsync(new DeleteInspectionRequest { Name = inspection.Name, Etag = cancelled.Etag }, cancellationToken: Cancel);
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => Client.GetInspectionAsync(new GetInspectionRequest { Name = inspection.Name }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Repeated_request_gives_the_first_result_and_a_reused_id_is_refused()
    {
        var request = new CreateInspectionRequest { Inspection = New(), RequestId = Guid.NewGuid().ToString() };
        var first = await Client.CreateInspectionAsync(request, cancellationToken: Cancel);
        Assert.Equal(first, await Client.CreateInspectionAsync(request, cancellationToken: Cancel));
        var other = request.Clone();
        other.Inspection.Title = "另一次督察";
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "REQUEST_ID_REUSED", () => Client.CreateInspectionAsync(other, cancellationToken: Cancel));

        await Start(first);
        var finding = new CreateFindingRequest { Parent = first.Name, Finding = NewFinding("问题"), RequestId = Guid.NewGuid().ToString() };
        Assert.Equal(await Client.CreateFindingAsync(finding, cancellationToken: Cancel), await Client.CreateFindingAsync(finding, cancellationToken: Cancel));
        Assert.Equal(1, (await Get(first.Name)).FindingCount);
        Assert.Equal(1, (await Client.ListInspectionsAsync(new ListInspectionsRequest(), cancellationToken: Cancel)).TotalSize);
    }

    [Fact]
    public async Task Same_request_many_times_at_once_creates_one()
    {
        var request = new CreateInspectionRequest { Inspection = New(), RequestId = Guid.NewGuid().ToString() };
        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Client.CreateInspectionAsync(request, cancellationToken: Cancel).ResponseAsync));
        Assert.Single(created.Select(inspection => inspection.Name).Distinct());
    }

    [Fact]
    public async Task Inspections_are_filtered_newest_first()
    {
        var a = await Create("甲", unit: "县司法局");
        var b = await Create("乙", region: "990100", unit: "县司法局");
        var c = await Create("丙", start: "2023-05-01");
        await Start(b);

        await Lists(new ListInspectionsRequest(), c, b, a);
        await Lists(new ListInspectionsRequest { RegionCode = "990121" }, c, a);
        await Lists(new ListInspectionsRequest { State = Inspection.Types.State.InProgress }, b);
        await Lists(new ListInspectionsRequest { Unit = "县司法局" }, b, a);
        await Lists(new ListInspectionsRequest { Year = 2024 }, b, a);
        await Lists(new ListInspectionsRequest { Year = 2024, RegionCode = "990121", Unit = "县司法局" }, a);
        await Lists(new ListInspectionsRequest { Year = 2022 });

        async Task Lists(ListInspectionsRequest request, params Inspection[] expected)
        {
            var response = await Client.ListInspectionsAsync(request, cancellationToken: Cancel);
            Assert.Equal(expected.Select(inspection => inspection.Name), response.Inspections.Select(inspection => inspection.Name));
            Assert.Equal(expected.Length, response.TotalSize);
        }
    }

    [Fact]
    public async Task Findings_are_filtered_over_one_inspection_or_all()
    {
        var one = await Create();
        var other = await Create();
        await Start(one);
        await Start(other);
        var first = await Record(one, "一");
        var second = await Record(one, "二", unit: "县公安局");
        var third = await Record(other, "三");
        await Client.StartRectificationAsync(new StartRectificationRequest { Name = first.Name, Measures = "改", Deadline = "2024-01-31" }, cancellationToken: Cancel);
        await Client.StartRectificationAsync(new StartRectificationRequest { Name = third.Name, Measures = "改", Deadline = "9999-12-31" }, cancellationToken: Cancel);

        await Lists(new ListFindingsRequest { Parent = one.Name }, second, first);
        await Lists(new ListFindingsRequest { Parent = "inspections/-" }, third, second, first);
        await Lists(new ListFindingsRequest { Parent = "inspections/-", State = Finding.Types.State.Rectifying }, third, first);
        await Lists(new ListFindingsRequest { Parent = "inspections/-", Unit = "县公安局" }, second);
        await Lists(new ListFindingsRequest { Parent = "inspections/-", Overdue = true }, first);
        await RpcAssert.FailsAsync(
            StatusCode.NotFound, "NOT_FOUND", () => Client.ListFindingsAsync(new ListFindingsRequest { Parent = "inspections/none" }, cancellationToken: Cancel));

        async Task Lists(ListFindingsRequest request, params Finding[] expected)
        {
            var response = await Client.ListFindingsAsync(request, cancellationToken: Cancel);
            Assert.Equal(expected.Select(finding => finding.Name), response.Findings.Select(finding => finding.Name));
            Assert.Equal(expected.Length, response.TotalSize);
        }
    }

    [Fact]
    public async Task Pages_give_each_inspection_once_even_when_new_ones_come_between()
    {
        var created = new List<string>();
        for (var number = 0; number < 7; number++)
            created.Add((await Create($"督察{number}")).Name);

        var seen = new List<string>();
        var request = new ListInspectionsRequest { PageSize = 3, RegionCode = "990121" };
        do
        {
            var response = await Client.ListInspectionsAsync(request, cancellationToken: Cancel);
            seen.AddRange(response.Inspections.Select(inspection => inspection.Name));
            request.PageToken = response.NextPageToken;
            await Create("后来的");
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(created.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task Wrong_requests_name_the_field()
    {
        var inspection = await Create();
        await Refused(["inspection"], () => Client.CreateInspectionAsync(new CreateInspectionRequest(), cancellationToken: Cancel));
        await Refused(
            ["inspection.title", "inspection.region_code", "inspection.manner", "inspection.start_date", "inspection.end_date"],
            () => Client.CreateInspectionAsync(new CreateInspectionRequest { Inspection = new Inspection() }, cancellationToken: Cancel));
        await Refused(["name"], () => Client.GetInspectionAsync(new GetInspectionRequest { Name = "plans/1" }, cancellationToken: Cancel));
        await Refused(["name"], () => Client.GetFindingAsync(new GetFindingRequest { Name = inspection.Name }, cancellationToken: Cancel));
        await Refused(["parent"], () => Client.CreateFindingAsync(new CreateFindingRequest { Finding = NewFinding("问题") }, cancellationToken: Cancel));
        await Refused(["finding"], () => Client.CreateFindingAsync(new CreateFindingRequest { Parent = inspection.Name }, cancellationToken: Cancel));
        await Refused(["reason"], () => Client.CancelInspectionAsync(new CancelInspectionRequest { Name = inspection.Name }, cancellationToken: Cancel));
        await Refused(["inspection"], () => Client.UpdateInspectionAsync(new UpdateInspectionRequest(), cancellationToken: Cancel));
        await Refused(["inspection.name"], () => Client.UpdateInspectionAsync(new UpdateInspectionRequest { Inspection = New() }, cancellationToken: Cancel));
        await Refused(
            ["measures", "deadline"],
            () => Client.StartRectificationAsync(new StartRectificationRequest { Name = $"{inspection.Name}/findings/1" }, cancellationToken: Cancel));
        await Refused(["page_size"], () => Client.ListInspectionsAsync(new ListInspectionsRequest { PageSize = -1 }, cancellationToken: Cancel));
        await Refused(["page_token"], () => Client.ListFindingsAsync(new ListFindingsRequest { Parent = "inspections/-", PageToken = "x" }, cancellationToken: Cancel));
        await Refused(
            ["region_code", "state", "year"],
            () => Client.ListInspectionsAsync(new ListInspectionsRequest { RegionCode = "1", State = (Inspection.Types.State)77, Year = -1 }, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("inspections/none/findings/1")]
    [InlineData("inspections/none/findings/99999999999999999999")]
    [InlineData("inspections/none/findings/one")]
    public Task Finding_that_does_not_exist_is_not_found(string name) => RpcAssert.FailsAsync(
        StatusCode.NotFound, "NOT_FOUND", () => Client.GetFindingAsync(new GetFindingRequest { Name = name }, cancellationToken: Cancel));

    [Fact]
    public async Task Watch_gives_what_is_there_the_mark_and_then_what_comes()
    {
        var removed = await Create("将删除");
        var inspection = await Create();
        using var call = Client.WatchChanges(new WatchChangesRequest(), cancellationToken: Cancel);
        Assert.Equal([removed.Name, inspection.Name, "|"], await Names(call, 3));

        await Start(inspection);
        await Until(call, change => change.Inspection?.State == Inspection.Types.State.InProgress);
        var finding = await Record(inspection, "问题");
        Assert.Equal(finding, (await Until(call, change => change.Name == finding.Name)).Finding);
        Assert.Equal(1, (await Until(call, change => change.Name == inspection.Name)).Inspection.FindingCount);
        await Client.DeleteInspectionAsync(new DeleteInspectionRequest { Name = removed.Name }, cancellationToken: Cancel);
        var gone = await Until(call, change => change.Name == removed.Name);
        Assert.True(gone.Deleted);
        Assert.Equal(WatchChangesResponse.ResourceOneofCase.None, gone.ResourceCase);
    }

    [Fact]
    public async Task Watch_goes_on_after_a_restart_of_the_service()
    {
        await Create("之前");
        using var call = Client.WatchChanges(new WatchChangesRequest(), cancellationToken: Cancel);
        var mark = await Until(call, change => change.CaughtUp);
        await host.DisposeAsync();
        host = await RealHost.StartAsync(Program.Build, folder.Path);

        var after = await Create("之后");

        using var resumed = Client.WatchChanges(new WatchChangesRequest { ResumeToken = mark.ResumeToken }, cancellationToken: Cancel);
        Assert.Equal([after.Name], await Names(resumed, 1));
    }

    [Fact]
    public async Task Watch_with_a_token_of_another_store_asks_for_a_replay()
    {
        using var call = Client.WatchChanges(new WatchChangesRequest { ResumeToken = "0000000000000000/1" }, cancellationToken: Cancel);
        await RpcAssert.FailsAsync(StatusCode.OutOfRange, "FEED_RESET", () => call.ResponseStream.MoveNext(Cancel));
    }

    private static Inspection New(string title = "2024年法治政府建设专项督察", string region = "990121", string start = "2024-03-01", string unit = "县民政局") => new()
    {
        Title = title,
        RegionCode = region,
        Manner = Inspection.Types.Manner.OnSite,
        StartDate = start,
        EndDate = "2024-12-31",
        Units = { "县教育局", "县公安局", unit },
        Tasks = { "plans/p1/tasks/3" },
    };

    private static Finding NewFinding(string problem, string unit = "县教育局") =>
        new() { Problem = problem, Severity = Finding.Types.Severity.Serious, Unit = unit };

    private async Task<Inspection> Create(string title = "2024年法治政府建设专项督察", string region = "990121", string start = "2024-03-01", string unit = "县民政局") =>
        await Client.CreateInspectionAsync(new CreateInspectionRequest { Inspection = New(title, region, start, unit) }, cancellationToken: Cancel);

    private async Task<Inspection> Get(string name) => await Client.GetInspectionAsync(new GetInspectionRequest { Name = name }, cancellationToken: Cancel);

    private async Task Start(Inspection inspection) => await Client.StartInspectionAsync(new StartInspectionRequest { Name = inspection.Name }, cancellationToken: Cancel);

    private async Task<Finding> Record(Inspection inspection, string problem, string unit = "县教育局") =>
        await Client.CreateFindingAsync(new CreateFindingRequest { Parent = inspection.Name, Finding = NewFinding(problem, unit) }, cancellationToken: Cancel);

    private static async Task Refused<T>(string[] fields, Func<AsyncUnaryCall<T>> call)
    {
        var error = await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, call);
        Assert.Equal(fields, error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(violation => violation.Field));
    }

    private static async Task<List<string>> Names(AsyncServerStreamingCall<WatchChangesResponse> call, int count)
    {
        var names = new List<string>();
        while (names.Count < count && await call.ResponseStream.MoveNext(Cancel))
            names.Add(call.ResponseStream.Current.CaughtUp ? "|" : call.ResponseStream.Current.Name);
        return names;
    }

    private static async Task<WatchChangesResponse> Until(AsyncServerStreamingCall<WatchChangesResponse> call, Func<WatchChangesResponse, bool> fits)
    {
        while (await call.ResponseStream.MoveNext(Cancel))
        {
            if (fits(call.ResponseStream.Current))
                return call.ResponseStream.Current;
        }

        throw new InvalidOperationException("the stream ended");
    }
}
