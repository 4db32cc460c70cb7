using System.Text;
using System.Text.Json.Nodes;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PlanTask = Fazhi.Plans.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans.Tests;

public sealed class ThemeServiceTests : IAsyncLifetime
{
    private const string KeyPoints =
        """
        临澜市望岫县2024年法治政府建设工作要点

        （一）加强行政复议。畅通行政复议渠道，提高行政复议办案质量。
        （二）推广坡改梯。山坳里的坡地改成梯田。
        """;

    private const string YearlyReport =
        """
        望岫县2024年法治政府建设年度报告

        一、主要举措和成效
        （一）推广坡改梯。全年改成梯田57亩。
        二、存在的问题
        个别站所台账不全。
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
    public async Task Catalogues_of_the_platform_are_listed_and_told_in_full()
    {
        var first = await services.Themes.ListThemeCataloguesAsync(new ListThemeCataloguesRequest { PageSize = 1 });
        var second = await services.Themes.ListThemeCataloguesAsync(new ListThemeCataloguesRequest { PageSize = 1, PageToken = first.NextPageToken });
        var full = await services.Themes.GetThemeCatalogueAsync(new GetThemeCatalogueRequest { Name = "themeCatalogues/outline-2021" });

        Assert.Equal(("themeCatalogues/outline-2021", 2021, 2025, 32, true), Facts(Assert.Single(first.Catalogues)));
        Assert.Equal(("themeCatalogues/outline-2015", 2015, 2020, 39, true), Facts(Assert.Single(second.Catalogues)));
        Assert.Equal("", second.NextPageToken);
        Assert.Equal(Enumerable.Range(4, 32), full.Themes.Select(theme => theme.Number));
        Assert.All(full.Themes, theme => Assert.Contains(theme.Group, full.Groups.Select(group => group.Id)));
    }

    [Fact]
    public async Task Crosswalk_of_the_platform_leads_from_the_older_generation_to_the_newer()
    {
        var crosswalk = await services.Themes.GetCrosswalkAsync(new GetCrosswalkRequest { From = "themeCatalogues/outline-2015", To = "themeCatalogues/outline-2021" });

        Assert.Contains(crosswalk.Entries, entry => entry.To == "outline-2021/22");
        await RpcAssert.FailsAsync(
            StatusCode.NotFound, null, () => services.Themes.GetCrosswalkAsync(new GetCrosswalkRequest { From = "themeCatalogues/outline-2021", To = "themeCatalogues/outline-2021" }));
    }

    [Fact]
    public async Task Text_is_classed_with_its_reason()
    {
        var themes = (await services.Themes.ClassifyTextAsync(new ClassifyTextRequest { Text = "畅通行政复议渠道", Catalogue = "themeCatalogues/outline-2021" })).Themes;

        Assert.Equal("outline-2021/22", themes[0].Theme);
        Assert.Contains("行政复议", themes[0].Reason, StringComparison.Ordinal);
        Assert.Empty((await services.Themes.ClassifyTextAsync(new ClassifyTextRequest { Text = "今天天气晴" })).Themes);
    }

    [Fact]
    public async Task Loaded_catalogue_classes_all_tasks_and_passages_anew_and_what_a_person_chose_stays()
    {
        var plan = (await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints))).Document.Name;
        var report = (await services.ImportAsync(Encoding.UTF8.GetBytes(YearlyReport))).Document.Name;
        await services.Plans.UpdateTaskAsync(new UpdateTaskRequest
        {
            Task = new PlanTask { Name = plan + "/tasks/1", Themes = { new ThemeScore { Theme = "outline-2021/23" } } },
            UpdateMask = FieldMask.FromString("themes"),
        });
        Assert.Empty((await GetAsync(plan)).Tasks[1].Themes);

        var loaded = await services.Themes.ImportThemeCatalogueAsync(new ImportThemeCatalogueRequest { Json = Terraces("坡改梯") });

        Assert.Equal(("themeCatalogues/terraces", 2024, 2026, 1, false), Facts(loaded));
        Assert.Equal("terraces/1", (await GetAsync(plan)).Tasks[1].Themes[0].Theme);
        Assert.Equal("outline-2021/23", (await GetAsync(plan)).Tasks[0].Themes.Single().Theme);
        await Eventually.True(async () => (await services.Reports.GetReportAsync(new GetReportRequest { Name = report })).Passages.Any(passage => passage.Themes.Any(theme => theme.Theme == "terraces/1")));

        await services.Themes.DeleteThemeCatalogueAsync(new DeleteThemeCatalogueRequest { Name = "themeCatalogues/terraces" });

        Assert.Empty((await GetAsync(plan)).Tasks[1].Themes);
        await Eventually.True(async () => (await services.Reports.GetReportAsync(new GetReportRequest { Name = report })).Passages.All(passage => passage.Themes.All(theme => theme.Theme != "terraces/1")));
    }

    [Fact]
    public async Task Loaded_catalogue_is_there_after_a_restart_and_those_who_follow_take_all_plans_in_anew()
    {
        var plan = (await services.ImportAsync(Encoding.UTF8.GetBytes(KeyPoints))).Document.Name;
        using var watching = services.Plans.WatchChanges(new Fazhi.Plans.V1.WatchChangesRequest(), cancellationToken: TestContext.Current.CancellationToken);
        while (await watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken) && !watching.ResponseStream.Current.CaughtUp)
            continue;

        await services.Themes.ImportThemeCatalogueAsync(new ImportThemeCatalogueRequest { Json = Terraces("坡改梯") });

        Assert.True(await watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(plan, watching.ResponseStream.Current.Name);
        Assert.Equal("terraces/1", watching.ResponseStream.Current.Plan.Tasks[1].Themes[0].Theme);
        await services.DisposeAsync();
        services = await DocumentServices.StartAsync(folder.Path);
        Assert.Equal("terraces/1", (await GetAsync(plan)).Tasks[1].Themes[0].Theme);
    }

    [Fact]
    public async Task Catalogue_with_the_id_of_one_of_the_platform_takes_its_place_until_it_is_deleted()
    {
        var own = Terraces("坡改梯").Replace("terraces", "outline-2015", StringComparison.Ordinal);
        await services.Themes.ImportThemeCatalogueAsync(new ImportThemeCatalogueRequest { Json = own });
        Assert.Equal(1, (await services.Themes.GetThemeCatalogueAsync(new GetThemeCatalogueRequest { Name = "themeCatalogues/outline-2015" })).ThemeCount);

        await services.Themes.DeleteThemeCatalogueAsync(new DeleteThemeCatalogueRequest { Name = "themeCatalogues/outline-2015" });

        Assert.Equal(39, (await services.Themes.GetThemeCatalogueAsync(new GetThemeCatalogueRequest { Name = "themeCatalogues/outline-2015" })).ThemeCount);
        await RpcAssert.FailsAsync(StatusCode.FailedPrecondition, "BUILT_IN", () => services.Themes.DeleteThemeCatalogueAsync(new DeleteThemeCatalogueRequest { Name = "themeCatalogues/outline-2015" }));
    }

    [Fact]
    public async Task Crosswalk_is_loaded_between_catalogues_that_are_there()
    {
        var json = """{"id": "terraces-to-outline-2021", "version": "1.0.0", "from": "terraces", "to": "outline-2021", "links": [{"from": "terraces/1", "to": "outline-2021/27", "relation": "related"}]}""";
        await RpcAssert.FailsAsync(StatusCode.InvalidArgument, "THEMES_INVALID", () => services.Themes.ImportCrosswalkAsync(new ImportCrosswalkRequest { Json = json }));
        await services.Themes.ImportThemeCatalogueAsync(new ImportThemeCatalogueRequest { Json = Terraces("坡改梯") });

        var loaded = await services.Themes.ImportCrosswalkAsync(new ImportCrosswalkRequest { Json = json });

        Assert.Equal(("themeCatalogues/terraces", "themeCatalogues/outline-2021", 1), (loaded.From, loaded.To, loaded.EntryCount));
        var entry = Assert.Single((await services.Themes.GetCrosswalkAsync(new GetCrosswalkRequest { From = loaded.From, To = loaded.To })).Entries);
        Assert.Equal(("terraces/1", "outline-2021/27", CrosswalkEntry.Types.Relation.Related), (entry.From, entry.To, entry.Relation));
    }

    [Fact]
    public async Task Who_watches_the_catalogues_gets_them_at_once_and_is_sent_away_when_the_service_stops()
    {
        using var watching = services.Themes.WatchThemeCatalogues(new WatchThemeCataloguesRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Empty(watching.ResponseStream.Current.Json);
        await services.Themes.ImportThemeCatalogueAsync(new ImportThemeCatalogueRequest { Json = Terraces("坡改梯") });
        Assert.True(await watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(Terraces("坡改梯"), Assert.Single(watching.ResponseStream.Current.Json));

        var stopping = services.StopPlansAsync();

        await RpcAssert.FailsAsync(StatusCode.Unavailable, "STOPPING", () => watching.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        await stopping;
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"id\": \"x\"}")]
    public async Task Catalogue_that_is_not_well_formed_is_refused_and_changes_nothing(string json)
    {
        var error = await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => services.Themes.ImportThemeCatalogueAsync(new ImportThemeCatalogueRequest { Json = json }));

        Assert.True(error.Status.Detail.Any(letter => letter >= 0x4E00), error.Status.Detail);
        Assert.Equal(2, (await services.Themes.ListThemeCataloguesAsync(new ListThemeCataloguesRequest())).Catalogues.Count);
    }

    private static (string Name, int Start, int End, int Themes, bool BuiltIn) Facts(ThemeCatalogue catalogue) =>
        (catalogue.Name, catalogue.StartYear, catalogue.EndYear, catalogue.ThemeCount, catalogue.BuiltIn);

    private static string Terraces(string keyword) => new JsonObject
    {
        ["id"] = "terraces",
        ["name"] = "梯田建设目录",
        ["version"] = "1.0.0",
        ["startYear"] = 2024,
        ["endYear"] = 2026,
        ["groups"] = new JsonArray(new JsonObject { ["id"] = "一", ["name"] = "山区" }),
        ["themes"] = new JsonArray(new JsonObject
        {
            ["id"] = "terraces/1",
            ["number"] = 1,
            ["group"] = "一",
            ["name"] = "坡改梯",
            ["description"] = "坡地改成梯田。",
            ["keywords"] = new JsonObject { [keyword] = 8, ["梯田"] = 5 },
        }),
    }.ToJsonString();

    private async Task<Plan> GetAsync(string name) => await services.Plans.GetPlanAsync(new GetPlanRequest { Name = name });
}
