using Fazhi.Hosting.Tests.Host;
using Fazhi.Testing;
using Microsoft.Extensions.Caching.Distributed;

namespace Fazhi.Hosting.Tests.Cache;

/// <summary>The same behaviour on both engines of the cache.</summary>
public sealed class CacheTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cache_in_the_process_keeps_and_forgets()
    {
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, builder => builder.AddCache());
        await KeepsAndForgets(host.Services.GetRequiredService<IDistributedCache>());
    }

    [Fact]
    public async Task Cache_in_redis_keeps_and_forgets_and_is_shared_by_replicas()
    {
        await using var folder = new TempFolder();
        var port = FreePort.Find();
        await using var redis = ChildProcess.Start(
            Optional.Redis(), ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.Path]);
        await redis.WaitForLineAsync(line => line.Contains("Ready to accept connections", StringComparison.Ordinal));
        await using var one = await EchoHost.StartAsync(folder, builder => builder.AddCache(), $"--Fazhi:Redis=127.0.0.1:{port}");
        await using var other = await EchoHost.StartAsync(folder, builder => builder.AddCache(), $"--Fazhi:Redis=127.0.0.1:{port}");
        var (first, second) = (one.Services.GetRequiredService<IDistributedCache>(), other.Services.GetRequiredService<IDistributedCache>());

        await KeepsAndForgets(first);
        await first.SetStringAsync("shared", "对", Cancel);
        Assert.Equal("对", await second.GetStringAsync("shared", Cancel));
        await second.RemoveAsync("shared", Cancel);
        Assert.Null(await first.GetStringAsync("shared", Cancel));
    }

    private static async Task KeepsAndForgets(IDistributedCache cache)
    {
        byte[] bytes = [0, 1, 255];
        Assert.Null(await cache.GetAsync("key", Cancel));
        await cache.SetAsync("key", bytes, Cancel);
        Assert.Equal(bytes, await cache.GetAsync("key", Cancel));

        await cache.SetAsync("short", bytes, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(1) }, Cancel);
        Assert.Equal(bytes, await cache.GetAsync("short", Cancel));
        await Eventually.True(async () => await cache.GetAsync("short", Cancel) is null);

        await cache.RemoveAsync("key", Cancel);
        Assert.Null(await cache.GetAsync("key", Cancel));
    }
}
