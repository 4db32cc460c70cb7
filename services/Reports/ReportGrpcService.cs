using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Reports.Storage;
using Fazhi.Reports.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Reports;

/// <summary><c>fazhi.reports.v1.ReportService</c>: translates between the contract and the store.</summary>
internal sealed class ReportGrpcService(ReportStore store, DocumentImporter importer, DocumentReprocessor reprocessor, Originals originals) : ReportService.ReportServiceBase
{
    private const int MaxFullPageSize = 20;

    public override Task<ImportDocumentResponse> ImportDocument(IAsyncStreamReader<ImportDocumentRequest> requestStream, ServerCallContext context) =>
        importer.ImportAsync(requestStream, context.CancellationToken);

    public override async Task<Report> GetReport(GetReportRequest request, ServerCallContext context) =>
        await store.FindAsync(ReportNames.Report.Parse(request.Name), request.View != ReportView.Basic, context.CancellationToken)
        ?? throw FazhiException.NotFound("Report", request.Name);

    public override async Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context)
    {
        var full = request.View == ReportView.Full;
        var size = PageSize.Of(request.PageSize, full ? MaxFullPageSize : 50, full ? MaxFullPageSize : 200);
        var filter = new DocumentFilter(request.RegionCode, request.Year, Kind: 0, Status: 0, request.Text).Checked();
        var (page, total) = await store.ListAsync(request, filter, size, full, context.CancellationToken);
        return new ListReportsResponse { Reports = { page.Items }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override Task ReprocessDocuments(ReprocessDocumentsRequest request, IServerStreamWriter<ReprocessDocumentsResponse> responseStream, ServerCallContext context) =>
        reprocessor.RunAsync(request, responseStream, context.CancellationToken);

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
