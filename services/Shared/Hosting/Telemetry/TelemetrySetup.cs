using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Fazhi.Hosting;

/// <summary>
/// OpenTelemetry, sent where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says and not collected at all when it says nothing. Trace ids
/// travel between the services either way: they are in every log line.
/// </summary>
internal static class TelemetrySetup
{
    public static void Add(WebApplicationBuilder builder, string serviceName)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName, serviceNamespace: "fazhi"))
            .WithTracing(tracing => tracing
                .AddSource("Fazhi.*", "System.Net.Http")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("Fazhi.*", "System.Net.Http", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter());
    }
}
