using Fazhi.Gateway.Contracts;
using Grpc.Core;
using Grpc.Health.V1;

namespace Fazhi.Gateway.Monitoring;

/// <summary>grpc.health.v1 on the gateway's port: the empty name is the gateway itself, the name of a service asks that service.</summary>
internal sealed class GatewayHealthService(ContractCatalog contracts, ServiceHealth health) : Health.HealthBase
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(5);

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = await StatusOfAsync(request.Service, context.CancellationToken);
        return status is HealthCheckResponse.Types.ServingStatus.ServiceUnknown
            ? throw new RpcException(new Status(StatusCode.NotFound, $"没有服务 {request.Service}"))
            : new HealthCheckResponse { Status = status };
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        HealthCheckResponse.Types.ServingStatus? sent = null;
        try
        {
            using var timer = new PeriodicTimer(WatchInterval);
            do
            {
                var status = await StatusOfAsync(request.Service, context.CancellationToken);
                if (status == sent)
                    continue;
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
                sent = status;
            }
            while (await timer.WaitForNextTickAsync(context.CancellationToken));
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The watcher left; that is how a watch ends.
        }
    }

    private async Task<HealthCheckResponse.Types.ServingStatus> StatusOfAsync(string service, CancellationToken cancellationToken)
    {
        if (service.Length == 0)
            return HealthCheckResponse.Types.ServingStatus.Serving;
        if (contracts.Find(service) is not { } known)
            return HealthCheckResponse.Types.ServingStatus.ServiceUnknown;
        var state = await health.CheckAsync(known.Area, cancellationToken);
        return state.Serving ? HealthCheckResponse.Types.ServingStatus.Serving : HealthCheckResponse.Types.ServingStatus.NotServing;
    }
}
