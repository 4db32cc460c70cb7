using System.Reflection;
using Fazhi.Units.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Fazhi.Hosting;

/// <summary>
/// Health in the form of <c>grpc.health.v1</c>: the service "" is the sum of all checks that were registered, and so is each service of the contract
/// that the host answers (<c>fazhi.plans.v1.PlanService</c>): a host serves whole or not at all.
/// </summary>
internal static class HealthSetup
{
    public static void Add(IServiceCollection services, string serviceName)
    {
        services.AddGrpcHealthChecks(options =>
        {
            foreach (var name in ContractServices(serviceName))
                options.Services.Map(name, static _ => true);
        });
        // Without any check of its own a host that answers is healthy.
        services.AddHealthChecks().AddCheck("host", () => HealthCheckResult.Healthy());
        services.AddSingleton<IHealthCheckPublisher, HealthLog>();
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.FromMilliseconds(200);
            options.Period = TimeSpan.FromSeconds(5);
        });
    }

    /// <summary>Full names of the services of one area: those of the packages <c>fazhi.{area}.v1</c>, v2…</summary>
    private static IEnumerable<string> ContractServices(string area) => typeof(UnitService).Assembly.GetTypes()
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
        .Where(property => property?.PropertyType == typeof(ServiceDescriptor))
        .Select(property => ((ServiceDescriptor)property!.GetValue(null)!).FullName)
        .Where(name => name.StartsWith($"fazhi.{area}.v", StringComparison.Ordinal));
}
