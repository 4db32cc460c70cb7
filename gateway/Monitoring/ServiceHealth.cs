using System.Diagnostics;
using Fazhi.Gateway.Services;
using Fazhi.Search.V1;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Options;

namespace Fazhi.Gateway.Monitoring;

/// <summary>State of one service as a health check found it.</summary>
/// <param name="Area">Area of the service: "search".</param>
/// <param name="State">"SERVING", "NOT_SERVING", or "UNREACHABLE" when there was no answer in time.</param>
/// <param name="Milliseconds">Time that the answer took.</param>
/// <param name="Message">What was wrong; empty when nothing was.</param>
internal sealed record ServiceState(string Area, string State, long Milliseconds, string Message)
{
    public bool Serving => State == "SERVING";
}

/// <summary>Asks the services how they are, all at once, each with a short deadline.</summary>
internal sealed class ServiceHealth(ServiceDirectory services, IOptions<GatewayOptions> options)
{
    private const string SearchArea = "search";

    public Task<ServiceState[]> CheckAllAsync(CancellationToken cancellationToken)
        => Task.WhenAll(services.Addresses.Select(area => CheckAsync(area.Key, cancellationToken)));

    public async Task<ServiceState> CheckAsync(string area, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var reply = await new Grpc.Health.V1.Health.HealthClient(services.For(area))
                .CheckAsync(new HealthCheckRequest(), Call(cancellationToken));
            var serving = reply.Status is HealthCheckResponse.Types.ServingStatus.Serving;
            return new ServiceState(area, serving ? "SERVING" : "NOT_SERVING", watch.ElapsedMilliseconds, "");
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            return new ServiceState(area, "UNREACHABLE", watch.ElapsedMilliseconds, error.StatusCode.ToString());
        }
    }

    /// <summary>The states, that of the search service with what its index says of why it does not serve.</summary>
    public static ServiceState[] Explain(ServiceState[] states, IndexStatus? index) =>
    [
        .. states.Select(state => state is { Area: SearchArea, Serving: false, Message: "" } && index is not null ? state with { Message = index.CountsMissingReason } : state),
    ];

    /// <summary>How far the index has come; null when the search service does not say.</summary>
    public async Task<IndexStatus?> IndexAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await new SearchService.SearchServiceClient(services.For(SearchArea)).GetIndexStatusAsync(new GetIndexStatusRequest(), Call(cancellationToken));
        }
        catch (RpcException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private CallOptions Call(CancellationToken cancellationToken)
        => new(deadline: DateTime.UtcNow + options.Value.HealthDeadline, cancellationToken: cancellationToken);
}
