namespace Fazhi.Hosting;

/// <summary>Registers a service's store.</summary>
public static class StoreSetup
{
    /// <summary>
    /// Adds the <see cref="SqliteStore"/> <c>{Fazhi:Data}/{service}.db</c> with its <see cref="ChangeLog"/>, <see cref="RequestIds"/> and
    /// <see cref="Originals"/>, opens it before the host listens, and makes it part of the host's health.
    /// </summary>
    /// <typeparam name="TAnchor">Any type of the assembly that embeds the schema, <c>Storage/Schema/NNNN_name.sql</c>.</typeparam>
    public static WebApplicationBuilder AddStore<TAnchor>(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services =>
        {
            var settings = services.GetRequiredService<HostSettings>();
            var path = Path.Combine(settings.Data, settings.ServiceName + ".db");
            return SqliteStore.Open(path, typeof(TAnchor).Assembly, services.GetRequiredService<TimeProvider>());
        });
        builder.Services.AddSingleton<ChangeLog>();
        builder.Services.AddSingleton<RequestIds>();
        builder.Services.AddSingleton<Originals>();
        builder.Services.AddHostedService<StoreOpening>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealthCheck>("store");
        return builder;
    }
}
