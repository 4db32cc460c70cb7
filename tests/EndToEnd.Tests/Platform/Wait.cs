using Grpc.Core;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>Waits for what a distributed system does in its own time, and says what was missing when it did not.</summary>
internal static class Wait
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is null (nothing is missing).</summary>
    /// <param name="limit">How long to ask.</param>
    /// <param name="missing">What is still missing; a refused call or connection counts as missing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="TimeoutException">It was still missing at the end.</exception>
    public static async Task UntilAsync(TimeSpan limit, Func<Task<string?>> missing, CancellationToken cancellation)
    {
        var end = DateTime.UtcNow + limit;
        while (await AskAsync(missing) is { } still)
        {
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"After {limit.TotalSeconds} s: {still}");
            await Task.Delay(Interval, cancellation);
        }
    }

    private static async Task<string?> AskAsync(Func<Task<string?>> missing)
    {
        try
        {
            return await missing();
        }
        catch (Exception error) when (error is RpcException or HttpRequestException)
        {
            return error.Message;
        }
    }
}
