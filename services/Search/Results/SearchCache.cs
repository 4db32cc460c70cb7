using Microsoft.Extensions.Caching.Distributed;

namespace Fazhi.Search.Results;

/// <summary>
/// What can be done without: the cache in the process or in Redis. One that does not answer is left alone for a while, and search goes on without it.
/// </summary>
internal sealed class SearchCache(IDistributedCache cache, TimeProvider time, ILogger<SearchCache> logger)
{
    private static readonly DistributedCacheEntryOptions Options = new() { SlidingExpiration = TimeSpan.FromMinutes(20) };
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(5);

    private long leftAloneUntil;

    /// <summary>What was kept under a key; null when there is nothing, or the cache does not answer.</summary>
    public Task<byte[]?> FindAsync(string key, CancellationToken cancellationToken) =>
        TryAsync(ending => cache.GetAsync(key, ending), cancellationToken);

    /// <summary>Keeps something under a key for a while.</summary>
    public Task KeepAsync(string key, byte[] value, CancellationToken cancellationToken) => TryAsync(
        async ending =>
        {
            await cache.SetAsync(key, value, Options, ending);
            return value;
        },
        cancellationToken);

    private async Task<byte[]?> TryAsync(Func<CancellationToken, Task<byte[]?>> work, CancellationToken cancellationToken)
    {
        if (time.GetTimestamp() < Volatile.Read(ref leftAloneUntil))
            return null;

        try
        {
            return await work(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "cache.failed: search goes on without it for {Seconds} s", LeftAlone.TotalSeconds);
            Volatile.Write(ref leftAloneUntil, time.GetTimestamp() + (long)(LeftAlone.TotalSeconds * time.TimestampFrequency));
            return null;
        }
    }
}
