using System.Diagnostics;

namespace Fazhi.Benchmarks;

/// <summary>What a number of equal calls took.</summary>
internal sealed record Latencies(int Clients, TimeSpan Median, TimeSpan P99, double PerSecond)
{
    /// <summary>Runs a call over and over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="clients">How many make it at the same time.</param>
    /// <param name="calls">How often in all, after as many as a tenth to warm up (200 at least).</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Latencies> MeasureAsync(Func<CancellationToken, Task> call, int clients, int calls, CancellationToken cancellationToken)
    {
        await RunAsync(call, clients, Math.Max(200, calls / 10), cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        var times = await RunAsync(call, clients, calls, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        Array.Sort(times);
        return new Latencies(clients, times[times.Length / 2], times[(int)(times.Length * 0.99)], times.Length / elapsed.TotalSeconds);
    }

    private static async Task<TimeSpan[]> RunAsync(Func<CancellationToken, Task> call, int clients, int calls, CancellationToken cancellationToken)
    {
        var times = new TimeSpan[calls];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(
            async () =>
            {
                for (var number = Interlocked.Increment(ref next); number < calls; number = Interlocked.Increment(ref next))
                {
                    var begin = Stopwatch.GetTimestamp();
                    await call(cancellationToken);
                    times[number] = Stopwatch.GetElapsedTime(begin);
                }
            },
            cancellationToken)));
        return times;
    }
}
