using System.Net;
using System.Threading.RateLimiting;
using Fazhi.Gateway.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Fazhi.Gateway.Protection;

/// <summary>Two limits, both of which a request must pass: requests under way in all, and requests a second of one client address.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);

    public static void Configure(RateLimiterOptions limiter, GatewayOptions limits)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(Together(limits), PerAddress(limits));
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : DefaultWait;
            await rejected.HttpContext.RequestServices.GetRequiredService<ErrorForms>()
                .WriteAsync(rejected.HttpContext, GatewayStatus.TooManyRequests(wait), StatusCodes.Status429TooManyRequests);
        };
    }

    private static PartitionedRateLimiter<HttpContext> Together(GatewayOptions limits)
        => PartitionedRateLimiter.Create<HttpContext, string>(context => IsErrorPage(context)
            ? RateLimitPartition.GetNoLimiter("error page")
            : RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.MaxConcurrentRequests }));

    private static PartitionedRateLimiter<HttpContext> PerAddress(GatewayOptions limits)
        => PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => IsErrorPage(context)
            ? RateLimitPartition.GetNoLimiter(IPAddress.Any)
            : RateLimitPartition.GetTokenBucketLimiter(
                ClientOf(context),
                address => IPAddress.IsLoopback(address)
                    ? Bucket(limits.LoopbackRequestsPerSecond, limits.LoopbackRequestBurst)
                    : Bucket(limits.RequestsPerSecond, limits.RequestBurst)));

    /// <summary>The page that tells of a refusal is not refused itself.</summary>
    private static bool IsErrorPage(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        TokenLimit = Math.Max(burst, perSecond),
        AutoReplenishment = true,
    };

    /// <summary>The address of the client; of an IPv6 address the /64 that one subscriber has.</summary>
    private static IPAddress ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
