using Fazhi.Hosting;
using Fazhi.Reports.V1;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeReports(FakeLibrary library) : ReportService.ReportServiceBase
{
    public override Task<Report> GetReport(GetReportRequest request, ServerCallContext context)
        => Task.FromResult(library.Reports.TryGetValue(request.Name, out var report) ? report : throw FazhiException.NotFound("report", request.Name));

    public override Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context)
    {
        var reports = library.Reports.Values.Where(report => report.Title.Contains(request.Text, StringComparison.Ordinal)).ToList();
        return Task.FromResult(new ListReportsResponse { Reports = { reports }, TotalSize = reports.Count });
    }
}
