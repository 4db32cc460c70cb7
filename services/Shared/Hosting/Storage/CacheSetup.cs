using Microsoft.Extensions.Caching.StackExchangeRedis;

namespace Fazhi.Hosting;

/// <summary>Registers the cache.</summary>
public static class CacheSetup
{
    /// <summary>
    /// Adds <see cref="Microsoft.Extensions.Caching.Distributed.IDistributedCache"/>: in the process, or, when <c>Fazhi:Redis</c> gives a connection such as
    /// <c>redis:6379</c>, in Redis, so that several replicas share it. Keys begin with the service's name.
    /// </summary>
    public static WebApplicationBuilder AddCache(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Fazhi:Redis"] is not { Length: > 0 } connection)
        {
            builder.Services.AddDistributedMemoryCache();
            return builder;
        }

        builder.Services.AddStackExchangeRedisCache(options => options.Configuration = connection);
        builder.Services.AddOptions<RedisCacheOptions>()
            .Configure<HostSettings>((options, settings) => options.InstanceName = $"fazhi:{settings.ServiceName}:");
        return builder;
    }
}
