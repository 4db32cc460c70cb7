using System.Diagnostics;

namespace Fazhi.Benchmarks;

/// <summary>What a number of calls took.</summary>
/// <param name="Clients">How many were made at the same time.</param>
/// <param name="Times">The time of each call, in the order of their numbers.</param>
/// <param name="PerSecond">Calls a second, all clients together.</param>
internal sealed record Latencies(int Clients, IReadOnlyList<TimeSpan> Times, double PerSecond)
{
    private readonly TimeSpan[] sorted = [.. Times.Order()];

    public TimeSpan Median => sorted[sorted.Length / 2];

    public TimeSpan P99 => sorted[(int)(sorted.Length * 0.99)];

    /// <summary>Those of some of the calls.</summary>
    public Latencies Of(Func<int, bool> number) => new(Clients, [.. Times.Where((_, call) => number(call))], PerSecond);

    /// <summary>Runs a call over and over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="clients">How many make it at the same time.</param>
    /// <param name="calls">How often in all, after as many as a tenth to warm up (200 at least).</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<Latencies> MeasureAsync(Func<CancellationToken, Task> call, int clients, int calls, CancellationToken cancellationToken) =>
        MeasureAsync((_, token) => call(token), clients, calls, cancellationToken);

    /// <summary>Runs calls that have a number, from 0 on; those to warm up have the numbers after the last.</summary>
    /// <inheritdoc cref="MeasureAsync(Func{CancellationToken, Task}, int, int, CancellationToken)"/>
    public static async Task<Latencies> MeasureAsync(Func<int, CancellationToken, Task> call, int clients, int calls, CancellationToken cancellationToken)
    {
        await RunAsync((number, token) => call(calls + number, token), clients, Math.Max(200, calls / 10), cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        var times = await RunAsync(call, clients, calls, cancellationToken);
        return new Latencies(clients, times, calls / Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    // Each client has a thread of its own: in the thread pool, calls that never wait would be made one after the other, and the time for which one had to wait
    // for the others would be nobody's.
    private static async Task<TimeSpan[]> RunAsync(Func<int, CancellationToken, Task> call, int clients, int calls, CancellationToken cancellationToken)
    {
        var times = new TimeSpan[calls];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Factory.StartNew(Call, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return times;

        void Call()
        {
            for (var number = Interlocked.Increment(ref next); number < calls; number = Interlocked.Increment(ref next))
            {
                var begin = Stopwatch.GetTimestamp();
                call(number, cancellationToken).GetAwaiter().GetResult();
                times[number] = Stopwatch.GetElapsedTime(begin);
            }
        }
    }
}
