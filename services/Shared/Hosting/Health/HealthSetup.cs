using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Hosting;

/// <summary>Health in the form of <c>grpc.health.v1</c>: the service "" is the sum of all checks that were registered.</summary>
internal static class HealthSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddGrpcHealthChecks();
        // Without any check of its own a host that answers is healthy.
        services.AddHealthChecks().AddCheck("host", () => HealthCheckResult.Healthy());
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.FromMilliseconds(200);
            options.Period = TimeSpan.FromSeconds(5);
        });
    }
}
