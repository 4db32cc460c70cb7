using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;

namespace Fazhi.Hosting;

/// <summary>
/// The defaults every service host starts from: Kestrel with HTTP/2, gRPC with one error form, health, reflection,
/// telemetry, log format and life time.
/// </summary>
public static class FazhiHost
{
    /// <summary>Largest message a service takes or sends, in bytes: an imported document of 32 MiB with its text, which its tasks have again, fits.</summary>
    public const int MaxMessageSize = 128 * 1024 * 1024;

    private const int MaxHeaderSize = 32 * 1024;
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Prepares a host. Register what is the service's own, then build and call <see cref="MapFazhiDefaults"/>.</summary>
    /// <param name="args">Command line; <c>--Fazhi:Listen=http://127.0.0.1:5001</c> and the like override everything else.</param>
    /// <param name="serviceName">Short name, such as <c>plans</c>.</param>
    /// <exception cref="InvalidOperationException"><c>Fazhi:Listen</c> is no http address.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args, string serviceName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceName);
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddProcessDefaults(serviceName);
        var settings = HostSettings.From(builder.Configuration, serviceName);

        builder.Services.AddSingleton(settings);
        builder.WebHost.UseUrls(settings.Listen.ToString()).ConfigureKestrel(ConfigureKestrel);
        AddGrpc(builder.Services);
        HealthSetup.Add(builder.Services, serviceName);
        return builder;
    }

    /// <summary>What every process of the platform does the same way, the gateway too: logs, telemetry, clock, ending with its parent.</summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="serviceName">Short name, such as <c>gateway</c>.</param>
    public static void AddProcessDefaults(this WebApplicationBuilder builder, string serviceName)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = DefaultLogLevels });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        LoggingSetup.Configure(builder);
        TelemetrySetup.Add(builder, serviceName);
        if (builder.Configuration.GetValue<bool>("Fazhi:ExitWithParent"))
            builder.Services.AddHostedService<ExitWithParent>();
    }

    /// <summary>Maps what every host answers beside its own services: <c>grpc.health.v1</c> and server reflection.</summary>
    public static WebApplication MapFazhiDefaults(this WebApplication app)
    {
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        return app;
    }

    // Lowest in priority: appsettings, environment and command line (Logging:LogLevel:…) override these.
    private static readonly Dictionary<string, string?> DefaultLogLevels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:Grpc"] = "Warning",
        // It writes a whole stack each time that somebody asks; HealthLog tells what changes.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
    };

    private static void ConfigureKestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
        kestrel.Limits.MaxRequestBodySize = MaxMessageSize + 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderSize;
        kestrel.Limits.Http2.MaxRequestHeaderFieldSize = MaxHeaderSize;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 256;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        // A consumer of a change feed that is busy indexing holds the stream's window closed: that is not an attack.
        kestrel.Limits.MinResponseDataRate = null;
    }

    private static void AddGrpc(IServiceCollection services)
    {
        services.AddSingleton<ExceptionInterceptor>();
        services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = MaxMessageSize;
            options.MaxSendMessageSize = MaxMessageSize;
            options.Interceptors.Add<ExceptionInterceptor>();
        });
        services.AddGrpcReflection();
    }
}
