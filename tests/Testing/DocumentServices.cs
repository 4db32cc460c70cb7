using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Units.V1;
using Google.Protobuf;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Testing;

/// <summary>Units, plans and reports on real sockets, connected to one another as in the real system, with the regions of the fictional world registered.</summary>
public sealed class DocumentServices : IAsyncDisposable
{
    private static readonly (string Code, string Name)[] FictionalRegions =
    [
        ("990000", "岚川省"), ("990100", "临澜市"), ("990200", "澄湖市"), ("990102", "青砚区"), ("990121", "望岫县"), ("990221", "云汀县"), ("990121101", "石渡镇"),
    ];

    private readonly RealHost units;
    private readonly RealHost plans;
    private readonly RealHost reports;

    private DocumentServices(RealHost units, RealHost plans, RealHost reports)
    {
        (this.units, this.plans, this.reports) = (units, plans, reports);
        Units = units.Client<UnitService.UnitServiceClient>();
        Plans = plans.Client<PlanService.PlanServiceClient>();
        Themes = plans.Client<ThemeService.ThemeServiceClient>();
        Reports = reports.Client<ReportService.ReportServiceClient>();
    }

    public UnitService.UnitServiceClient Units { get; }

    public PlanService.PlanServiceClient Plans { get; }

    public ThemeService.ThemeServiceClient Themes { get; }

    public ReportService.ReportServiceClient Reports { get; }

    /// <summary>Starts the three with their files below <paramref name="folder"/>; a folder used before goes on with what is in it.</summary>
    public static async Task<DocumentServices> StartAsync(string folder)
    {
        var units = await RealHost.StartAsync(Fazhi.Units.Program.Build, Path.Combine(folder, "units"));
        // Plans and reports know one another: the second one's address is needed before it listens.
        var plansAddress = $"http://127.0.0.1:{FreePort.Find()}";
        var reports = await RealHost.StartAsync(
            Fazhi.Reports.Program.Build, Path.Combine(folder, "reports"), $"--Fazhi:Services:Units={units.Address}", $"--Fazhi:Services:Plans={plansAddress}");
        var plans = await RealHost.StartAsync(
            Fazhi.Plans.Program.Build,
            Path.Combine(folder, "plans"),
            $"--Fazhi:Services:Units={units.Address}",
            $"--Fazhi:Services:Reports={reports.Address}",
            $"--Fazhi:Listen={plansAddress}");
        var services = new DocumentServices(units, plans, reports);
        foreach (var (code, name) in FictionalRegions)
            await services.RegisterAsync(code, name);
        return services;
    }

    /// <summary>Imports through the plan service.</summary>
    public Task<ImportDocumentResponse> ImportAsync(byte[] bytes, string fileName = "") => UploadAsync(Plans.ImportDocument, bytes, fileName);

    /// <summary>Sends a document the way clients do.</summary>
    public static async Task<ImportDocumentResponse> UploadAsync(
        Func<CallOptions, AsyncClientStreamingCall<ImportDocumentRequest, ImportDocumentResponse>> import, byte[] bytes, string fileName = "")
    {
        using var call = import(new CallOptions(cancellationToken: TestContext.Current.CancellationToken));
        try
        {
            await call.RequestStream.WriteAsync(new ImportDocumentRequest { Metadata = new ImportMetadata { FileName = fileName } });
            foreach (var chunk in bytes.Chunk(256 * 1024))
                await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = ByteString.CopyFrom(chunk) });
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The server ended the call early; what it has to say is in the response.
        }

        return await call.ResponseAsync;
    }

    /// <summary>Reads documents anew.</summary>
    public static async Task<IReadOnlyList<ReprocessDocumentsResponse>> ReprocessAsync(
        Func<ReprocessDocumentsRequest, CallOptions, AsyncServerStreamingCall<ReprocessDocumentsResponse>> reprocess, ReprocessDocumentsRequest request)
    {
        using var call = reprocess(request, new CallOptions(cancellationToken: TestContext.Current.CancellationToken));
        return await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    public Task StopUnitsAsync() => units.StopAsync();

    public Task StopPlansAsync() => plans.StopAsync();

    public Task StopReportsAsync() => reports.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await plans.DisposeAsync();
        await reports.DisposeAsync();
        await units.DisposeAsync();
    }

    private async Task RegisterAsync(string code, string name)
    {
        try
        {
            await Units.CreateRegionAsync(new CreateRegionRequest { Region = new Region { Code = code, DisplayName = name } });
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.AlreadyExists)
        {
            // The folder was used before.
        }
    }
}
