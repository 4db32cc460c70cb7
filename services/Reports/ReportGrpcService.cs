using System.Globalization;
using Fazhi.Catalogues.Metrics;
using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Reports.Storage;
using Fazhi.Reports.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Reports;

/// <summary><c>fazhi.reports.v1.ReportService</c>: translates between the contract and the store.</summary>
internal sealed class ReportGrpcService(
    ReportStore store, PassageThemes themes, ThemeDirectory directory, DocumentImporter importer, DocumentReprocessor reprocessor, Originals originals)
    : ReportService.ReportServiceBase
{
    private const int MaxFullPageSize = 20;

    public override Task<ImportDocumentResponse> ImportDocument(IAsyncStreamReader<ImportDocumentRequest> requestStream, ServerCallContext context) =>
        importer.ImportAsync(requestStream, context.CancellationToken);

    public override async Task<Report> GetReport(GetReportRequest request, ServerCallContext context)
    {
        var report = await store.FindAsync(ReportNames.Report.Parse(request.Name), request.View != ReportView.Basic, context.CancellationToken)
            ?? throw FazhiException.NotFound("Report", request.Name);
        themes.Fill(report);
        return report;
    }

    public override async Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context)
    {
        var full = request.View == ReportView.Full;
        var size = PageSize.Of(request.PageSize, full ? MaxFullPageSize : 50, full ? MaxFullPageSize : 200);
        var filter = new DocumentFilter(request.RegionCode, request.Year, Kind: 0, Status: 0, request.Text).Checked();
        var (page, total) = await store.ListAsync(request, filter, size, full, context.CancellationToken);
        foreach (var report in page.Items)
            themes.Fill(report);
        return new ListReportsResponse { Reports = { page.Items }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override async Task<Passage> UpdatePassage(UpdatePassageRequest request, ServerCallContext context)
    {
        var (set, reset) = CorrectionMasks.Read(request.UpdateMask, request.ResetMask, "themes");
        var given = request.Passage ?? throw FazhiException.InvalidArgument("passage", "不能为空");
        var ids = ReportNames.Passage.ParseAll(given.Name, "passage.name");
        if (!int.TryParse(ids[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            throw FazhiException.InvalidArgument("passage.name", $"“{given.Name}”中的段落序号应从 1 开始");
        var values = new Passage { Themes = { ChosenThemes.Check("passage.themes", given.Themes, directory) } };
        var (report, passage) = await store.CorrectAsync(ids[0], number, values, set, reset, request.ReportEtag, context.CancellationToken);
        if (reset.Count > 0)
            themes.Fill(report, passage);
        return passage;
    }

    public override Task ReprocessDocuments(ReprocessDocumentsRequest request, IServerStreamWriter<ReprocessDocumentsResponse> responseStream, ServerCallContext context) =>
        reprocessor.RunAsync(request, responseStream, context.CancellationToken);

    public override Task<ListMetricsResponse> ListMetrics(ListMetricsRequest request, ServerCallContext context) => Task.FromResult(new ListMetricsResponse
    {
        Metrics =
        {
            MetricCatalogue.Default.Metrics.Where(metric => request.Theme.Length == 0 || metric.Theme == request.Theme).Select(metric => new V1.Metric
            {
                Id = metric.Id,
                DisplayName = metric.Name,
                Unit = metric.Units[0],
                Theme = metric.Theme,
            }),
        },
    });

    public override async Task<Empty> DeleteReport(DeleteReportRequest request, ServerCallContext context)
    {
        await store.DeleteAsync(ReportNames.Report.Parse(request.Name), request.Etag, context.CancellationToken);
        return new Empty();
    }

    public override async Task DownloadOriginal(DownloadOriginalRequest request, IServerStreamWriter<OriginalChunk> responseStream, ServerCallContext context)
    {
        var report = await store.FindAsync(ReportNames.Report.Parse(request.Name), full: false, context.CancellationToken)
            ?? throw FazhiException.NotFound("Report", request.Name);
        await originals.SendAsync(report.Source, responseStream, context.CancellationToken);
    }

    public override async Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
    {
        await foreach (var (entry, report) in store.WatchAsync(request.ResumeToken, context.CancellationToken))
        {
            if (report is not null)
                themes.Fill(report);
            var message = new WatchChangesResponse
            {
                ResumeToken = entry.ResumeToken,
                CaughtUp = entry.CaughtUp,
                Name = entry.Name,
                Deleted = entry.Deleted,
                Report = report,
            };
            await responseStream.WriteAsync(message, context.CancellationToken);
        }
    }
}
