using System.Text;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Testing;
using Grpc.Core;
using static Fazhi.Documents.V1.ImportDocumentResponse.Types;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans.Tests;

public sealed class PlanServiceTests : IAsyncLifetime
{
    private const string KeyPoints =
        """
        临澜市望岫县2023年法治政府建设工作要点

        为推进我县法治政府建设，现提出以下要点。
        一、健全依法行政制度
        （一）严格文件审核。凡是规范性文件，一律先审后发。〔责任单位：县司法局，各乡镇人民政府〕
        （二）清理过时文件。十月底以前完成一次全面清理。〔责任单位：县司法局、县政府办公室〕
        二、规范行政执法
        （一）评查执法案卷。每季度抽查一批案卷。
        牵头单位：县司法局；责任单位：县市场监管局、县应急管理局
        """;

    private const string YearlyReport =
        """
        望岫县2023年法治政府建设年度报告

        现将我县2023年法治政府建设情况报告如下。
        一、主要举措和成效
        （一）案卷评查见到实效。全年抽查案卷120卷。
        二、存在的问题
        个别站所台账不全。
        三、下一步打算
        加强培训。
        """;

    private readonly TempFolder folder = new();
    private DocumentServices services = null!;

    public async ValueTask InitializeAsync() => services = await DocumentServices.StartAsync(folder.Path);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Fact]
    public async Task Imported_plan_has_region_period_sections_and_tasks_with_units_as_printed()
    {
        var imported = await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints), "要点.txt");

        Assert.Equal(Outcome.Created, imported.Outcome);
        var plan = await services.Plans.GetPlanAsync(new GetPlanRequest { Name = imported.Document.Name });
        Assert.Equal("临澜市望岫县2023年法治政府建设工作要点", plan.Title);
        Assert.Equal(PlanKind.KeyPoints, plan.Kind);
        Assert.Equal(PlanStatus.Issued, plan.Status);
        Assert.Equal("990121", plan.Region.Code);
        Assert.Equal(["990000", "990100"], plan.Region.AncestorCodes);
        Assert.Equal((2023, 2023), (plan.Period.StartYear, plan.Period.EndYear));
        Assert.Equal("要点.txt", plan.Source.FileName);
        Assert.Equal("utf-8", plan.Source.Encoding);
        Assert.Equal(["（一）", "（二）", "（一）"], plan.Tasks.Select(task => task.Label));
        Assert.Equal(["健全依法行政制度"], plan.Tasks[1].Headings.Take(1));
        Assert.Equal("县司法局，各乡镇人民政府", plan.Tasks[0].UnitLines.Single().Text);
        Assert.Equal(
            [(UnitRole.Lead, "县司法局"), (UnitRole.Responsible, "县市场监管局、县应急管理局")],
            plan.Tasks[2].UnitLines.Select(line => (line.Role, line.Text)));
        var line = plan.Tasks[2].UnitLines[0];
        Assert.Contains("县司法局", plan.Content.Text.Substring(line.Range.Start, line.Range.Length));
        Assert.Equal(3, plan.TaskCount);
    }

    [Theory]
    [InlineData("牵头单位", UnitRole.Lead)]
    [InlineData("责任单位", UnitRole.Responsible)]
    [InlineData("配合单位", UnitRole.Cooperating)]
    [InlineData("协办单位", UnitRole.Assisting)]
    [InlineData("责任领导", UnitRole.Leader)]
    public async Task Unit_line_of_each_role_arrives(string printed, UnitRole role)
    {
        var imported = await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints.Replace("〔责任单位：县司法局、县政府办公室〕", $"〔{printed}：县政府办公室〕")));

        var tasks = (await services.Plans.ListTasksAsync(new ListTasksRequest { Parent = imported.Document.Name })).Tasks;

        Assert.Equal((role, "县政府办公室"), (tasks[1].UnitLines.Single().Role, tasks[1].UnitLines.Single().Text));
    }

    [Fact]
    public async Task Same_bytes_twice_are_one_plan()
    {
        var first = await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints), "a.txt");
        var second = await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints), "b.txt");

        Assert.Equal(Outcome.Unchanged, second.Outcome);
        Assert.Equal(first.Document, second.Document);
        Assert.Equal(1, (await services.Plans.ListPlansAsync(new ListPlansRequest())).TotalSize);
    }

    [Fact]
    public async Task Same_bytes_at_the_same_time_are_one_plan()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints))));

        Assert.Single(outcomes, outcome => outcome.Outcome == Outcome.Created);
        Assert.Single(outcomes.Select(outcome => outcome.Document.Name).Distinct());
        Assert.Equal(1, (await services.Plans.ListPlansAsync(new ListPlansRequest())).TotalSize);
    }

    [Fact]
    public async Task Either_service_takes_either_type_and_the_right_one_keeps_it()
    {
        var report = await services.ImportAsync(Encoding.UTF8.GetBytes(YearlyReport));
        var plan = await DocumentServices.UploadAsync(services.Reports.ImportDocument, Encoding.UTF8.GetBytes(KeyPoints));

        Assert.Equal(DocumentType.Report, report.Document.Type);
        Assert.StartsWith("reports/", report.Document.Name);
        Assert.Equal(DocumentType.Plan, plan.Document.Type);
        Assert.Equal(1, (await services.Reports.ListReportsAsync(new ListReportsRequest())).TotalSize);
        Assert.Equal(1, (await services.Plans.ListPlansAsync(new ListPlansRequest())).TotalSize);
    }

    public static TheoryData<string, byte[], StatusCode, string> BadInputs => new()
    {
        { "no bytes", [], StatusCode.InvalidArgument, "DOCUMENT_EMPTY" },
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3], StatusCode.InvalidArgument, "DOCUMENT_FORMAT_UNKNOWN" },
        { "damaged text", [.. Encoding.UTF8.GetBytes(KeyPoints), 0xFF, 0xFF, 0x80], StatusCode.InvalidArgument, "DOCUMENT_TEXT_UNDECODABLE" },
        { "white space", Encoding.UTF8.GetBytes("  \n\n  \r\n"), StatusCode.InvalidArgument, "DOCUMENT_WITHOUT_TEXT" },
        { "one byte over the limit", Enumerable.Repeat((byte)'a', (32 * 1024 * 1024) + 1).ToArray(), StatusCode.ResourceExhausted, "DOCUMENT_TOO_LARGE" },
    };

    [Theory]
    [MemberData(nameof(BadInputs), DisableDiscoveryEnumeration = true)]
    public async Task Bad_input_is_refused_with_its_reason_and_changes_nothing(string what, byte[] bytes, StatusCode code, string reason)
    {
        var error = await RpcAssert.FailsAsync(code, reason, () => services.ImportAsync(bytes, "文件.txt"));

        Assert.True(error.Status.Detail.Any(letter => letter >= 0x4E00), $"{what}: {error.Status.Detail} is for people");
        Assert.Equal(0, (await services.Plans.ListPlansAsync(new ListPlansRequest())).TotalSize);
        Assert.Equal(0, (await services.Reports.ListReportsAsync(new ListReportsRequest())).TotalSize);
    }

    [Fact]
    public async Task Without_the_unit_service_an_import_is_unavailable_and_changes_nothing()
    {
        await services.StopUnitsAsync();

        await RpcAssert.FailsAsync(StatusCode.Unavailable, null, () => services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints)));

        Assert.Equal(0, (await services.Plans.ListPlansAsync(new ListPlansRequest())).TotalSize);
    }

    [Fact]
    public async Task Without_the_sibling_a_document_of_its_type_is_unavailable()
    {
        await services.StopReportsAsync();

        await RpcAssert.FailsAsync(StatusCode.Unavailable, null, () => services.ImportAsync(Encoding.UTF8.GetBytes(YearlyReport)));
    }

    [Fact]
    public async Task Forwarded_document_is_not_handed_back()
    {
        using var call = services.Plans.ImportDocument(cancellationToken: TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(new ImportDocumentRequest { Metadata = new ImportMetadata { Forwarded = true } }, TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(
            new ImportDocumentRequest { Chunk = Google.Protobuf.ByteString.CopyFromUtf8(YearlyReport) }, TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();

        await RpcAssert.FailsAsync(StatusCode.FailedPrecondition, "SIBLINGS_DISAGREE", () => call.ResponseAsync);
    }

    [Fact]
    public async Task Original_comes_back_byte_for_byte()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(KeyPoints);
        var imported = await services.ImportAsync(bytes, "要点.txt");

        using var call = services.Plans.DownloadOriginal(new Fazhi.Plans.V1.DownloadOriginalRequest { Name = imported.Document.Name });
        var received = new List<byte>();
        var source = default(Source);
        await foreach (var chunk in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            source ??= chunk.Source;
            received.AddRange(chunk.Data);
        }

        Assert.Equal(bytes, received);
        Assert.Equal(("要点.txt", "gb18030", bytes.Length), (source!.FileName, source.Encoding, (int)source.SizeBytes));
    }

    [Fact]
    public async Task List_filters_by_region_with_everything_below_year_kind_and_title()
    {
        var names = new Dictionary<string, string>();
        foreach (var (region, year, kind) in new[] { ("临澜市", 2022, "工作要点"), ("临澜市望岫县", 2023, "工作要点"), ("澄湖市云汀县", 2023, "实施方案") })
        {
            var text = KeyPoints.Replace("临澜市望岫县2023年法治政府建设工作要点", $"{region}{year}年法治政府建设{kind}");
            names[region] = (await services.ImportAsync(Encoding.UTF8.GetBytes(text))).Document.Name;
        }

        Assert.Equal([names["临澜市望岫县"], names["临澜市"]], await ListAsync(new ListPlansRequest { RegionCode = "990100" }));
        Assert.Equal(3, (await ListAsync(new ListPlansRequest { RegionCode = "990000" })).Count);
        Assert.Equal([names["临澜市"]], await ListAsync(new ListPlansRequest { Year = 2022 }));
        Assert.Equal([names["澄湖市云汀县"]], await ListAsync(new ListPlansRequest { Kind = PlanKind.ImplementationPlan }));
        Assert.Equal([names["澄湖市云汀县"]], await ListAsync(new ListPlansRequest { Text = "云汀" }));
        Assert.Empty(await ListAsync(new ListPlansRequest { Text = "%" }));
        Assert.Empty(await ListAsync(new ListPlansRequest { Status = PlanStatus.DraftForComment }));
    }

    [Fact]
    public async Task Pages_have_every_plan_once_newest_period_first()
    {
        var documents = new DocumentGenerator(7).Take(24).Where(document => document.IsPlan).ToList();
        foreach (var document in documents)
            await services.ImportAsync(document.Bytes);

        var seen = new List<Plan>();
        var request = new ListPlansRequest { PageSize = 5 };
        do
        {
            var page = await services.Plans.ListPlansAsync(request);
            Assert.Equal(documents.Count, page.TotalSize);
            seen.AddRange(page.Plans);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(documents.Count, seen.Select(plan => plan.Name).Distinct().Count());
        Assert.Equal(seen.Select(plan => plan.Period.EndYear).OrderDescending(), seen.Select(plan => plan.Period.EndYear));
        Assert.All(seen, plan => Assert.Null(plan.Content));
    }

    [Fact]
    public async Task Page_token_of_another_list_is_refused()
    {
        foreach (var document in new DocumentGenerator(7).Take(6))
            await services.ImportAsync(document.Bytes);
        var page = await services.Plans.ListPlansAsync(new ListPlansRequest { PageSize = 1 });

        await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => services.Plans.ListPlansAsync(new ListPlansRequest { PageToken = page.NextPageToken, Year = 2023 }));
    }

    [Fact]
    public async Task Tasks_come_in_pages_in_the_order_of_the_document()
    {
        var name = (await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints))).Document.Name;

        var first = await services.Plans.ListTasksAsync(new ListTasksRequest { Parent = name, PageSize = 2 });
        var second = await services.Plans.ListTasksAsync(new ListTasksRequest { Parent = name, PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal([$"{name}/tasks/1", $"{name}/tasks/2"], first.Tasks.Select(task => task.Name));
        Assert.Equal([$"{name}/tasks/3"], second.Tasks.Select(task => task.Name));
        Assert.Equal((3, ""), (second.TotalSize, second.NextPageToken));
    }

    [Fact]
    public async Task Deleted_plan_is_gone_and_can_be_imported_again()
    {
        var name = (await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints))).Document.Name;

        await RpcAssert.FailsAsync(StatusCode.Aborted, "ETAG_MISMATCH", () => services.Plans.DeletePlanAsync(new DeletePlanRequest { Name = name, Etag = "old" }));
        await services.Plans.DeletePlanAsync(new DeletePlanRequest { Name = name });

        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => services.Plans.GetPlanAsync(new GetPlanRequest { Name = name }));
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => services.Plans.DeletePlanAsync(new DeletePlanRequest { Name = name }));
        var again = await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints));
        Assert.Equal((Outcome.Created, name), (again.Outcome, again.Document.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plans/")]
    [InlineData("reports/abc")]
    [InlineData("plans/../x")]
    public async Task Malformed_name_is_refused(string name) =>
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT", () => services.Plans.GetPlanAsync(new GetPlanRequest { Name = name }));

    [Fact]
    public async Task Feed_has_what_is_there_then_what_comes_and_goes_on_after_a_restart()
    {
        var documents = new DocumentGenerator(3).Take(6).Where(document => document.IsPlan).ToList();
        var first = (await services.ImportAsync(documents[0].Bytes)).Document.Name;
        var token = "";
        using (var watch = services.Plans.WatchChanges(new Fazhi.Plans.V1.WatchChangesRequest()))
        {
            var change = await NextAsync(watch.ResponseStream);
            Assert.Equal((first, false), (change.Name, change.Deleted));
            Assert.NotEmpty(change.Plan.Content.Text);
            Assert.NotEmpty(change.Plan.Tasks);
            Assert.True((await NextAsync(watch.ResponseStream)).CaughtUp);

            await services.Plans.DeletePlanAsync(new DeletePlanRequest { Name = first });
            var deletion = await NextAsync(watch.ResponseStream);
            Assert.Equal((first, true), (deletion.Name, deletion.Deleted));
            token = deletion.ResumeToken;
        }

        await services.DisposeAsync();
        services = await DocumentServices.StartAsync(folder.Path);
        var second = (await services.ImportAsync(documents[1].Bytes)).Document.Name;
        using var resumed = services.Plans.WatchChanges(new Fazhi.Plans.V1.WatchChangesRequest { ResumeToken = token });
        Assert.Equal(second, (await NextAsync(resumed.ResponseStream)).Name);
    }

    [Fact]
    public async Task Feed_goes_on_behind_a_plan_of_many_megabytes()
    {
        var text = new StringBuilder("临澜市2024年法治政府建设工作要点\n一、主要任务\n");
        for (var number = 1; number <= 3_000; number++)
            text.Append(number).Append("．").Insert(text.Length, "逐项梳理政务服务事项并及时向社会公布，", 50).Append("〔责任单位：市司法局〕\n");
        var large = await services.ImportAsync(Encoding.UTF8.GetBytes(text.ToString()));
        var small = await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints));

        using var watch = services.Plans.WatchChanges(new Fazhi.Plans.V1.WatchChangesRequest());
        var first = await NextAsync(watch.ResponseStream);
        var second = await NextAsync(watch.ResponseStream);

        Assert.Equal([large.Document.Name, small.Document.Name], [first.Name, second.Name]);
        Assert.Equal(3_000, first.Plan.Tasks.Count);
        Assert.Equal(2, (await services.Plans.ListPlansAsync(new ListPlansRequest { View = PlanView.Full })).Plans.Count);
    }

    [Fact]
    public async Task Filter_out_of_bounds_is_refused()
    {
        await RpcAssert.FailsAsync(
            StatusCode.InvalidArgument, "INVALID_ARGUMENT", () => services.Plans.ListPlansAsync(new ListPlansRequest { Text = new string('长', 201) }));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT", () => services.Plans.ListPlansAsync(new ListPlansRequest { Year = -1 }));
    }

    private async Task<List<string>> ListAsync(ListPlansRequest request) =>
        (await services.Plans.ListPlansAsync(request)).Plans.Select(plan => plan.Name).ToList();

    private static async Task<Fazhi.Plans.V1.WatchChangesResponse> NextAsync(IAsyncStreamReader<Fazhi.Plans.V1.WatchChangesResponse> stream)
    {
        Assert.True(await stream.MoveNext(TestContext.Current.CancellationToken));
        return stream.Current;
    }
}
