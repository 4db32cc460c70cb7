using System.Text;
using Fazhi.Documents.V1;
using Fazhi.Reports.V1;
using Fazhi.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ThemeScore = Fazhi.Plans.V1.ThemeScore;

namespace Fazhi.Reports.Tests;

public sealed class ReportServiceTests : IAsyncLifetime
{
    private const string YearlyReport =
        """
        临澜市2022年法治政府建设年度报告

        现将我市2022年法治政府建设情况报告如下。
        一、主要举措和成效
        （一）案卷评查见到实效。全年抽查案卷120卷。
        二、存在的问题
        个别站所台账不全。
        三、下一步打算
        加强培训。

        临澜市人民政府
        2023年1月18日
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
    public async Task Imported_report_has_its_figures_problems_next_steps_and_passages()
    {
        var report = await services.Reports.GetReportAsync(new GetReportRequest { Name = (await services.ImportAsync(Encoding.UTF8.GetBytes(YearlyReport))).Document.Name });

        var fact = Assert.Single(report.Facts);
        Assert.Equal(("案卷评查份数", 120, "卷"), (fact.MetricName, (int)fact.Value, fact.Unit));
        Assert.Contains("120卷", report.Content.Text.Substring(fact.Range.Start, fact.Range.Length), StringComparison.Ordinal);
        Assert.Equal(
            [(SectionClass.Problems, "个别站所台账不全"), (SectionClass.NextSteps, "加强培训")],
            report.Items.Select(item => (item.SectionClass, item.Text)));
        Assert.Equal(report.Content.Sections.Count, report.SectionClasses.Count);
        Assert.Contains(report.Passages, passage => passage.Themes.Any(theme => theme.Theme == "outline-2021/26"));
        Assert.Contains((await services.Reports.ListMetricsAsync(new ListMetricsRequest())).Metrics, metric => metric.Id == fact.Metric);
    }

    [Fact]
    public async Task Themes_of_a_passage_that_a_person_set_win_and_follow_it_when_the_report_is_read_anew()
    {
        var name = (await services.ImportAsync(Encoding.UTF8.GetBytes(YearlyReport))).Document.Name;
        var before = await services.Reports.GetReportAsync(new GetReportRequest { Name = name });
        var passage = before.Passages[^1].Name;

        await services.Reports.UpdatePassageAsync(new UpdatePassageRequest
        {
            Passage = new Passage { Name = passage, Themes = { new ThemeScore { Theme = "outline-2021/34" } } },
            UpdateMask = FieldMask.FromString("themes"),
            ReportEtag = before.Etag,
        });
        var done = await DocumentServices.ReprocessAsync(services.Reports.ReprocessDocuments, new ReprocessDocumentsRequest { IncludeCurrent = true });

        var now = await services.Reports.GetReportAsync(new GetReportRequest { Name = name });
        Assert.Equal([(name, ReprocessDocumentsResponse.Types.Outcome.Unchanged)], done.Select(entry => (entry.Name, entry.Outcome)));
        Assert.Equal(("outline-2021/34", true), (now.Passages[^1].Themes.Single().Theme, now.Passages[^1].Themes.Single().Confirmed));
        Assert.NotEqual(before.Etag, now.Etag);
        await RpcAssert.FailsAsync(StatusCode.Aborted, null, () => services.Reports.UpdatePassageAsync(new UpdatePassageRequest
        {
            Passage = new Passage { Name = passage },
            ResetMask = FieldMask.FromString("themes"),
            ReportEtag = before.Etag,
        }));

        await services.Reports.UpdatePassageAsync(new UpdatePassageRequest { Passage = new Passage { Name = passage }, ResetMask = FieldMask.FromString("themes") });

        Assert.Equal(before.Passages, (await services.Reports.GetReportAsync(new GetReportRequest { Name = name })).Passages);
    }

    [Fact]
    public async Task Imported_report_has_region_year_and_sections()
    {
        var name = await ImportAsync(YearlyReport);

        var report = await services.Reports.GetReportAsync(new GetReportRequest { Name = name });

        Assert.Equal(("临澜市2022年法治政府建设年度报告", 2022, "990100"), (report.Title, report.Year, report.Region.Code));
        Assert.Equal(
            [("一、", "主要举措和成效", 1), ("（一）", "案卷评查见到实效", 2), ("二、", "存在的问题", 1), ("三、", "下一步打算", 1)],
            report.Content.Sections.Select(section => (section.Label, section.Heading, section.Level)));
        Assert.Equal([-1, 0, -1, -1], report.Content.Sections.Select(section => section.Parent));
        var date = Assert.Single(report.Dates, date => date.Role == DocumentDate.Types.Role.Signed);
        Assert.Equal(["2023-01-18"], date.Readings);
    }

    [Fact]
    public async Task Basic_view_leaves_the_content_out()
    {
        var name = await ImportAsync(YearlyReport);

        var basic = await services.Reports.GetReportAsync(new GetReportRequest { Name = name, View = ReportView.Basic });
        var listed = Assert.Single((await services.Reports.ListReportsAsync(new ListReportsRequest())).Reports);
        var full = Assert.Single((await services.Reports.ListReportsAsync(new ListReportsRequest { View = ReportView.Full })).Reports);

        Assert.Null(basic.Content);
        Assert.Equal(basic, listed);
        Assert.NotEmpty(full.Content.Text);
    }

    [Fact]
    public async Task List_filters_by_region_with_everything_below_year_and_title()
    {
        var city = await ImportAsync(YearlyReport);
        var county = await ImportAsync(YearlyReport.Replace("临澜市2022", "澄湖市云汀县2023").Replace("2022年法治", "2023年法治").Replace("临澜市人民政府", "云汀县人民政府"));

        Assert.Equal([county, city], await ListAsync(new ListReportsRequest { RegionCode = "990000" }));
        Assert.Equal([county], await ListAsync(new ListReportsRequest { RegionCode = "990200" }));
        Assert.Equal([city], await ListAsync(new ListReportsRequest { Year = 2022 }));
        Assert.Equal([county], await ListAsync(new ListReportsRequest { Text = "云汀" }));
    }

    [Fact]
    public async Task Deleted_report_is_gone_and_the_feed_says_so()
    {
        var name = await ImportAsync(YearlyReport);
        await services.Reports.DeleteReportAsync(new DeleteReportRequest { Name = name });

        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", () => services.Reports.GetReportAsync(new GetReportRequest { Name = name }));
        await RpcAssert.FailsAsync(StatusCode.NotFound, "NOT_FOUND", async () =>
        {
            using var call = services.Reports.DownloadOriginal(new DownloadOriginalRequest { Name = name });
            await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        });
        using var watch = services.Reports.WatchChanges(new WatchChangesRequest());
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal((name, true), (watch.ResponseStream.Current.Name, watch.ResponseStream.Current.Deleted));
    }

    [Fact]
    public async Task Foreign_resume_token_is_told_to_begin_again() =>
        await RpcAssert.FailsAsync(StatusCode.OutOfRange, "FEED_RESET", async () =>
        {
            using var watch = services.Reports.WatchChanges(new WatchChangesRequest { ResumeToken = $"{Guid.NewGuid():N}/1" });
            await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        });

    private async Task<string> ImportAsync(string text) =>
        (await DocumentServices.UploadAsync(services.Reports.ImportDocument, Encoding.UTF8.GetBytes(text))).Document.Name;

    private async Task<List<string>> ListAsync(ListReportsRequest request) =>
        (await services.Reports.ListReportsAsync(request)).Reports.Select(report => report.Name).ToList();
}
