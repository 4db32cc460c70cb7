using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Supervision.V1;
using Fazhi.Units.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Fazhi.Cli.Connection;

/// <summary>The services behind the gateway, over one connection. Calls that may be repeated are, a few times, while the server is unavailable.</summary>
internal sealed class Gateway : IDisposable
{
    private const int MaxMessageBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StreamLimit = TimeSpan.FromMinutes(3);
    private readonly GrpcChannel _channel;

    public Gateway(Uri server)
    {
        _channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = MaxMessageBytes,
            MaxSendMessageSize = MaxMessageBytes,
            // HTTP/2 without TLS cannot go through a proxy: one that the environment names must not be tried.
            HttpHandler = new SocketsHttpHandler { ConnectTimeout = ConnectLimit, EnableMultipleHttp2Connections = true, UseProxy = server.Scheme == "https" },
            DisposeHttpClient = true,
            ServiceConfig = new ServiceConfig { MethodConfigs = { WithRetries() } },
        });
        Units = new UnitService.UnitServiceClient(_channel);
        Plans = new PlanService.PlanServiceClient(_channel);
        Reports = new ReportService.ReportServiceClient(_channel);
        Supervision = new SupervisionService.SupervisionServiceClient(_channel);
        Search = new SearchService.SearchServiceClient(_channel);
        SavedSearches = new SavedSearchService.SavedSearchServiceClient(_channel);
        Themes = new ThemeService.ThemeServiceClient(_channel);
    }

    public UnitService.UnitServiceClient Units { get; }

    public PlanService.PlanServiceClient Plans { get; }

    public ReportService.ReportServiceClient Reports { get; }

    public SupervisionService.SupervisionServiceClient Supervision { get; }

    public SearchService.SearchServiceClient Search { get; }

    public SavedSearchService.SavedSearchServiceClient SavedSearches { get; }

    public ThemeService.ThemeServiceClient Themes { get; }

    /// <summary>Options of an ordinary call.</summary>
    public static CallOptions Call(CancellationToken cancellation) => new(deadline: DateTime.UtcNow + CallLimit, cancellationToken: cancellation);

    /// <summary>Options of a call that carries a whole file.</summary>
    public static CallOptions Stream(CancellationToken cancellation) => new(deadline: DateTime.UtcNow + StreamLimit, cancellationToken: cancellation);

    /// <summary>Options of a call that takes as long as it takes: it goes through everything that is there.</summary>
    public static CallOptions Long(CancellationToken cancellation) => new(cancellationToken: cancellation);

    private static MethodConfig WithRetries() => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = 4,
            InitialBackoff = TimeSpan.FromMilliseconds(200),
            MaxBackoff = TimeSpan.FromSeconds(1),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };

    public void Dispose() => _channel.Dispose();
}
