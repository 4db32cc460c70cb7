using System.Text;
using Dapper;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Testing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using static Fazhi.Documents.V1.ReprocessDocumentsResponse.Types;
using PlanTask = Fazhi.Plans.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans.Tests;

/// <summary>What people set in tasks, and reading plans anew.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private const string KeyPoints =
        """
        临澜市望岫县2024年法治政府建设工作要点

        一、化解行政争议
        （一）加强行政复议。行政复议案件审结率达到95%以上，2024年底前完成规范化建设。〔责任单位：县司法局〕
        （二）推进政务公开。主动公开政府信息，每季度更新公开目录。〔责任单位：县政府办公室〕
        （三）规范执法。每年至少开展1次案卷评查。〔责任单位：县司法局、县市场监管局〕
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
    public async Task What_a_person_sets_wins_is_marked_and_can_be_given_back()
    {
        var plan = await ImportAsync();
        var before = plan.Tasks[1];

        var corrected = await services.Plans.UpdateTaskAsync(new UpdateTaskRequest
        {
            Task = new PlanTask
            {
                Name = before.Name,
                Themes = { new ThemeScore { Theme = "outline-2021/24", Reason = "本县统一口径" } },
                Deadlines = { new Deadline { Text = "每月底前", Recurrence = "monthly" } },
                UnitLines = { new UnitLine { Role = UnitRole.Lead, Text = "县政府办公室、县司法局等部门" } },
            },
            UpdateMask = FieldMask.FromString("themes,deadlines,unit_lines"),
            PlanEtag = plan.Etag,
        });

        var now = await GetAsync(plan.Name);
        Assert.Equal(corrected, now.Tasks[1]);
        var theme = Assert.Single(now.Tasks[1].Themes);
        Assert.Equal(("outline-2021/24", true, 1.0, "本县统一口径"), (theme.Theme, theme.Confirmed, theme.Score, theme.Reason));
        Assert.Equal("monthly", Assert.Single(now.Tasks[1].Deadlines).Recurrence);
        Assert.Equal(["县政府办公室", "县司法局"], now.Tasks[1].UnitLines.Single().Mentions.Select(mention => mention.Text));
        Assert.Equal(["deadlines", "themes", "unit_lines"], now.Tasks[1].CorrectedFields.Order());
        Assert.Equal(before.Text, now.Tasks[1].Text);
        Assert.NotEqual(plan.Etag, now.Etag);
        Assert.Empty(now.Tasks[0].CorrectedFields);
        Assert.Equal(now.Tasks, (await services.Plans.ListTasksAsync(new ListTasksRequest { Parent = plan.Name })).Tasks);

        await services.Plans.UpdateTaskAsync(new UpdateTaskRequest { Task = new PlanTask { Name = before.Name }, ResetMask = FieldMask.FromString("themes,deadlines,unit_lines") });

        Assert.Equal(before, (await GetAsync(plan.Name)).Tasks[1]);
    }

    [Fact]
    public async Task Correction_of_a_later_page_of_tasks_shows_there()
    {
        var plan = await ImportAsync();
        await SetThemeAsync(plan.Tasks[2].Name, "outline-2021/9");

        var first = await services.Plans.ListTasksAsync(new ListTasksRequest { Parent = plan.Name, PageSize = 2 });
        var second = await services.Plans.ListTasksAsync(new ListTasksRequest { Parent = plan.Name, PageSize = 2, PageToken = first.NextPageToken });

        Assert.All(first.Tasks, task => Assert.Empty(task.CorrectedFields));
        Assert.Equal("outline-2021/9", Assert.Single(second.Tasks).Themes.Single().Theme);
    }

    [Fact]
    public async Task Correction_goes_through_the_feed()
    {
        var plan = await ImportAsync();
        using var watching = services.Plans.WatchChanges(new WatchChangesRequest(), cancellationToken: TestContext.Current.CancellationToken);
        while (await watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken) && !watching.ResponseStream.Current.CaughtUp)
            continue;

        await SetThemeAsync(plan.Tasks[0].Name, "outline-2021/35");

        Assert.True(await watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal("outline-2021/35", watching.ResponseStream.Current.Plan.Tasks[0].Themes.Single().Theme);
    }

    public static TheoryData<string, Action<UpdateTaskRequest>, StatusCode> BadRequests => new()
    {
        { "no fields", request => request.UpdateMask = null, StatusCode.InvalidArgument },
        { "a field that is not corrected", request => request.UpdateMask = new FieldMask { Paths = { "text" } }, StatusCode.InvalidArgument },
        { "set and given back", request => request.ResetMask = new FieldMask { Paths = { "themes" } }, StatusCode.InvalidArgument },
        { "no task", request => request.Task = null, StatusCode.InvalidArgument },
        { "a theme that is not there", request => request.Task.Themes[0].Theme = "outline-2021/99", StatusCode.InvalidArgument },
        { "a theme twice", request => request.Task.Themes.Add(request.Task.Themes[0]), StatusCode.InvalidArgument },
        { "a date that is none", request => Deadline(request, new Deadline { Text = "年底", Date = "2024-13-01" }), StatusCode.InvalidArgument },
        { "a recurrence that is none", request => Deadline(request, new Deadline { Text = "年底", Recurrence = "yearly" }), StatusCode.InvalidArgument },
        { "a deadline without words", request => Deadline(request, new Deadline { Date = "2024-12-31" }), StatusCode.InvalidArgument },
        { "a target without end", request => Target(request, new Target { Text = "率", Value = double.NaN, Comparator = Comparator.Equal }), StatusCode.InvalidArgument },
        { "a target without comparison", request => Target(request, new Target { Text = "率", Value = 1 }), StatusCode.InvalidArgument },
        { "units without a role", request => Units(request, new UnitLine { Text = "县司法局" }), StatusCode.InvalidArgument },
        { "units without words", request => Units(request, new UnitLine { Role = UnitRole.Lead, Text = " " }), StatusCode.InvalidArgument },
        { "control characters", request => Units(request, new UnitLine { Role = UnitRole.Lead, Text = "县\u0007司法局" }), StatusCode.InvalidArgument },
        { "a name that is none", request => request.Task.Name = "tasks/1", StatusCode.InvalidArgument },
        { "task 0", request => request.Task.Name = request.Task.Name[..^1] + "0", StatusCode.InvalidArgument },
        { "a task that is not there", request => request.Task.Name = request.Task.Name[..^1] + "9", StatusCode.NotFound },
        { "an old etag", request => request.PlanEtag = "alt", StatusCode.Aborted },
    };

    [Theory]
    [MemberData(nameof(BadRequests), DisableDiscoveryEnumeration = true)]
    public async Task Bad_correction_is_refused_and_changes_nothing(string what, Action<UpdateTaskRequest> spoil, StatusCode code)
    {
        var plan = await ImportAsync();
        var request = new UpdateTaskRequest
        {
            Task = new PlanTask { Name = plan.Tasks[0].Name, Themes = { new ThemeScore { Theme = "outline-2021/22" } } },
            UpdateMask = FieldMask.FromString("themes"),
        };
        spoil(request);

        var error = await RpcAssert.FailsAsync(code, null, () => services.Plans.UpdateTaskAsync(request));

        Assert.True(error.Status.Detail.Any(letter => letter >= 0x4E00), $"{what}: {error.Status.Detail} is for people");
        Assert.Equal(plan, await GetAsync(plan.Name));
    }

    [Fact]
    public async Task Plan_read_by_this_version_is_left_alone_and_one_read_again_is_the_same()
    {
        var plan = await ImportAsync();

        var left = await ReprocessAsync(new ReprocessDocumentsRequest());
        var again = await ReprocessAsync(new ReprocessDocumentsRequest { Names = { plan.Name }, IncludeCurrent = true });

        Assert.Equal([(plan.Name, Outcome.Unchanged, 1, 1)], left.Select(done => (done.Name, done.Outcome, done.DoneCount, done.TotalCount)));
        Assert.Equal(Outcome.Unchanged, Assert.Single(again).Outcome);
        Assert.Equal(plan, await GetAsync(plan.Name));
    }

    [Fact]
    public async Task Plan_read_by_an_older_reader_is_read_anew_and_corrections_follow_their_tasks()
    {
        var plan = await ImportAsync();
        // The older reader had not seen the first task, and cut the words of the last one.
        var known = await WithOlderReadingAsync(plan.Name, tasks =>
        {
            tasks.RemoveAt(0);
            tasks[1].Text = tasks[1].Text[..(tasks[1].Text.Length * 3 / 4)];
        });
        await SetThemeAsync(known.Tasks[0].Name, "outline-2021/35");
        await SetThemeAsync(known.Tasks[1].Name, "outline-2021/4");

        var done = Assert.Single(await ReprocessAsync(new ReprocessDocumentsRequest()));

        Assert.Equal((Outcome.Changed, ""), (done.Outcome, done.Message));
        var now = await GetAsync(plan.Name);
        Assert.Equal(3, now.Tasks.Count);
        Assert.Equal(plan.Tasks[0], now.Tasks[0]);
        Assert.Equal("outline-2021/35", now.Tasks[1].Themes.Single().Theme);
        Assert.Equal("outline-2021/4", now.Tasks[2].Themes.Single().Theme);
        Assert.Equal(plan.ImportTime, now.ImportTime);
        Assert.Equal(plan.ReaderVersion, now.ReaderVersion);
    }

    [Fact]
    public async Task Correction_of_a_task_that_the_new_reading_has_not_is_kept_and_told()
    {
        var plan = await ImportAsync();
        var known = await WithOlderReadingAsync(plan.Name, tasks => tasks.Add(new PlanTask { Name = plan.Name + "/tasks/4", Label = "（四）", Text = "落款以下的文字曾被当作任务" }));
        await SetThemeAsync(known.Tasks[3].Name, "outline-2021/4");

        var done = Assert.Single(await ReprocessAsync(new ReprocessDocumentsRequest()));

        Assert.Equal(Outcome.Changed, done.Outcome);
        Assert.Contains("（四）落款以下的文字", done.Message, StringComparison.Ordinal);
        Assert.All((await GetAsync(plan.Name)).Tasks, task => Assert.Empty(task.CorrectedFields));
        // With a reading that has it again, it is back.
        await WithOlderReadingAsync(plan.Name, tasks => tasks.RemoveAt(2));
        await ReprocessAsync(new ReprocessDocumentsRequest());
        Assert.Equal(1L, await CountCorrectionsAsync());
    }

    [Fact]
    public async Task Names_that_are_not_there_are_not_read_anew()
    {
        await ImportAsync();

        await RpcAssert.FailsAsync(StatusCode.NotFound, null, () => ReprocessAsync(new ReprocessDocumentsRequest { Names = { "plans/none" } }));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => ReprocessAsync(new ReprocessDocumentsRequest { Names = { "reports/none" } }));
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => ReprocessAsync(new ReprocessDocumentsRequest { Names = { Enumerable.Repeat("plans/a", 1001) } }));
    }

    [Fact]
    public async Task Deleted_plan_takes_its_corrections_with_it()
    {
        var plan = await ImportAsync();
        await SetThemeAsync(plan.Tasks[0].Name, "outline-2021/35");

        await services.Plans.DeletePlanAsync(new DeletePlanRequest { Name = plan.Name });

        Assert.Equal(0L, await CountCorrectionsAsync());
    }

    private static void Deadline(UpdateTaskRequest request, Deadline deadline) => Set(request, "deadlines", task => task.Deadlines.Add(deadline));

    private static void Target(UpdateTaskRequest request, Target target) => Set(request, "targets", task => task.Targets.Add(target));

    private static void Units(UpdateTaskRequest request, UnitLine line) => Set(request, "unit_lines", task => task.UnitLines.Add(line));

    private static void Set(UpdateTaskRequest request, string field, Action<PlanTask> set)
    {
        request.UpdateMask = new FieldMask { Paths = { field } };
        set(request.Task);
    }

    private async Task<Plan> ImportAsync() => await GetAsync((await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints), "要点.txt")).Document.Name);

    private async Task<Plan> GetAsync(string name) => await services.Plans.GetPlanAsync(new GetPlanRequest { Name = name });

    private Task SetThemeAsync(string task, string theme) => services.Plans.UpdateTaskAsync(new UpdateTaskRequest
    {
        Task = new PlanTask { Name = task, Themes = { new ThemeScore { Theme = theme } } },
        UpdateMask = FieldMask.FromString("themes"),
    }).ResponseAsync;

    private Task<IReadOnlyList<ReprocessDocumentsResponse>> ReprocessAsync(ReprocessDocumentsRequest request) =>
        DocumentServices.ReprocessAsync(services.Plans.ReprocessDocuments, request);

    /// <summary>Puts into the store what an older reader would have left there.</summary>
    private async Task<Plan> WithOlderReadingAsync(string name, Action<List<PlanTask>> read)
    {
        await using var store = await OpenStoreAsync();
        var id = name["plans/".Length..];
        var tasks = (await store.QueryAsync<byte[]>("SELECT task FROM tasks WHERE plan_id = @id ORDER BY number", new { id })).Select(PlanTask.Parser.ParseFrom).ToList();
        read(tasks);
        var basic = Plan.Parser.ParseFrom(await store.ExecuteScalarAsync<byte[]>("SELECT basic FROM plans WHERE id = @id", new { id }));
        (basic.ReaderVersion, basic.TaskCount) = (1, tasks.Count);
        await store.ExecuteAsync("UPDATE plans SET basic = @basic WHERE id = @id; DELETE FROM tasks WHERE plan_id = @id", new { id, basic = basic.ToByteArray() });
        foreach (var (index, task) in tasks.Index())
        {
            task.Name = $"{name}/tasks/{index + 1}";
            await store.ExecuteAsync("INSERT INTO tasks (plan_id, number, task) VALUES (@id, @number, @task)", new { id, number = index + 1, task = task.ToByteArray() });
        }

        return await GetAsync(name);
    }

    private async Task<long> CountCorrectionsAsync()
    {
        await using var store = await OpenStoreAsync();
        return await store.ExecuteScalarAsync<long>("SELECT count(*) FROM corrections");
    }

    private async Task<SqliteConnection> OpenStoreAsync()
    {
        var store = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "plans", "plans.db")};Pooling=False");
        await store.OpenAsync(TestContext.Current.CancellationToken);
        return store;
    }
}
