using System.Security.Cryptography;
using System.Text;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>The platform as a gRPC client sees it, through the gateway.</summary>
internal sealed class FazhiClient : IDisposable
{
    private const int ChunkBytes = 256 * 1024;
    private readonly GrpcChannel _channel;

    public FazhiClient(Uri address)
    {
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = 64 * 1024 * 1024,
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
        });
        Plans = new PlanService.PlanServiceClient(_channel);
        Reports = new ReportService.ReportServiceClient(_channel);
        Search = new SearchService.SearchServiceClient(_channel);
        Units = new UnitService.UnitServiceClient(_channel);
    }

    public PlanService.PlanServiceClient Plans { get; }

    public ReportService.ReportServiceClient Reports { get; }

    public SearchService.SearchServiceClient Search { get; }

    public UnitService.UnitServiceClient Units { get; }

    /// <summary>Imports through the plan service, which finds out by itself what the document is.</summary>
    public async Task<ImportDocumentResponse> ImportAsync(string fileName, byte[] bytes, CancellationToken cancellation)
    {
        using var call = Plans.ImportDocument(deadline: DateTime.UtcNow.AddSeconds(60), cancellationToken: cancellation);
        try
        {
            await call.RequestStream.WriteAsync(
                new ImportDocumentRequest { Metadata = new ImportMetadata { FileName = fileName } }, cancellation);
            foreach (var chunk in bytes.Chunk(ChunkBytes))
                await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) }, cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The server may answer before it has read everything; its answer is what counts.
        }
        return await call.ResponseAsync;
    }

    public Task<ImportDocumentResponse> ImportAsync(string fileName, string text, CancellationToken cancellation) =>
        ImportAsync(fileName, Encoding.UTF8.GetBytes(text), cancellation);

    public async Task<SearchResponse> SearchAsync(string query, CancellationToken cancellation, SearchFilter? filter = null, int pageSize = 100, int passages = 3) =>
        await Search.SearchAsync(
            new SearchRequest { Query = query, Filter = filter, PageSize = pageSize, PassagesPerDocument = passages },
            deadline: DateTime.UtcNow.AddSeconds(30),
            cancellationToken: cancellation);

    /// <summary>Names of the documents that a query finds, on all pages, in their order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string query, CancellationToken cancellation)
    {
        var names = new List<string>();
        var request = new SearchRequest { Query = query, PageSize = 100 };
        do
        {
            var page = await Search.SearchAsync(request, cancellationToken: cancellation);
            names.AddRange(page.Results.Select(result => result.Document.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }

    public async Task<IReadOnlyList<Plan>> AllPlansAsync(CancellationToken cancellation)
    {
        var plans = new List<Plan>();
        var request = new ListPlansRequest { PageSize = 200 };
        do
        {
            var page = await Plans.ListPlansAsync(request, cancellationToken: cancellation);
            plans.AddRange(page.Plans);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return plans;
    }

    public async Task<IReadOnlyList<Report>> AllReportsAsync(CancellationToken cancellation)
    {
        var reports = new List<Report>();
        var request = new ListReportsRequest { PageSize = 200 };
        do
        {
            var page = await Reports.ListReportsAsync(request, cancellationToken: cancellation);
            reports.AddRange(page.Reports);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return reports;
    }

    /// <summary>Everything that is stored, by resource name.</summary>
    public async Task<IReadOnlyList<string>> AllNamesAsync(CancellationToken cancellation) =>
        [.. (await AllPlansAsync(cancellation)).Select(plan => plan.Name)
            .Concat((await AllReportsAsync(cancellation)).Select(report => report.Name))
            .Order(StringComparer.Ordinal)];

    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        if (name.StartsWith("plans/", StringComparison.Ordinal))
            await Plans.DeletePlanAsync(new DeletePlanRequest { Name = name }, cancellationToken: cancellation);
        else
            await Reports.DeleteReportAsync(new DeleteReportRequest { Name = name }, cancellationToken: cancellation);
    }

    /// <summary>The original bytes of a plan or report, and where the service says that they came from.</summary>
    public async Task<(Source Source, byte[] Bytes)> DownloadAsync(string name, CancellationToken cancellation)
    {
        using var call = name.StartsWith("plans/", StringComparison.Ordinal)
            ? Plans.DownloadOriginal(new Fazhi.Plans.V1.DownloadOriginalRequest { Name = name }, cancellationToken: cancellation)
            : Reports.DownloadOriginal(new Fazhi.Reports.V1.DownloadOriginalRequest { Name = name }, cancellationToken: cancellation);
        using var bytes = new MemoryStream();
        Source? source = null;
        await foreach (var chunk in call.ResponseStream.ReadAllAsync(cancellation))
        {
            source ??= chunk.Source;
            chunk.Data.WriteTo(bytes);
        }
        return (source ?? throw new InvalidOperationException($"{name} has no source."), bytes.ToArray());
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public void Dispose() => _channel.Dispose();
}
