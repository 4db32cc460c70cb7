using System.Runtime.InteropServices;

namespace Fazhi.Benchmarks;

/// <summary>
/// Measures the real system, started for the purpose with all its processes where it is about calls, and prints each figure beside a baseline of the same run.
/// Arguments choose groups: <c>calls</c>, <c>import</c>, <c>parse</c>, <c>search</c>, <c>index</c>, <c>growth</c>, <c>quality</c>; none means all. <c>--documents</c> and <c>--sizes</c> say how much is
/// searched (see <see cref="BenchmarkOptions"/>).
/// </summary>
public static class Program
{
    private static readonly Dictionary<string, Func<BenchmarkOptions, CancellationToken, Task>> Groups = new()
    {
        ["calls"] = (_, cancellationToken) => CallBenchmark.RunAsync(cancellationToken),
        ["import"] = (_, cancellationToken) => ImportBenchmark.RunAsync(cancellationToken),
        ["parse"] = (_, cancellationToken) => ParseBenchmark.RunAsync(cancellationToken),
        ["search"] = SearchBenchmark.RunAsync,
        ["index"] = IndexBenchmark.RunAsync,
        ["growth"] = GrowthBenchmark.RunAsync,
        ["quality"] = (_, cancellationToken) => QualityBenchmark.RunAsync(cancellationToken),
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is [EmptyServer.Argument])
            return await EmptyServer.RunAsync();
        BenchmarkOptions options;
        try
        {
            options = BenchmarkOptions.Parse(args);
        }
        catch (FormatException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        if (options.Groups.FirstOrDefault(group => !Groups.ContainsKey(group)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"{unknown} is no group of benchmarks; there are: {string.Join(", ", Groups.Keys)}");
            return 1;
        }

        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        Report.Machine();
        try
        {
            foreach (var group in options.Groups.Count == 0 ? [.. Groups.Keys] : options.Groups)
                await Groups[group](options, cancel.Token);
            return 0;
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            return 130;
        }

        // The processes that were started end with the measurement.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            cancel.Cancel();
        }
    }
}
